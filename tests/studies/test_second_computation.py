"""Every mean of satisfaction equals a plain computation on the rows, whatever is filtered."""

from __future__ import annotations

import random
from collections import defaultdict
from statistics import fmean, stdev
from typing import Any

import pytest

from analytics.ask import ask
from analytics.errors import Fault
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.satisfaction import STUDY

ROUNDS = 200
ROWS = """
select r.edition_id, r.audience, r.overall, r.sat, r.profile,
    coalesce(x.industry, r.industry) as industry, coalesce(x.region, r.region) as region
from response_rows as r
left join exhibitor_keys as k on k.fair_id = 'demo' and k.exhibitor_key = r.exhibitor_key
left join exhibitors as x on x.fair_id = 'demo' and x.exhibitor_id = k.exhibitor_id
"""
DIMENSIONS = "select audience, slot, dimension_id from items"


class Rows:
    """All responses of the demo fair in plain Python."""

    def __init__(self, store: Store) -> None:
        with store.reader() as reader:
            self.rows = reader.rows(ROWS)
            self.dimension = {
                (row["audience"], row["slot"]): row["dimension_id"]
                for row in reader.rows(DIMENSIONS)
            }

    def matching(self, filters: Filters, edition: str) -> list[dict[str, Any]]:
        return [
            row for row in self.rows if row["edition_id"] == edition and self._is_in(row, filters)
        ]

    @staticmethod
    def _is_in(row: dict[str, Any], filters: Filters) -> bool:
        if row["audience"] != filters.audience:
            return False
        if filters.industries and row["industry"] not in filters.industries:
            return False
        if filters.regions and row["region"] not in filters.regions:
            return False
        profile = row["profile"] or {}
        return all(set(profile.get(name) or ()) & set(answers) for name, answers in filters.profile)

    def dimension_scores(self, rows: list[dict[str, Any]]) -> dict[str, list[float]]:
        scores: dict[str, list[float]] = defaultdict(list)
        for row in rows:
            by_dimension: dict[str, list[float]] = defaultdict(list)
            for slot, rating in enumerate(row["sat"] or (), start=1):
                if rating is not None:
                    by_dimension[self.dimension[row["audience"], slot]].append(rating / 100)
            for dimension, ratings in by_dimension.items():
                scores[dimension].append(fmean(ratings))
        return scores


@pytest.fixture(scope="module")
def rows(demo: Store) -> Rows:
    return Rows(demo)


def any_filters(draw: random.Random, rows: Rows) -> Filters:
    def some(name: str) -> tuple[str, ...]:
        values = sorted({row[name] for row in rows.rows if row[name]})
        return tuple(draw.sample(values, draw.randint(1, 3))) if draw.random() < 0.5 else ()

    audience = draw.choice(["exhibitor", "visitor"])
    return Filters(
        "demo", (f"demo-{draw.randint(1, 8)}",), audience, some("industry"), some("region")
    )


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_means_bases_and_intervals_equal_a_plain_computation(seed: int, demo: Store, rows: Rows):
    filters = any_filters(random.Random(seed), rows)
    matching_rows = rows.matching(filters, filters.editions[0])
    overalls = [row["overall"] / 100 for row in matching_rows if row["overall"] is not None]
    try:
        answer = ask(demo, STUDY, filters)
    except Fault:
        assert len(matching_rows) < 10
        return
    shown = {score.key: score.now for score in answer.overalls.scores}
    if "overall" in shown:
        assert shown["overall"].n == len(overalls)
        assert shown["overall"].mean == pytest.approx(fmean(overalls), abs=1e-9)
        assert shown["overall"].sd == pytest.approx(stdev(overalls), abs=1e-9)
    again = rows.dimension_scores(matching_rows)
    for score in answer.dimensions.scores:
        assert score.now.n == len(again[score.key])
        assert score.now.mean == pytest.approx(fmean(again[score.key]), abs=1e-9)
        assert score.now.sd == pytest.approx(stdev(again[score.key]), abs=1e-9)


def test_a_profile_answer_filters_like_the_rows_say(demo: Store, rows: Rows):
    with_profile = [row for row in rows.rows if row["profile"] and row["edition_id"] == "demo-8"]
    field, answers = next(iter(with_profile[0]["profile"].items()))
    audience = with_profile[0]["audience"]
    filters = Filters("demo", ("demo-8",), audience, profile=((field, (answers[0],)),))
    overalls = [
        row["overall"] / 100
        for row in rows.matching(filters, "demo-8")
        if row["overall"] is not None
    ]
    shown = {score.key: score.now for score in ask(demo, STUDY, filters).overalls.scores}
    assert shown["overall"].n == len(overalls) > 9
    assert shown["overall"].mean == pytest.approx(fmean(overalls), abs=1e-9)
