"""Which kinds of customers are there? How many, and when none."""

from __future__ import annotations

from math import nan

import pytest

from analytics.studies.segments.compute_choice import Criteria, decide


def row(
    k: int, silhouette: float, jaccard: float = 0.9, smallest: float = 0.2, bic: float = nan
) -> Criteria:
    return Criteria(k, silhouette, nan, nan, nan, smallest, jaccard, jaccard, bic)


def test_the_largest_silhouette_among_the_admitted_wins() -> None:
    table = [
        row(1, nan, nan),
        row(2, 0.5, jaccard=0.5),
        row(3, 0.4),
        row(4, 0.3),
        row(5, 0.45, smallest=0.01),
    ]
    assert decide(table, 3, None).k == 3


@pytest.mark.parametrize(
    ("table", "k_by_gap", "reason"),
    [
        ([row(1, nan), row(2, 0.24)], 2, "silhouette"),
        ([row(1, nan), row(2, 0.5, jaccard=0.7)], 2, "unstable"),
        ([row(1, nan), row(2, 0.5, smallest=0.01)], 2, "small"),
        ([row(1, nan), row(2, 0.5)], 1, "gap"),
        ([row(1, nan, bic=10), row(2, 0.5, bic=20)], 2, "bic"),
        ([row(1, nan)], None, "alike"),
    ],
)
def test_no_segments_for_a_stated_reason(
    table: list[Criteria], k_by_gap: int | None, reason: str
) -> None:
    decision = decide(table, k_by_gap, None)
    assert (decision.k, decision.reason) == (1, reason)


def test_a_mixture_takes_the_smallest_bic_if_it_passes() -> None:
    assert (
        decide([row(1, nan, bic=30), row(2, 0.5, bic=20), row(3, 0.3, bic=10)], None, None).k == 3
    )


def test_a_number_beyond_the_table_is_lowered_to_it() -> None:
    assert decide([row(1, nan), row(2, 0.1)], 1, 8).k == 2
