"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, claim
from analytics.ratings.readable_names import is_readable
from analytics.studies.segments import figures_sentences, figures_wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty
    from analytics.studies.segments.compute import Segments
    from analytics.wording import Say


def claims(answer: Segments, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: _overview(answer, say),
        "profiles": lambda: _profiles(answer, say),
        "map": lambda: _map(answer, say),
        "who": lambda: _who(answer, say),
        "choice": lambda: _choice(answer, say),
        "criteria": lambda: _criteria(answer, say),
        "members": lambda: _members(answer, say),
    }


def _certainty(answer: Segments) -> Certainty:
    """More than chance makes; a cut that was asked for was not tested against chance and may
    neither separate nor come back.
    """
    if answer.k == 1:
        return "no evidence"
    if answer.is_beyond_chance:
        return "confirmed"
    choice = answer.shown
    return "a sign" if choice.is_separated or choice.is_stable else "no evidence"


def _one(say: Say) -> Claim:
    sentence = phrase("Exhibitors differ by degree, not by kind: there are no segments.")
    return claim(say, "difference", "no evidence", sentence)


def _overview(answer: Segments, say: Say) -> Claim:
    if answer.k == 1:
        return _one(say)
    table, names = answer.segments, figures_wording.names(answer, say)
    if table["turnover_share"].isna().all() or figures_sentences.MADE_FROM in answer.features:
        return claim(
            say,
            "model",
            _certainty(answer),
            phrase("There are {k} kinds of exhibitors; the largest is “{name}”."),
            {"name": names[0]},
            k=answer.k,
        )
    first = table.loc[table["turnover_share"].idxmax()]
    return claim(
        say,
        "model",
        _certainty(answer),
        phrase("“{name}” are {share} of exhibitors and {turnover} of turnover."),
        {"name": names[int(first["segment"])]},
        share=say.percent(first["share"], 0),
        turnover=say.percent(first["turnover_share"], 0),
    )


def _profiles(answer: Segments, say: Say) -> Claim:
    spread = answer.profile.groupby("feature")["z"].agg(lambda z: z.max() - z.min())
    widest = str(spread.idxmax())
    rows = answer.profile[answer.profile["feature"] == widest].sort_values("z")
    low, high = (
        figures_wording.value(answer, widest, rows.iloc[at]["mean"], say) for at in (0, -1)
    )
    return claim(
        say,
        "difference",
        _certainty(answer),
        phrase("{feature} sets them apart most: {high}, against {low}."),
        {"feature": figures_wording.feature(widest, say)},
        high=high,
        low=low,
    )


def _map(answer: Segments, say: Say) -> Claim:
    if answer.k == 1:
        sentence = phrase("One cloud of exhibitors, without groups.")
        return claim(say, "difference", "no evidence", sentence)
    return claim(
        say,
        "difference",
        _certainty(answer),
        phrase("The map shows {share} of what sets exhibitors apart."),
        share=say.percent(sum(axis.share for axis in answer.axes), 0),
    )


def _who(answer: Segments, say: Say) -> Claim:
    top = answer.who.loc[answer.who["v"].idxmax()]
    field, category = say(figures_sentences.FIELDS[top["field"]]), str(top["category"])
    if not is_readable(category, say):
        sentence = phrase("{field} tells the segments apart most.")
        return claim(say, "difference", "confirmed", sentence, field=field)
    segment = figures_wording.names(answer, say)[int(top["segment"])]
    return claim(
        say,
        "difference",
        "confirmed",
        phrase("“{category}” make up {share} of “{segment}”, {overall} of all."),
        {"category": category, "segment": segment},
        share=say.percent(top["share"], 0),
        overall=say.percent(top["share_overall"], 0),
    )


def _choice(answer: Segments, say: Say) -> Claim:
    if answer.k == 1:
        return _one(say)
    sentences: dict[Certainty, str] = {
        "confirmed": phrase("{k} segments stand apart and come back when drawn again."),
        "a sign": phrase("{k} segments are a useful cut, not a firm one."),
        "no evidence": phrase("{k} segments are a cut of convenience."),
    }
    sure = _certainty(answer)
    return claim(say, "model", sure, sentences[sure], k=answer.k)


def _criteria(answer: Segments, say: Say) -> Claim:
    known = [row for row in answer.choice if row.calinski_harabasz == row.calinski_harabasz]
    numbers = {answer.k_by_gap} - {None}
    if known:
        numbers |= {
            max(known, key=lambda row: row.calinski_harabasz).k,
            max(known, key=lambda row: row.silhouette).k,
        }
    if len(numbers) < 2:
        sentence = phrase("All rules of thumb agree on the number of segments.")
        return claim(say, "model", _certainty(answer), sentence)
    sentence = phrase("Rules of thumb differ on how many segments there are.")
    return claim(say, "model", "a sign" if answer.k > 1 else "no evidence", sentence)


def _members(answer: Segments, say: Say) -> Claim:
    total = float(answer.segments["turnover"].sum())
    if not total > 0:
        sentence = phrase("No member declared a turnover.")
        return claim(say, "level", "too few", sentence)
    segment = figures_sentences.richest(answer)
    of_segment = answer.top[answer.top["segment"] == segment]
    return claim(
        say,
        "level",
        "confirmed",
        phrase("The {n} largest members declared {share} of all turnover."),
        n=len(of_segment),
        share=say.percent(float(of_segment["total_turnover"].sum()) / total, 0),
    )
