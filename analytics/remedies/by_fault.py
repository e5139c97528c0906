"""One fault, one sentence: which of them, and what is filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import singledispatch

from analytics.errors import (
    AlreadyImported,
    AlreadyThere,
    ChangedMeanwhile,
    Fault,
    NewerVersion,
    NotAllowed,
    NotEnough,
    NothingChosen,
    NotPossible,
    NoVariation,
    StoreFault,
    UnknownChoice,
    UnknownStudy,
    Unreadable,
)
from analytics.remedies.contradictions import NOT_POSSIBLE
from analytics.remedies.lacks import ENTERED, NO_ANSWERS, NONE_CHOSEN, NOT_ENOUGH, TOO_FEW, WHAT
from analytics.remedies.sentences import (
    CONTENTS,
    FILES,
    NOT_READ,
    ROLES,
    STOPPED,
    STORE,
    UNREADABLE,
)
from analytics.remedies.unknown_choice import UNKNOWN, UNKNOWN_VALUE
from analytics.wording import Say, phrase
from analytics.worker import ChildStopped

COUNTED = {
    "answers": phrase("{n} answers"),
    "fairs": phrase("{n} fairs"),
    "respondents": phrase("{n} respondents"),
    "editions": phrase("{n} editions"),
    "exhibitors": phrase("{n} exhibitors"),
    "participations": phrase("{n} participations"),
    "items": phrase("{n} items"),
    "dimensions": phrase("{n} dimensions"),
    "ratings": phrase("{n} ratings"),
    "turnover": phrase("{n} turnover figures"),
    "satisfaction": phrase("{n} satisfaction ratings"),
    "expectations": phrase("{n} expectations"),
    "comments": phrase("{n} comments"),
}
"""What a study may lack, with how many there are of it."""

OF_DIALS = {
    "selection": phrase(
        "No exhibitor fits all of this. Put one of the dials back to “Any”, or remove a filter."
    ),
    "risk": phrase(
        "The departures on file bear no model of risk, so nobody can be chosen by it. Put that dial"
        " back to “Any”, or load earlier editions."
    ),
}
"""What no file brings: a dial of the study leaves nothing."""


@singledispatch
def remedy(fault: Fault, say: Say) -> str:
    """What is missing and the way out, in the reader's language."""
    return say("This could not be done ({name}).", name=type(fault).__name__)


@remedy.register
def _(fault: NothingChosen, say: Say) -> str:
    if fault.what in OF_DIALS:
        return say(OF_DIALS[fault.what])
    return say(NONE_CHOSEN.get(fault.what, NO_ANSWERS), what=_named(fault.what, say))


@remedy.register
def _(fault: NotEnough, say: Say) -> str:
    sentence = TOO_FEW.get(fault.what, NOT_ENOUGH)
    if fault.what in TOO_FEW:
        return say(sentence, needed=say.number(fault.needed), found=say.number(fault.found))
    return say(sentence, **_counted(fault, say))


@remedy.register
def _(fault: NoVariation, say: Say) -> str:
    return say(
        "All {what} are the same here, so there is nothing to compare. Remove a filter or add"
        " editions.",
        what=_named(fault.what, say),
    )


@remedy.register
def _(fault: UnknownStudy, say: Say) -> str:
    return say(
        "There is no study called {key}. There are: {known}.",
        key=fault.key,
        known=", ".join(fault.known),
    )


@remedy.register
def _(fault: UnknownChoice, say: Say) -> str:
    return say(
        UNKNOWN.get(fault.what, UNKNOWN_VALUE),
        value=fault.value,
        known=", ".join(fault.known) or "–",
    )


@remedy.register
def _(fault: NewerVersion, say: Say) -> str:
    return say(
        "{name} was changed by {who} at {at}, after you opened it. Nothing of yours was kept: look"
        " at it again, then change it.",
        name=fault.name,
        who=fault.who or "–",
        at=fault.at or "–",
    )


@remedy.register
def _(fault: Unreadable, say: Say) -> str:
    details = {"reason": fault.reason} | fault.details
    if "kind" in details:
        details["kind"] = say(CONTENTS.get(details["kind"], CONTENTS["binary"]))
    return _filled(say(UNREADABLE.get(fault.reason, NOT_READ)), details)


@remedy.register
def _(fault: AlreadyImported, say: Say) -> str:
    return say(
        "{file} was loaded before, on {at} (import {number}). Nothing was changed.",
        file=fault.file_name,
        at=fault.at,
        number=fault.import_id,
    )


@remedy.register
def _(fault: ChangedMeanwhile, say: Say) -> str:
    people = dict.fromkeys(change.actor or say("a file") for change in fault.changes)
    return say(
        "{who} changed this meanwhile, so nothing was saved. Look at both and choose.",
        who=say.listed(list(people)),
    )


@remedy.register
def _(fault: AlreadyThere, say: Say) -> str:
    return say(
        "{name} is in the register already. Open it and edit it there.",
        name=fault.name,
    )


@remedy.register
def _(fault: StoreFault, say: Say) -> str:
    return _filled(say(STORE.get(fault.reason, STORE["unreadable"])), fault.details)


@remedy.register
def _(fault: NotAllowed, say: Say) -> str:
    return say(ROLES.get(fault.role_needed, ROLES["admin"]))


@remedy.register
def _(fault: NotPossible, say: Say) -> str:
    return say(NOT_POSSIBLE[fault.reason], day=say.day(fault.day) if fault.day else "")


@remedy.register
def _(fault: ChildStopped, say: Say) -> str:
    return say(STOPPED.get(fault.reason, STOPPED["crash"]))


def invitation(kinds: Sequence[str], fault: Fault, say: Say) -> str:
    """Which file would answer what `fault` left open; where all are there, what is missing."""
    if isinstance(fault, NotEnough) and fault.what == "editions":
        return say("Load the same survey of an earlier edition.")
    if isinstance(fault, NothingChosen) and fault.what in OF_DIALS:
        return remedy(fault, say)
    names = [say(FILES[kind]) for kind in kinds if kind in FILES]
    if names:
        return say("Load: {files}.", files=say.listed(names))
    return _without_filters(fault, say)


def _without_filters(fault: Fault, say: Say) -> str:
    """What is missing where no filter stands in the way: nobody is told to remove one."""
    if isinstance(fault, NotEnough):
        return say("This needs {needed}; so far there are {found}.", **_counted(fault, say))
    if isinstance(fault, NothingChosen) and fault.what not in ENTERED:
        return say("No file so far has {what}.", what=_named(fault.what, say))
    if isinstance(fault, NoVariation):
        return say(
            "All {what} are the same, so there is nothing to compare.", what=_named(fault.what, say)
        )
    return remedy(fault, say)


def _counted(fault: NotEnough, say: Say) -> dict[str, str]:
    """How many are needed and how many there are; Chinese has a measure word for both."""
    needed, there = say.number(fault.needed), say.number(fault.found)
    counted = COUNTED.get(fault.what)
    if counted is None:
        return {"needed": f"{needed} {_named(fault.what, say)}", "found": there}
    return {
        "needed": say(counted, n=needed),
        "found": say(counted, n=there) if say.language == "zh" else there,
    }


def _named(what: str, say: Say) -> str:
    return say(WHAT.get(what, what))


class _Blank(dict[str, str]):
    """A detail that a fault did not bring is left out of the sentence rather than breaking it."""

    def __missing__(self, key: str) -> str:
        return "?"


def _filled(sentence: str, details: dict[str, str]) -> str:
    fill: Callable[[dict[str, str]], str] = sentence.format_map
    return fill(_Blank(details))
