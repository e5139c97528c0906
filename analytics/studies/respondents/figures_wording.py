"""What fields and groups of the register are called, and the lines the figures share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures import sentences
from analytics.figures.base_line import base_line
from analytics.ratings.groups import EXPERIENCE, SMALL, TITLES
from analytics.ratings.populations import HERE
from analytics.ratings.readable_names import is_readable
from analytics.stats.suppression import FAINT_BELOW
from analytics.studies.respondents.compute_margins import UNKNOWN
from analytics.weighting.pooled_groups import POOLED

if TYPE_CHECKING:
    from analytics.studies.respondents.compute import Respondents
    from analytics.wording import Say


def group_name(field: str, key: str, say: Say) -> str:
    """A group as the register names it; what it does not know says so."""
    if key == UNKNOWN:
        return say("not known")
    if key == POOLED:
        return say("small groups together")
    return say(EXPERIENCE[key]) if field == "experience" else key


def full_name(field: str, key: str, say: Say) -> str:
    """With its field, where groups of several fields stand together."""
    if field == "experience" and key in EXPERIENCE:
        return say(EXPERIENCE[key])
    return say("{field}: {group}", field=say(TITLES[field]), group=group_name(field, key, say))


def in_sentence(field: str, key: str, say: Say) -> str:
    """The group with its field; the field alone where the reader could not spell the group."""
    return full_name(field, key, say) if is_readable(key, say) else say(TITLES[field])


def listed(fields: tuple[str, ...], say: Say) -> str:
    return say.listed([say(SMALL[field]) for field in fields])


def base(answer: Respondents, say: Say, *parts: str) -> str:
    """n · edition · method."""
    answers = say(
        "n = {n} of {known} exhibitors",
        n=say.number(answer.respondents),
        known=say.number(answer.exhibitors),
    )
    return base_line(answers, answer.edition.worded(say), *parts)


def whose(answer: Respondents, say: Say) -> str:
    """Whom the intervals of what respondents said stand for."""
    return answer.populations.worded(say, HERE, answer.respondents)


def points(value: float, say: Say) -> str:
    """A difference of shares in points."""
    return say.signed(value * 100, 1)


def notes(
    answer: Respondents, say: Say, hidden: int = 0, has_pale: bool = False
) -> tuple[str, ...]:
    """What every figure of this study has to say about its base."""
    unplaced = say(
        "{n} answers lead to nobody on the register of this edition and are left out here.",
        n=say.number(answer.unplaced),
    )
    small = say("{count} groups are hidden because they are too small.", count=say.number(hidden))
    return sentences.notes(
        unplaced if answer.unplaced else "",
        say("Filters on survey answers do not narrow the register.") if answer.has_profile else "",
        small if hidden else "",
        say("Pale: fewer than {n} exhibitors (low base).", n=FAINT_BELOW) if has_pale else "",
    )
