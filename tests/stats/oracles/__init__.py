"""Second computations: from rows, by the plainest way, what the product takes from sums that the
store made.
"""
