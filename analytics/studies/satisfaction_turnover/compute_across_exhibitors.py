"""Exhibitors: own rating against own declared turnover, each as a difference from its edition.

Method: correlation of score and log turnover after the edition's mean is taken from both; geometric
mean turnover by score, half points with the point below as in every other study. The sums come from
SQL, weighted where the answers are; an exhibitor seen at several editions, and unequal weights,
make intervals no narrower than Kish's effective number allows; the error of a weighted mean is the
linearised one. Assumption: a straight line on the log scale; exhibitors who answer and declare are
like those who do not. Source: Fisher 1921; Kish 1965; Lumley 2010; Limpert, Stahel & Abbt 2001 for
geometric means of skewed amounts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp, floor, isnan, nan, sqrt
from typing import TYPE_CHECKING

from analytics.stats.correlation import fisher_interval, fisher_p
from analytics.stats.mean import MeanEstimate, effective_n, mean_interval, weighted_mean
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.suppression import HIDDEN_BELOW, NEVER_BELOW, visible_parts

if TYPE_CHECKING:
    import pandas as pd

    from analytics.ratings.scale import Scale

EXHIBITORS_NEEDED = 10
BANDS_PER_POWER_OF_TEN = 5
ROUNDING = 1e-6


@dataclass(frozen=True)
class Matching:
    """How many ratings stand behind the comparison, step by step."""

    rated: int
    on_register: int
    took_part: int
    declared: int
    above_zero: int


@dataclass(frozen=True)
class Within:
    """Correlation inside one edition (`edition_id`) or inside all together (''), with Fisher's
    interval and its p.

    `n` counts ratings, `n_eff` what they are worth; `p` of a single edition is Holm's over the
    editions shown.
    """

    edition_id: str
    n: int
    n_eff: float
    r: float
    low: float
    high: float
    p: float

    @property
    def is_established(self) -> bool:
        return self.p < LEVEL_OF_P


@dataclass(frozen=True, eq=False)
class ExhibitorLink:
    """`scores`: one row per score or pooled neighbours (score_from, score_to, n, n_eff, ratio to
    the edition's typical exhibitor, turnover, low, high). `grid`: one row per score and turnover
    band of at least 5 (score, turnover, n).

    `n` counts ratings (one an exhibitor and edition), `n_effective` what they are worth: exhibitors
    repeat, weights differ.
    """

    pooled: Within
    by_edition: tuple[Within, ...]
    scores: pd.DataFrame
    grid: pd.DataFrame
    n: int
    exhibitors: int
    n_effective: float
    hidden_in_grid: int

    @property
    def agreeing(self) -> int:
        """At how many editions alone the link is established, the same way as over all."""
        return sum(
            edition.is_established and edition.r * self.pooled.r > 0 for edition in self.by_edition
        )

    @property
    def can_compare(self) -> bool:
        """Whether ratings and turnover differ inside an edition at all."""
        return not isnan(self.pooled.r)


def exhibitor_link(cells: pd.DataFrame, scale: Scale, steps: int) -> ExhibitorLink | None:
    """None below 10 matched exhibitors. `cells` as `exhibitors.sql` gives them."""
    exhibitors = int(cells["exhibitors"].sum())
    if exhibitors < EXHIBITORS_NEEDED:
        return None
    n = int(cells["n"].sum())
    n_effective = effective_n(float(cells["w"].sum()), float(cells["w_own"].sum()))
    editions = cells["edition_id"].nunique()
    by_edition = [
        _within(str(e), rows, effective_n(float(rows["w"].sum()), float(rows["ww"].sum())), 0)
        for e, rows in cells.groupby("edition_id", sort=False)
    ]
    shown = cells.groupby(["step", "band"], as_index=False)["n"].sum()
    return ExhibitorLink(
        _within("", cells, n_effective, editions - 1),
        _adjusted(by_edition),
        _scores(cells, scale, steps),
        _grid(shown, scale, steps),
        n,
        exhibitors,
        n_effective,
        n - int(shown.loc[_visible(shown), "n"].sum()),
    )


def _within(edition_id: str, cells: pd.DataFrame, worth: float, removed: int) -> Within:
    dxx, dyy, dxy = (float(cells[name].sum()) for name in ("dxx", "dyy", "dxy"))
    r = dxy / sqrt(dxx * dyy) if dxx > 1e-12 and dyy > 1e-12 else nan
    whole = floor(worth + ROUNDING)
    low, high = fisher_interval(r, whole, removed=removed)
    return Within(
        edition_id, int(cells["n"].sum()), worth, r, low, high, fisher_p(r, whole, removed=removed)
    )


def _adjusted(editions: list[Within]) -> tuple[Within, ...]:
    """Those that may be shown beside the number of all ratings, with Holm's p."""
    visible = visible_parts([edition.n for edition in editions], HIDDEN_BELOW)
    shown = [edition for edition, is_shown in zip(editions, visible, strict=True) if is_shown]
    adjusted = holm([edition.p for edition in shown]).p
    return tuple(replace(edition, p=float(p)) for edition, p in zip(shown, adjusted, strict=True))


def _scores(cells: pd.DataFrame, scale: Scale, steps: int) -> pd.DataFrame:
    import pandas as pd

    by_step = cells.groupby("step")[
        ["n", "exhibitors_of_step", "w", "ww", "dy", "dyy", "ww_dy", "ww_dyy"]
    ].sum()
    middle = float(cells["log_turnover"].sum() / cells["w"].sum())
    pools = pooled_steps([(int(s), int(e)) for s, e in by_step["exhibitors_of_step"].items()])
    width = scale.span / steps
    rows = []
    for pool in pools:
        sums = by_step.loc[pool].sum()
        mean = _mean_log(sums)
        rows.append(
            {
                "score_from": scale.low + pool[0] * width,
                "score_to": scale.low + pool[-1] * width,
                "n": int(sums["n"]),
                "n_eff": mean.n_eff,
                "ratio": exp(mean.mean),
                "turnover": exp(middle + mean.mean),
                "low": exp(middle + mean.low),
                "high": exp(middle + mean.high),
            }
        )
    return pd.DataFrame(rows)


def _mean_log(sums: pd.Series[float]) -> MeanEstimate:
    """The spread is that of all ratings; an exhibitor counts once for the interval and for what the
    ratings are worth.
    """
    w, wy, wyy, ww, wwy, wwyy = (
        float(sums[name]) for name in ("w", "dy", "dyy", "ww", "ww_dy", "ww_dyy")
    )
    n = int(sums["n"])
    own = int(min(n, sums["exhibitors_of_step"]))
    estimate = weighted_mean(n, w, wy, wyy, ww, wwy, wwyy)
    variance = n * estimate.se**2 if estimate.se > 0 else 0.0
    return replace(mean_interval(own, estimate.mean, variance), n_eff=estimate.n_eff * own / n)


def pooled_steps(steps: list[tuple[int, int]]) -> list[list[int]]:
    """Neighbouring score steps joined, from the worst up, until each group holds 10; a small rest
    joins the best group.
    """
    pools: list[list[int]] = []
    held = HIDDEN_BELOW
    for step, exhibitors in steps:
        if held < HIDDEN_BELOW:
            pools[-1].append(step)
            held += exhibitors
        else:
            pools.append([step])
            held = exhibitors
    if held < HIDDEN_BELOW and len(pools) > 1:
        pools[-2:] = [pools[-2] + pools[-1]]
    return pools


def _visible(shown: pd.DataFrame) -> pd.Series[bool]:
    """Cells of at least 5 that give none of the others of their score away."""
    return (
        shown.groupby("step")["n"]
        .transform(lambda n: visible_parts(n.tolist(), NEVER_BELOW))
        .astype(bool)
    )


def _grid(shown: pd.DataFrame, scale: Scale, steps: int) -> pd.DataFrame:
    visible = shown[_visible(shown)]
    return visible.assign(
        score=scale.low + visible["step"] * scale.span / steps,
        turnover=10 ** ((visible["band"] + 0.5) / BANDS_PER_POWER_OF_TEN),
    )[["score", "turnover", "n"]]
