"""What segments and features are called, and their values as a reader writes them."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from analytics.figures import Column
from analytics.figures.base_line import base_line
from analytics.figures.sentences import notes
from analytics.stats.criteria_for_k import structure
from analytics.studies.segments.compute_features import FEATURES

if TYPE_CHECKING:
    from analytics.studies.segments.compute import Segments
    from analytics.wording import Say

CLEAR, FAINT = 0.5, 0.2
MOST_TRAITS = 3
MONEY = ("turnover", "fee")
WAYS = {"kmeans": "k-means", "mixture": "Gaussian mixture", "ward": "Ward's tree"}


def names(answer: Segments, say: Say) -> list[str]:
    """A proposed name for every segment, from what sets it apart; no two alike."""
    if answer.k == 1:
        return [say("All exhibitors")]
    names_so_far: list[str] = []
    for segment in range(answer.k):
        name = _name(answer, segment, say)
        is_taken = name in names_so_far
        numbered = say("{name} ({number})", name=name, number=segment + 1)
        names_so_far.append(numbered if is_taken else name)
    return names_so_far


def feature(name: str, say: Say) -> str:
    return say(FEATURES[name].name)


def value(answer: Segments, name: str, mean: float, say: Say) -> str:
    """A mean in the feature's own unit; geometric where the feature is held as a logarithm."""
    if name == "satisfaction":
        return say.number(answer.scale.value(mean), answer.scale.digits)
    if name == "turnover":
        return say.money(10**mean, answer.currency)
    if name == "fee":
        return say.compact(10**mean)
    return say.number(10**mean if FEATURES[name].is_log else mean, 1)


def plain(answer: Segments, name: str, mean: float) -> float:
    """A mean as a number in the feature's own unit; geometric where the feature is held as a
    logarithm.
    """
    if name == "satisfaction":
        return float(answer.scale.value(mean))
    if name in MONEY:
        return float(round(10**mean)) if isfinite(mean) else mean
    return float(10**mean) if FEATURES[name].is_log else float(mean)


def column(answer: Segments, name: str, say: Say, *, is_one: bool = False) -> Column:
    """How such numbers are headed and written; the whole numbers of one exhibitor stay whole."""
    title = feature(name, say)
    if name in MONEY:
        if answer.currency:
            title = say("{feature} ({currency})", feature=title, currency=answer.currency)
        return Column(name, title, "money")
    if name == "satisfaction":
        return Column(name, title, "number", answer.scale.digits)
    return Column(name, title, "number", 0 if is_one and FEATURES[name].is_count else 1)


def base(answer: Segments, say: Say, *parts: str) -> str:
    """How many were grouped out of how many, and how."""
    grouped = say(
        "n = {n} of {known} exhibitors",
        n=say.number(answer.grouped),
        known=say.number(answer.known),
    )
    by = say("{n} features", n=len(answer.features))
    return base_line(grouped, by, say(WAYS[answer.way]), *parts)


def study_notes(answer: Segments, say: Say) -> tuple[str, ...]:
    """By what was grouped, who is missing, and how far the result can be trusted."""
    by = say("Grouped by {features}.", features=_features(answer.features, say))
    alike = say(
        "The same for everybody, so of no use here: {features}.",
        features=_features(answer.constant, say),
    )
    weak = say(
        "A weak structure can be artificial: see whether another method or another number"
        " says the same."
    )
    few = say(
        "{n} exhibitors are few for {features} features; the segments may be an accident of these.",
        n=say.number(answer.grouped),
        features=len(answer.features),
    )
    is_weak = answer.k > 1 and structure(answer.shown.silhouette) == "weak"
    return notes(
        by,
        _missing(answer, say),
        alike if answer.constant else "",
        weak if is_weak else "",
        "" if answer.is_comfortable else few,
    )


def _features(names: tuple[str, ...], say: Say) -> str:
    return say.listed([_small(feature(name, say)) for name in names])


def _missing(answer: Segments, say: Say) -> str:
    lacking = [
        say("{feature} ({n})", feature=_small(feature(name, say)), n=say.number(n))
        for name, n in answer.missing.items()
        if n
    ]
    if not lacking:
        return ""
    return say(
        "{n} exhibitors are left out because something is not known of them. Not known: {lacking}.",
        n=say.number(answer.known - answer.grouped),
        lacking=say.listed(lacking),
    )


def _name(answer: Segments, segment: int, say: Say) -> str:
    rows = answer.profile[answer.profile["segment"] == segment].set_index("feature")["z"]
    ordered = [
        str(name)
        for name in rows.abs().sort_values(ascending=False).index
        if abs(rows[name]) >= FAINT
    ]
    clear = [name for name in ordered if abs(rows[name]) >= CLEAR] or ordered[:1]
    traits = [
        say(FEATURES[name].high if rows[name] > 0 else FEATURES[name].low)
        for name in _clearest(clear)
    ]
    text = (", " if say.language == "en" else "、").join(traits) or say("close to the average")
    return text[:1].upper() + text[1:]


def _clearest(clear: list[str]) -> list[str]:
    """The first few; satisfaction, which this is all about, is among them wherever it is clear."""
    others = [name for name in clear if name != "satisfaction"]
    if len(others) == len(clear):
        return others[:MOST_TRAITS]
    return [*others[: MOST_TRAITS - 1], "satisfaction"]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
