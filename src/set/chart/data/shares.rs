//! Shares of a whole in tenths of a percent, which sum to it.

/// The share of each amount in a thousand: rounded down, and what that leaves given to the largest remainders. Amounts are not negative.
pub(crate) fn shares(amounts: &[i128]) -> Vec<i64> {
    const THOUSAND: i128 = 1_000;
    let total = amounts.iter().sum::<i128>().max(1);
    let mut shares: Vec<i64> = amounts.iter().map(|amount| (amount * THOUSAND / total) as i64).collect();
    let mut order: Vec<usize> = (0..amounts.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(amounts[index] * THOUSAND % total));
    let left = THOUSAND as i64 - shares.iter().sum::<i64>();
    for &index in order.iter().take(left as usize).filter(|&&index| amounts[index] > 0) {
        shares[index] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn what_rounding_leaves_goes_to_the_largest_remainders() {
        assert_eq!(shares(&[1, 1, 1]), [334, 333, 333]);
        assert_eq!(shares(&[2, 0, 4]), [333, 0, 667]);
        assert_eq!(shares(&[1]), [1000]);
        assert_eq!(shares(&[0, 0]), [0, 0]);
    }
}
