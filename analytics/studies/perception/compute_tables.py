"""How many gave each answer together with each other, and what these answers count.

Method: weights are summed in SQL, cell by cell; the tables are then scaled so that all weights
together are the effective n (Kish), so that a map, which does not change with the scale, is tested
on what the answers are worth. Assumption: which answers stand apart is settled by how many gave
them: weights move points and rename none. Source: Burt 1950; Kish 1965; Greenacre 2017 for masses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analytics.ratings.tally import Tally
from analytics.studies.perception import compute_coding

if TYPE_CHECKING:
    from analytics.stats.arrays import FloatArray
    from analytics.store import Reader
    from analytics.studies.perception.compute_candidates import Candidates
    from analytics.studies.perception.compute_questions import Coded


@dataclass(frozen=True, eq=False)
class Tables:
    """`table`: all categories × all categories, scaled to the effective n; `given` by category who
    gave it; `all`: who answered every question of the map. `active`, `placed`: how many categories
    each question has.
    """

    active: tuple[int, ...]
    placed: tuple[int, ...]
    table: FloatArray
    given: tuple[Tally, ...]
    all: Tally


def is_weighted(candidates: Candidates) -> bool:
    return candidates.values["slice"]["weights"] is not None


def two_way(reader: Reader, candidates: Candidates, used: Sequence[Coded]) -> Tables:
    """The tables of all active categories with all others."""
    sizes, weighted = [question.size for question in used], is_weighted(candidates)
    blocks = compute_coding.blocks_of(sizes, [question.role == "active" for question in used])
    rows = reader.rows(
        compute_coding.burt_sql(used, blocks, weighted),
        kept=compute_coding.kept_values(used),
        step=1,
        **candidates.values,
    )
    people = compute_coding.two_way_tables(rows, sizes, blocks)
    if not weighted:
        return _tables(used, people, people, np.diag(people))
    weights = compute_coding.two_way_tables(rows, sizes, blocks, "weight")
    squares = compute_coding.two_way_tables(rows, sizes, blocks, "weight_squares")
    return _tables(used, people, weights, np.diag(squares))


def _tables(
    used: Sequence[Coded], people: FloatArray, weights: FloatArray, squares: FloatArray
) -> Tables:
    active = tuple(question.size for question in used if question.role == "active")
    tallies = tuple(
        tally(*row) for row in zip(np.diag(people), np.diag(weights), squares, strict=True)
    )
    everybody = sum(tallies[: active[0]], start=Tally())
    return Tables(
        active,
        tuple(question.size for question in used[len(active) :]),
        weights * scale_of(everybody),
        tallies,
        everybody,
    )


def scale_of(everybody: Tally) -> float:
    """What makes the weights add up to the effective n."""
    return everybody.n_eff / everybody.weight if everybody.is_weighted else 1.0


def tally(n: Any, weight: Any, squares: Any) -> Tally:
    return Tally(int(n), float(weight), float(squares))
