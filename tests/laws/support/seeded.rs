//! Random cases that are the same in every run, and the seed of those that fail.

use std::any::Any;
use std::fmt::Debug;
use std::io::Write;

use proptest::test_runner::{Config, FailurePersistence, PersistedSeed, RngSeed};

/// The seed of every run that asks for no other.
const SEED: u64 = 2021;

/// So many cases. `BOGOSEO_SEED` asks for others, `BOGOSEO_CASES` for so many times more; a failure says its seed.
pub(crate) fn seeded(cases: u32) -> Config {
    let seed = number("BOGOSEO_SEED").unwrap_or(SEED);
    let times = number("BOGOSEO_CASES").and_then(|times| u32::try_from(times).ok()).unwrap_or(1);
    Config {
        cases: cases.saturating_mul(times),
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: Some(Box::new(SaysTheSeed(seed))),
        max_shrink_iters: 20_000,
        ..Config::default()
    }
}

fn number(variable: &str) -> Option<u64> {
    let value = std::env::var(variable).ok()?;
    Some(value.trim().parse().unwrap_or_else(|_| panic!("{variable} is a number, not {value}")))
}

/// Keeps no file of failures: the seed gives them again, and a case that is worth keeping becomes a test.
#[derive(Debug, Clone, PartialEq)]
struct SaysTheSeed(u64);

impl FailurePersistence for SaysTheSeed {
    fn load_persisted_failures2(&self, _: Option<&'static str>) -> Vec<PersistedSeed> {
        Vec::new()
    }

    fn save_persisted_failure2(&mut self, file: Option<&'static str>, _: PersistedSeed, _: &dyn Debug) {
        // Beside what the test harness holds back until the end.
        let _ = writeln!(std::io::stderr(), "{}: fails with BOGOSEO_SEED={}", file.unwrap_or("a law"), self.0);
    }

    fn box_clone(&self) -> Box<dyn FailurePersistence> {
        Box::new(self.clone())
    }

    fn eq(&self, other: &dyn FailurePersistence) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
