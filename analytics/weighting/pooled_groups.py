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
    """Groups that stand alone and groups put together, both by falling number of respondents."""
    ordered = sorted(respondents, key=lambda key: -respondents[key])
    large = [key for key in ordered if respondents[key] >= LEAST_IN_CELL]
    small = [key for key in ordered if respondents[key] < LEAST_IN_CELL]
    while small and large and sum(respondents[key] for key in small) < LEAST_IN_CELL:
        small.append(large.pop())
    return tuple(large), tuple(small)


def can_weight(groups: Groups) -> bool:
    """Whether at least two groups are large enough."""
    large, small = groups
    return len(large) + bool(small) > 1 and len(large) > 0
