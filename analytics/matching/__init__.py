"""Which company names are one firm? Names taken apart, pairs that share a key, scores with reasons,
two thresholds.

`match` finds the names of one list in another, `duplicates` what one register holds twice; `queue`
keeps what people decided.
"""

from analytics.matching.pairs import CompanyNames, Match, duplicates, match

__all__ = ["Match", "CompanyNames", "duplicates", "match"]
