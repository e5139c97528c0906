"""How close is each exhibitor? Phases, the ladder of loyalty, the funnel, states of contact and
levels of the relation: five readings of the same lives.

Method: rules on coming and skipping, on what was answered at the edition looked at (intention,
recommending: yes from a cut on) and on whether the exhibitor is a key account (A by money); first
match from the highest level down, exactly one level a view. A level whose evidence nobody gave is
left out. Assumption: registers are complete; who did not answer said neither yes nor no. Source:
Dwyer, Schurr & Oh 1987; Payne 1995 for the ladder; rules of thumb, not estimates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from analytics.customers import stages as stage_rule
from analytics.stats.concentration import abc_classes
from analytics.stats.suppression import NEVER_BELOW
from analytics.wording import phrase

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import BoolArray, IntArray

Evidence = Literal["intention", "recommend", "answers", "money", "prospects"]
EVIDENCE: dict[Evidence, str] = {
    "intention": phrase("answers on coming back"),
    "recommend": phrase("answers on recommending"),
    "answers": phrase("answers on coming back or recommending"),
    "money": phrase("known amounts of money"),
    "prospects": phrase("a list of prospects"),
}


@dataclass(frozen=True, slots=True)
class Cuts:
    """Editions running from which trust counts, editions missed from which a firm is gone, and the
    place on the scale (0–1) from which an answer is a yes.
    """

    trust: int = stage_rule.TRUST_STREAK
    missed: int = stage_rule.GONE_GAP
    yes: float = 0.75


@dataclass(frozen=True, slots=True)
class Level:
    """Name and rule are phrases; `needs` is what must have been asked or loaded."""

    name: str
    rule: str
    needs: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Levels from the lowest up."""

    key: str
    name: str
    levels: tuple[Level, ...]


FIRST_TIME = phrase("came for the first time on file")
CAME_AGAIN = phrase("came, not for the first time")
RUNNING = phrase("came, {trust} editions running or more")
MISSED = phrase("missed the last edition, fewer than {gone} in all")
MISSED_MORE = phrase("missed {gone} editions or more")
VIEWS = (
    View(
        "phases",
        phrase("Four phases"),
        (
            Level(phrase("Exploration"), FIRST_TIME),
            Level(phrase("Formation"), phrase("came again, or back after a gap")),
            Level(phrase("Stability"), RUNNING),
            Level(phrase("Decline"), phrase("missed the last edition or more")),
        ),
    ),
    View(
        "ladder",
        phrase("Ladder of loyalty"),
        (
            Level(
                phrase("Sceptic"),
                phrase("answered, neither comes back nor recommends, first time or back"),
                ("answers",),
            ),
            Level(phrase("Follower"), phrase("came twice running, or says it will come back")),
            Level(phrase("Advocate"), phrase("would recommend the fair"), ("recommend",)),
            Level(
                phrase("Partner"),
                phrase("would recommend, {trust} editions running or more, key account (A)"),
                ("recommend", "money"),
            ),
        ),
    ),
    View(
        "funnel",
        phrase("Funnel"),
        (
            Level(
                phrase("Potential customer"),
                phrase("on one list, not on the register"),
                ("prospects",),
            ),
            Level(
                phrase("Target customer"),
                phrase("on two lists or seen at another show, not on the register"),
                ("prospects",),
            ),
            Level(phrase("First-time customer"), FIRST_TIME),
            Level(phrase("Repeat customer"), CAME_AGAIN),
            Level(phrase("Die-hard customer"), RUNNING),
            Level(
                phrase("Advocating customer"),
                phrase("came again and would recommend the fair"),
                ("recommend",),
            ),
        ),
    ),
    View(
        "contact",
        phrase("State of contact"),
        (
            Level(phrase("Stranger"), phrase("on a list, no contact person known"), ("prospects",)),
            Level(
                phrase("Potential contact"),
                phrase("on a list, contact person known"),
                ("prospects",),
            ),
            Level(phrase("Dormant"), MISSED),
            Level(phrase("Lost customer"), MISSED_MORE),
            Level(phrase("Deal closed"), phrase("came to this edition")),
        ),
    ),
    View(
        "relation",
        phrase("Relation"),
        (
            Level(phrase("Transaction"), phrase("came, first time or back after a gap")),
            Level(phrase("Preferred supplier"), phrase("came twice running or more")),
            Level(
                phrase("Partnership"),
                phrase("{trust} editions running or more, and would come back or recommend"),
                ("answers",),
            ),
            Level(
                phrase("Alliance"),
                phrase(
                    "{trust} editions running or more, would come back and recommend, key account"
                    " (A)"
                ),
                ("intention", "recommend", "money"),
            ),
        ),
    ),
)
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Prospects:
    """Firms on live lists that the register does not hold; of them targets, and those of whom a
    contact person is known.
    """

    firms: int
    targets: int
    reached: int


