"""Second computations: from rows, what the product takes from sums that the store made."""
