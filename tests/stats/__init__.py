"""The estimators, on cases small enough to check by head."""
