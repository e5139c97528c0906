"""Turns of phrase that the figures of this study share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analytics.customers.risk.terms import COLUMNS, INDUSTRY, TERMS
from analytics.figures.base_line import base_line, first_to_last
from analytics.figures.sentences import notes
from analytics.wording import Name

if TYPE_CHECKING:
    from analytics.studies.churn.compute import Churn
    from analytics.wording import Say

LARGE_CHANGE = 0.3


def edition_name(answer: Churn, place: int, say: Say) -> str:
    """The edition at a place (from 1)."""
    row = answer.editions.iloc[place - 1]
    return Name(str(row["name_zh"]), str(row["name_en"])).worded(say)


def now(answer: Churn, say: Say) -> str:
    return edition_name(answer, len(answer.editions), say)


def span(answer: Churn, last: int, say: Say) -> str:
    """The editions from the first to a place."""
    return first_to_last(say, [edition_name(answer, place, say) for place in range(1, last + 1)])


def base(answer: Churn, say: Say, *parts: str) -> str:
    """Those looked at, and what was learnt from."""
    rows, away = answer.learnt
    here = say(
        "n = {n} exhibitors of {edition}", n=say.number(answer.here), edition=now(answer, say)
    )
    learnt = say(
        "learnt from {rows} participations of {editions}, {away} of them not followed by the next",
        rows=say.number(rows),
        away=say.number(away),
        editions=span(answer, len(answer.editions) - 1, say),
    )
    return base_line(here, learnt, *parts)


def column_name(answer: Churn, column: str, say: Say) -> str:
    """What a coefficient is for."""
    if not column.startswith(INDUSTRY):
        return say(COLUMNS[column])
    code, named = int(column.split(":")[1]), answer.industries.named
    name = named[code - 1] if code <= len(named) else say("others and unknown")
    return say("{industry} (against {usual})", industry=name, usual=answer.industries.usual)


def term_names(keys: tuple[str, ...], say: Say) -> str:
    names = {term.key: say(term.name) for term in TERMS}
    return say.listed([names[key] for key in keys])


def reason(answer: Churn, person: dict[str, Any], key: str, say: Say) -> str:
    """A term as it stands with this exhibitor."""
    facts = person["facts"]
    if key == "satisfaction":
        return _rating(answer, facts["overall"], say)
    if key == "tenure":
        return _tenure(int(facts["editions_before"]), say)
    if key == "area":
        return _area(facts["area"], say)
    if key == INDUSTRY:
        return say("industry: {name}", name=person["industry"] or say("not known"))
    return _event(facts, key, say)


def _rating(answer: Churn, overall: float | None, say: Say) -> str:
    if overall is None:
        return say("gave no overall rating")
    rated, best = answer.scale.value(overall), answer.scale.high
    digits = 0 if abs(rated - round(rated)) < 1e-6 else 1
    return say("rated {score} of {best}", score=say.number(rated, digits), best=say.number(best))


def _area(area: float | None, say: Say) -> str:
    """`area` is a power of two."""
    if area is None:
        return say("stand area not known")
    return say("stand of {area} m²", area=say.number(2**area))


def _tenure(before: int, say: Say) -> str:
    if before == 0:
        return say("here for the first time")
    return say("came {n} times before", n=before) if before > 1 else say("came once before")


def _event(facts: dict[str, Any], key: str, say: Say) -> str:
    if key == "complaint":
        return say("complained") if facts["complained"] else say("no complaint")
    if key == "gap":
        return say("streak: back after an edition missed")
    if key == "fee_change":
        return _moved(
            facts["fee_change"], say("fee down"), say("fee up"), say("fee little changed")
        )
    return _moved(
        facts["turnover_change"],
        say("turnover down"),
        say("turnover up"),
        say("turnover little changed"),
    )


def _moved(change: float | None, down: str, up: str, alike: str) -> str:
    if change is None or abs(change) < LARGE_CHANGE:
        return alike
    return down if change < 0 else up


def study_notes(answer: Churn, say: Say) -> tuple[str, ...]:
    """What every figure of the study is to be read with."""
    left_out = say(
        "Left out, for too few left before {edition} to judge more: {terms}.",
        edition=edition_name(answer, len(answer.editions) - 1, say),
        terms=term_names(answer.left_out, say),
    )
    profile = say("Filters on survey answers do not narrow the register.")
    return notes(left_out if answer.left_out else "", profile if answer.has_profile else "")


def base_rate_only(say: Say) -> str:
    return say(
        "The model does no better than saying the base rate for everybody: do not act on single"
        " probabilities."
    )
