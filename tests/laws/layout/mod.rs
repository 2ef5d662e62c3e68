//! The laws of layout, over random blocks that need no fonts.

mod blocks;
mod build;
mod content;
mod ends;
mod figures;
mod fitting;
mod flow;
mod grid;
mod piece;
mod run;
mod stacks;
mod tables;
mod tree;
mod words;
