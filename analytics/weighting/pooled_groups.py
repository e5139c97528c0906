"""Which groups may carry a weight of their own, and which only count together.

Method: a group needs 10 respondents; smaller ones are put together, and the next smallest joins
them while even that is too few. Assumption: groups too small to be told apart are alike. Source:
Kalton & Flores-Cervantes 2003 on collapsing cells.
"""

from __future__ import annotations

from collections.abc import Mapping

from analytics.stats.suppression import HIDDEN_BELOW

LEAST_IN_CELL = HIDDEN_BELOW
POOLED = "*"

Groups = tuple[tuple[str, ...], tuple[str, ...]]


def pooled(respondents: Mapping[str, int]) -> Groups:
    """Groups kept and groups put together, both by falling number of respondents."""
    ordered = sorted(respondents, key=lambda key: -respondents[key])
    kept = [key for key in ordered if respondents[key] >= LEAST_IN_CELL]
    small = [key for key in ordered if respondents[key] < LEAST_IN_CELL]
    while small and kept and sum(respondents[key] for key in small) < LEAST_IN_CELL:
        small.append(kept.pop())
    return tuple(kept), tuple(small)


def can_weight(groups: Groups) -> bool:
    """Whether at least two groups are large enough."""
    kept, small = groups
    return len(kept) + bool(small) > 1 and len(kept) > 0
