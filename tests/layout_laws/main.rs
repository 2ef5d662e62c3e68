//! The laws of layout, over random blocks that need no fonts.

mod blocks;
mod build;
mod content;
mod fitting;
mod flow;
mod grid;
mod piece;
mod run;
mod stacks;
mod tables;
mod tree;
mod words;

use proptest::test_runner::{Config, RngSeed};

/// The same cases in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for more and for others.
pub fn cases(cases: u32) -> Config {
    let asked = Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { cases };
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(2021),
        RngSeed::Fixed(seed) => RngSeed::Fixed(seed),
    };
    Config { cases, rng_seed, failure_persistence: None, max_shrink_iters: 20_000, ..asked }
}
