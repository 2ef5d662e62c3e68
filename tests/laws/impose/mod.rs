//! Sheets of paper: the laws of their order, and real PDFs of all kinds put on them.

mod files;
mod geometry;
mod order;
mod sample;
mod selection;
