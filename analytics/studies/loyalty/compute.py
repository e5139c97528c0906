"""Prove it: do satisfied customers come back? Each answer followed to the next edition's register.

Method: SQL sorts answers by score, edition, tenure, stand size and outcome; shares by score with
Wilson's interval on the effective base (`stats.clustered_share`); odds and risk ratios
(`compute_ratios`); the curve in log-odds (`compute_curve`); the empty cell; the exceptions by name
(`compute_exceptions`). Assumption: registers are complete, an answer speaks for its exhibitor, and
those who answered are like those who did not. Source: Wilson 1927; Kish 1965; Woolf 1955; Katz et
al. 1978; Jones & Sasser 1995 for the curve and the textbook's ratio.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, nan
from typing import TYPE_CHECKING, Any

from analytics.figures.small_bases import smallest
from analytics.ratings.followed_answers import (
    Followed,
    asked_of,
    parts_of,
    read_followed,
    scale_of,
    steps_of,
    summed,
    with_registers,
)
from analytics.ratings.scale import Scale
from analytics.stats.clustered_share import ClusterSums, clustered_wilson
from analytics.stats.cochran_armitage import ProportionTrend, cochran_armitage
from analytics.stats.suppression import visible_parts
from analytics.stats.two_by_two import EmptyCell, empty_cell, share_at_most
from analytics.studies.loyalty.compute_curve import Curve, curve
from analytics.studies.loyalty.compute_exceptions import Lists, read_lists
from analytics.studies.loyalty.compute_ratios import Against, against
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.stats.proportion import Proportion
    from analytics.store import Reader

QUARTER = 0.25
BANDS = ("low", "middle", "high")
WHOLE = -1
SUMS = ("n", "yes", "yes_yes", "yes_n", "n_n", "answers", "returned")
PLAIN = ("answers", "returned", "returned_returned", "returned_answers", "answers_answers")
KEYS = ("kind", "edition_id", "number", "step", "tenure", "size", "came_back")


@dataclass(frozen=True, slots=True)
class ByScore:
    """Exhibitors of one score step (0 = worst), and how many of them came to the next edition."""

    step: int
    sums: ClusterSums
    share: Proportion
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Bands:
    """The steps that count as dissatisfied (0 to `low`) and as satisfied (`high` to `top`)."""

    low: int
    high: int
    top: int


@dataclass(frozen=True, eq=False)
class Loyalty:
    """`editions` are those chosen; everything else stands on the answers of those that another
    edition followed.

    Without `least` followed answers only `editions` says why. `answered`: (came back, step) ->
    exhibitors.
    """

    editions: tuple[Followed, ...]
    scale: Scale
    steps: int
    bands: Bands
    all: ClusterSums
    by_score: tuple[ByScore, ...]
    by_band: dict[str, ClusterSums]
    answered: dict[tuple[bool, int], int]
    least: int
    trend: ProportionTrend | None = None
    best: Against | None = None
    satisfied: Against | None = None
    curve: Curve | None = None
    empty: EmptyCell | None = None
    lists: Lists | None = None

    @property
    def n(self) -> int:
        """Answers followed."""
        return int(self.all.counted)

    @property
    def closed(self) -> tuple[Followed, ...]:
        return tuple(edition for edition in self.editions if edition.is_closed)

    @property
    def has_enough(self) -> bool:
        return self.n >= self.least


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Loyalty:
    """Raises NothingChosen where nobody gave an overall rating. What cannot be followed is part
    of the answer.
    """
    parts = parts_of(reader, filters.fair)
    editions = read_followed(reader, filters, "overall")
    scale = scale_of(editions)
    steps = steps_of(scale)
    bands = _bands(steps)
    asked = asked_of(filters, "overall") | {
        "steps": steps,
        "low_step": bands.low,
        "high_step": bands.high,
    }
    tallies = _tallies(reader, asked, parts)
    repeats = _repeats(tallies)
    answer = Loyalty(
        editions=with_registers(editions, tallies),
        scale=scale,
        steps=steps,
        bands=bands,
        all=repeats.get(("all", WHOLE), ClusterSums()),
        by_score=return_by_score(repeats, smallest(options)),
        by_band={name: repeats.get((name, WHOLE), ClusterSums()) for name in BANDS},
        answered=answers_by_return(_cells(tallies)),
        least=smallest(options),
    )
    return _with_comparisons(answer, reader, asked, tallies, parts) if answer.has_enough else answer


def _tallies(reader: Reader, asked: dict[str, Any], parts: int) -> pd.DataFrame:
    sql, sums = statement(__package__, "tallies"), (*SUMS, *PLAIN[2:], "turnover")
    return summed(reader, sql, asked, parts, KEYS, sums)


def _cells(tallies: pd.DataFrame) -> pd.DataFrame:
    return tallies[tallies["kind"] == "cell"]


def _with_comparisons(
    answer: Loyalty, reader: Reader, asked: dict[str, Any], tallies: pd.DataFrame, parts: int
) -> Loyalty:
    cells, bands, by_band = _cells(tallies), answer.bands, answer.by_band
    return replace(
        answer,
        **comparisons(cells, answer.by_score, by_band, bands, answer.least),
        empty=effective_empty_cell(by_band, _worth(tallies)),
        lists=read_lists(reader, asked, parts, answer.closed, cells, (bands.low, bands.high)),
    )


def _bands(steps: int) -> Bands:
    """The lower and the upper quarter of the scale: 1–2 and 4–5 of five points."""
    low = int(QUARTER * steps + 1e-9)
    return Bands(low, steps - low, steps)


def _repeats(tallies: pd.DataFrame) -> dict[tuple[str, int], ClusterSums]:
    rows = tallies[~tallies["kind"].isin(("cell", "edition"))]
    return {(row["kind"], row["step"]): _sums(row) for row in rows.to_dict("records")}


def _sums(row: dict[Any, Any]) -> ClusterSums:
    return ClusterSums(**{name: float(row[name]) for name in SUMS})


def return_by_score(repeats: dict[tuple[str, int], ClusterSums], least: int) -> tuple[ByScore, ...]:
    steps = sorted((step, sums) for (kind, step), sums in repeats.items() if kind == "step")
    shown = visible_parts([int(sums.counted) for _, sums in steps], least)
    return tuple(
        ByScore(step, sums, clustered_wilson(sums), is_shown)
        for (step, sums), is_shown in zip(steps, shown, strict=True)
    )


def comparisons(
    cells: pd.DataFrame,
    by_score: tuple[ByScore, ...],
    by_band: dict[str, ClusterSums],
    bands: Bands,
    least: int,
) -> dict[str, Any]:
    counts = [(score.step, *score.sums.effective_counts) for score in by_score]
    steps = {score.step: score.sums for score in by_score}
    low, high = by_band["low"], by_band["high"]
    return {
        "trend": cochran_armitage(
            [y for _, y, _ in counts], [y + n for _, y, n in counts], [s for s, _, _ in counts]
        ),
        "best": against(
            cells,
            steps.get(bands.top),
            steps.get(bands.top - 1),
            (bands.top,),
            (bands.top - 1,),
            least,
        ),
        "satisfied": against(
            cells,
            high,
            low,
            tuple(range(bands.high, bands.top + 1)),
            tuple(range(bands.low + 1)),
            least,
        ),
        "curve": curve(
            cells, sum(score.sums.n_effective for score in by_score) / float(cells["n"].sum())
        ),
    }


def _worth(tallies: pd.DataFrame) -> float:
    """Effective answers per answer, every answer counting once: exhibitors that answered at several
    editions repeat.
    """
    steps = tallies[tallies["kind"] == "step"]
    plain = [ClusterSums(*(float(row[name]) for name in PLAIN)) for row in steps.to_dict("records")]
    return sum(sums.n_effective for sums in plain) / sum(sums.n for sums in plain)


def effective_empty_cell(by_band: dict[str, ClusterSums], worth: float) -> EmptyCell | None:
    """Counts of answers; limit and p on as many as they are worth, whole ones for p, the exceptions
    never rounded down.
    """
    low = by_band["low"]
    counts = [
        int(sum(getattr(sums, name) for sums in by_band.values())) for name in ("came", "counted")
    ]
    if not (low.n and counts[0]):
        return None
    count, back, dissatisfied, total = int(low.came), counts[0], int(low.counted), counts[1]
    cell = empty_cell(count, back, dissatisfied, total)
    if worth >= 1:
        return cell
    rows = [round(n * worth) for n in (back, dissatisfied, total)]
    exceptions = min(max(ceil(count * worth), rows[0] + rows[1] - rows[2]), *rows)
    rarer = empty_cell(exceptions, *rows) if rows[0] else None
    return replace(
        cell, share_at_most=share_at_most(count * worth, back * worth), p=rarer.p if rarer else nan
    )


def answers_by_return(cells: pd.DataFrame) -> dict[tuple[bool, int], int]:
    by_return = cells.groupby(["came_back", "step"])["answers"].sum()
    return {(bool(came), int(step)): int(n) for (came, step), n in by_return.items()}
