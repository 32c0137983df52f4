//! Chance that is the same on every machine: a seed gives the same throws for ever.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Throws that depend on the seed alone.
#[derive(Debug, Clone)]
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A number under `n`, all equally likely; 0 where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        let n = n as u64;
        if n < 2 {
            return 0;
        }
        // The last, incomplete run of `n` numbers would favour the small ones.
        let fair = u64::MAX - u64::MAX % n;
        loop {
            let throw = self.0.next_u64();
            if throw < fair {
                return (throw % n) as usize;
            }
        }
    }

    /// Puts things in an order of chance.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_throws_for_ever() {
        let mut dice = Dice::new(42);
        let throws: Vec<usize> = (0..8).map(|_| dice.below(100)).collect();
        assert_eq!(throws, [37, 12, 20, 66, 44, 38, 8, 12]);
    }

    #[test]
    fn every_number_comes_up_and_none_beyond() {
        let mut dice = Dice::new(7);
        let mut seen = [0; 6];
        (0..6_000).for_each(|_| seen[dice.below(6)] += 1);
        assert!(seen.iter().all(|times| (850..1_150).contains(times)), "{seen:?}");
        assert_eq!((dice.below(0), dice.below(1)), (0, 0));
    }

    #[test]
    fn a_shuffle_loses_nothing() {
        let mut things: Vec<usize> = (0..20).collect();
        Dice::new(3).shuffle(&mut things);
        assert_ne!(things, (0..20).collect::<Vec<_>>());
        things.sort_unstable();
        assert_eq!(things, (0..20).collect::<Vec<_>>());
    }
}
