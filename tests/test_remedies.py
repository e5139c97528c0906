"""Every fault is worded, in both languages, with the way out."""

import re
from datetime import date
from pathlib import Path

import pytest

from analytics import errors
from analytics.errors import (
    AlreadyImported,
    AlreadyThere,
    CannotWeight,
    ChangedMeanwhile,
    Fault,
    FieldChange,
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
from analytics.intake.load.point_sentences import POINTS
from analytics.intake.load.refusal_sentences import REFUSALS
from analytics.remedies import remedy
from analytics.remedies.by_fault import OF_DIALS
from analytics.remedies.contradictions import NOT_POSSIBLE
from analytics.remedies.lacks import NONE_CHOSEN, TOO_FEW, WHAT
from analytics.remedies.sentences import STOPPED, STORE, UNREADABLE
from analytics.remedies.unknown_choice import UNKNOWN
from analytics.weighting.weight_refusals import SENTENCES
from analytics.wording import speaker
from analytics.worker import ChildStopped

HOUSE = Path(errors.__file__).parent
FAULTS: list[Fault] = [
    *(NothingChosen(what) for what in {**WHAT, **NONE_CHOSEN, **OF_DIALS}),
    *(NotEnough(what, 30, 12) for what in {**WHAT, **TOO_FEW}),
    NoVariation("ratings"),
    UnknownStudy("x", ("satisfaction",)),
    *(UnknownChoice(what, "x", ("a", "b")) for what in UNKNOWN),
    UnknownChoice("planet", "x"),
    *(Unreadable(reason) for reason in UNREADABLE),
    AlreadyImported(7, "a.csv", "2026-01-02"),
    AlreadyThere("n:a", "A"),
    ChangedMeanwhile((FieldChange("country", None, "DE", ""),)),
    NewerVersion("Wifi", "ann", "2026-01-02"),
    *(StoreFault(reason) for reason in STORE),
    *(NotAllowed(role) for role in ("viewer", "importer", "admin")),
    *(NotPossible(reason, date(2026, 5, 1)) for reason in NOT_POSSIBLE),
    *(ChildStopped(reason) for reason in STOPPED),
    *(CannotWeight(reason, "第八届", "Edition 8") for reason in SENTENCES),
]


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
def test_a_fault_is_worded_in_both_languages(fault: Fault) -> None:
    english, chinese = (remedy(fault, speaker(language)) for language in ("en", "zh"))
    assert not re.search(r"[\u4e00-\u9fff]", english)
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    assert "{" not in english + chinese


def test_no_kind_of_fault_is_forgotten() -> None:
    known = {
        kind
        for kind in Fault.__subclasses__()
        if kind.__module__ in ("analytics.errors", "analytics.worker")
    }
    assert {type(fault) for fault in FAULTS} == known


def test_a_fault_of_another_room_is_at_least_named() -> None:
    class Strange(Fault):
        pass

    assert remedy(Strange(), speaker("en")) == "This could not be done (Strange)."


def test_a_shortage_says_what_is_needed_and_what_is_there() -> None:
    assert remedy(NotEnough("answers", 30, 12), speaker("en")).startswith(
        "This needs 30 answers; the filters leave 12."
    )


def test_what_a_file_says_is_never_read_as_a_pattern() -> None:
    assert "{line}" in remedy(Unreadable("mapping_target", {"target": "{line}"}), speaker("en"))


@pytest.mark.parametrize(
    ("kind", "worded"),
    [
        ("Unreadable", UNREADABLE | REFUSALS | POINTS),
        ("StoreFault", STORE),
        ("ChildStopped", STOPPED),
    ],
)
def test_every_reason_raised_anywhere_is_worded(kind: str, worded: dict[str, str]) -> None:
    raised = {
        reason
        for path in HOUSE.rglob("*.py")
        for reason in re.findall(rf'raise {kind}\(\s*"(\w+)"', path.read_text("utf-8"))
    }
    assert raised <= set(worded)


def test_every_lack_a_study_names_is_worded() -> None:
    named = {
        what
        for path in HOUSE.rglob("*.py")
        for what in re.findall(
            r'raise (?:NotEnough|NothingChosen|NoVariation)\(\s*"(\w+)"', path.read_text("utf-8")
        )
    }
    assert named <= {*WHAT, *OF_DIALS}