def evidence(now: pd.DataFrame, prospects: Prospects) -> frozenset[Evidence]:
    """What was asked or loaded: of answers and amounts at least five."""
    came = now[now["came"].astype(bool)]
    known: dict[Evidence, bool] = {
        "intention": int(came["intention"].notna().sum()) >= NEVER_BELOW,
        "recommend": int(came["recommend"].notna().sum()) >= NEVER_BELOW,
        "money": int((came["money"] > 0).sum()) >= NEVER_BELOW,
        "prospects": prospects.firms > 0,
    }
    known["answers"] = known["intention"] or known["recommend"]
    return frozenset(name for name, is_known in known.items() if is_known)


def levels(now: pd.DataFrame, stage: IntArray, cuts: Cuts) -> dict[str, IntArray]:
    """By view the level of each row of measures, -1 where it is on none. `stage`: by the rules of
    stages with the same cuts.
    """
    came, streak = now["came"].to_numpy(bool), now["streak"].to_numpy()
    is_again = came & (now["editions_so_far"].to_numpy() > 1)
    is_running, is_twice = came & (streak >= cuts.trust), came & (streak >= 2)
    intends, recommends, is_answering = _answers(now, cuts)
    is_key = abc_classes(now["money"].to_numpy(float)) == 0
    gap = now["gap"].to_numpy()
    is_close = is_running & (intends | recommends)
    return {
        "phases": _phases(stage),
        "ladder": _first(
            (came & recommends & is_running & is_key, 3),
            (came & recommends, 2),
            (is_twice | (came & intends), 1),
            (came & is_answering, 0),
        ),
        "funnel": _first((is_again & recommends, 5), (is_running, 4), (is_again, 3), (came, 2)),
        "contact": _first((came, 4), (gap >= cuts.missed, 3), (gap >= 1, 2)),
        "relation": _first(
            (is_running & intends & recommends & is_key, 3),
            (is_close, 2),
            (is_twice, 1),
            (came, 0),
        ),
    }


def _answers(now: pd.DataFrame, cuts: Cuts) -> tuple[BoolArray, BoolArray, BoolArray]:
    """Who says it will come back, who would recommend, and who said anything of the two."""
    intention, recommend = (now[name].to_numpy(float) for name in ("intention", "recommend"))
    with np.errstate(invalid="ignore"):
        intends, recommends = (values >= cuts.yes - 1e-9 for values in (intention, recommend))
    return intends, recommends, np.isfinite(intention) | np.isfinite(recommend)


def _phases(stage: IntArray) -> IntArray:
    return _first(
        (stage == stage_rule.NURTURE, 0),
        (stage == stage_rule.CONFIRM, 1),
        (stage == stage_rule.TRUST, 2),
        ((stage == stage_rule.WEAKENING) | (stage == stage_rule.LOST), 3),
    )


def _first(*rules: tuple[BoolArray, int]) -> IntArray:
    return np.asarray(np.select([rule for rule, _ in rules], [at for _, at in rules], NOBODY))


def counted(
    codes: dict[str, IntArray], prospects: Prospects, known: frozenset[Evidence]
) -> dict[str, list[int | None]]:
    """By view how many firms stand at each level; None at a level that is left out."""
    counts: dict[str, list[int | None]] = {}
    for view in VIEWS:
        on_view = codes[view.key]
        sizes = np.bincount(on_view[on_view != NOBODY], minlength=len(view.levels)).tolist()
        if view.key == "funnel":
            sizes[:2] = [prospects.firms - prospects.targets, prospects.targets]
        if view.key == "contact":
            sizes[:2] = [prospects.firms - prospects.reached, prospects.reached]
        counts[view.key] = [
            size if known.issuperset(level.needs) else None
            for size, level in zip(sizes, view.levels, strict=True)
        ]
    return counts
