"""Which kinds of customers are there? Exhibitors grouped by what is known of them, if they fall
into groups at all.

Method: SQL gives one row of features per exhibitor; a child process standardises, compares k = 1 …
8 and groups (`compute_grouping`); profiles are group means against all with v-tests. Assumption:
the features chosen are what matters, on one footing; exhibitors lacking one are left out and
counted. Source: Hartigan & Wong 1979; Kaufman & Rousseeuw 1990; Hennig 2007; Lebart, Morineau &
Piron 1995.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from analytics import worker
from analytics.errors import NotEnough, NothingChosen, NoVariation
from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.studies.segments import compute_profiles
from analytics.studies.segments.compute_choice import Criteria, Reason
from analytics.studies.segments.compute_features import FEATURES, SETS
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.stats.arrays import FloatArray, IntArray
    from analytics.store import Reader

LEAST_EXHIBITORS = 50
LEAST_PER_FEATURE = 10
COMFORTABLE_PER_FEATURE = 70
TASK = "analytics.studies.segments.compute_grouping:solve"


@dataclass(frozen=True)
class Axis:
    """One axis of the map: its share of all variance, 0–1, and the weight of each feature in it."""

    share: float
    loadings: dict[str, float]


@dataclass(frozen=True, eq=False)
class Segments:
    """`k` = 1: no segments. Segments are numbered from 0, the largest first.

    `segments`: one row each (segment, n, share, turnover, turnover_share, jaccard). `profile`: one
    row per segment and feature (segment, feature, mean in the feature's own unit, z, v). `who`:
    categories that took no part and stand out (segment, field, category, n, share, share_overall,
    v). `map`: x, y, segment, name. `top`: the largest members by turnover.
    """

    features: tuple[str, ...]
    constant: tuple[str, ...]
    way: str
    k: int
    reason: Reason
    choice: tuple[Criteria, ...]
    k_by_gap: int | None
    criteria_rows: int
    segments: pd.DataFrame
    profile: pd.DataFrame
    who: pd.DataFrame
    map: pd.DataFrame
    axes: tuple[Axis, ...]
    top: pd.DataFrame
    known: int
    grouped: int
    missing: dict[str, int]
    scale: Scale
    currency: str
    ids: pd.Series[str]
    labels: IntArray

    def members(self, segment: int) -> list[str]:
        """The exhibitors of a segment, for `Store.save_segment`."""
        return [str(exhibitor) for exhibitor in self.ids[self.labels == segment]]

    @property
    def shown(self) -> Criteria:
        """The criteria at the k shown."""
        return next(row for row in self.choice if row.k == self.k)

    @property
    def is_beyond_chance(self) -> bool:
        """They separate, come back, and beat one group and a shuffled fair; a number that was asked
        for is not put to these tests.
        """
        return self.reason == "found"

    @property
    def is_comfortable(self) -> bool:
        """Enough exhibitors per feature for a grouping to be more than an accident of these
        rows.
        """
        return self.grouped >= COMFORTABLE_PER_FEATURE * len(self.features)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Segments:
    """Raises NothingChosen without participations, NotEnough with too few complete exhibitors,
    NoVariation if all are alike.
    """
    chosen = replace(filters, editions=(), audience="exhibitor").slice()
    asked = {"slice": chosen, "fair": filters.fair, "editions": list(filters.editions) or None}
    exhibitors = reader.table(statement(__package__, "features"), **asked).to_pandas(
        self_destruct=True, split_blocks=True, categories=list(compute_profiles.CATEGORIES)
    )
    if exhibitors.empty:
        raise NothingChosen("participations")
    features, way = SETS[options.get("features", "value")], options.get("way", "kmeans")
    rows, used = _complete(exhibitors, features)
    k = None if options.get("k", "auto") == "auto" else int(options["k"])
    solved = _solve(rows[list(used)].to_numpy(float), used, way, k)
    scale, currency = _scale(reader, filters.fair)
    return _answer(
        rows,
        used,
        solved,
        constant=tuple(name for name in features if name not in used),
        way=way,
        known=len(exhibitors),
        missing={name: int(exhibitors[name].isna().sum()) for name in features},
        scale=scale,
        currency=currency,
    )


def _complete(
    exhibitors: pd.DataFrame, features: tuple[str, ...]
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The exhibitors of whom every feature is known, and the features in which they differ."""
    rows = exhibitors.dropna(subset=list(features), ignore_index=True)
    needed = max(LEAST_EXHIBITORS, LEAST_PER_FEATURE * len(features))
    if len(rows) < needed:
        raise NotEnough("exhibitors", needed, len(rows))
    used = tuple(name for name in features if rows[name].nunique() > 1)
    if not used:
        raise NoVariation("exhibitors")
    return rows, used


def _scale(reader: Reader, fair: str) -> tuple[Scale, str]:
    """The scale satisfaction is shown on, and the currency of turnover."""
    asked = reader.rows(statement(__package__, "scales"), fair=fair)
    scale = common(Scale(row["scale_min"], row["scale_max"]) for row in asked) if asked else HUNDRED
    return scale, str(reader.value(statement(__package__, "currency"), fair=fair))


def _solve(rows: FloatArray, used: tuple[str, ...], way: str, k: int | None) -> dict[str, Any]:
    """The child's answer, with the arrays it left behind."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        np.save(folder / "features.npy", rows)
        values = {"way": way, "k": k, "counts": [FEATURES[feature].is_count for feature in used]}
        solved = worker.run(TASK, values, folder, limits=worker.LONG)
        arrays = {name: np.load(folder / f"{name}.npy") for name in ("labels", "map", "map_rows")}
    return cast("dict[str, Any]", solved) | arrays


def _answer(
    rows: pd.DataFrame, used: tuple[str, ...], solved: dict[str, Any], **details: Any
) -> Segments:
    """`details`: the fields of Segments that neither the rows nor the child know."""
    labels = solved["labels"]
    return Segments(
        features=used,
        k=solved["k"],
        reason=solved["reason"],
        k_by_gap=solved["k_by_gap"],
        choice=tuple(Criteria(**row) for row in solved["table"]),
        criteria_rows=solved["criteria_rows"],
        segments=compute_profiles.sizes(rows, labels, solved["jaccard"]),
        profile=compute_profiles.profile(rows, labels, used),
        who=compute_profiles.who(rows, labels),
        map=compute_profiles.place(rows, labels, solved["map_rows"], solved["map"]),
        axes=tuple(
            Axis(axis["share"], dict(zip(used, axis["loadings"], strict=True)))
            for axis in solved["axes"]
        ),
        top=compute_profiles.largest(rows, labels),
        grouped=len(rows),
        ids=rows["exhibitor_id"],
        labels=labels,
        **details,
    )
