"""How satisfied, with what? Means, shares, outcomes and groups of one edition beside another."""
