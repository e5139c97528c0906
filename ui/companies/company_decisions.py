"""What a reader says of company names. A click only leaves a wish; it is carried out in the run
that follows, under the rights the reader has then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from analytics.errors import Fault
from analytics.matching import Match, queue
from analytics.remedies import remedy
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

REQUEST, OUTCOME = "companies-wanted", "companies-done"


@dataclass(frozen=True)
class Outcome:
    """What was done, in a phrase with its values, and the way back where there is one."""

    sentence: str
    values: dict[str, object] = field(default_factory=dict)
    back: Act | None = None


Act = Callable[[str], Outcome]


def request(act: Act) -> None:
    """Do this at the start of the next run; `act` is given who does it."""
    session.remember(REQUEST, act)


def carry_out(say: Say) -> None:
    """Do what was wished for, if the reader may."""
    act: Act | None = session.value_of(REQUEST)
    session.forget(REQUEST)
    if act is None:
        return
    who = gate.require("importer", say)
    try:
        with st.spinner(say("Bringing the figures up to date …"), show_time=True):
            session.remember(OUTCOME, act(who.email))
    except Fault as fault:
        session.forget(OUTCOME)
        st.warning(md(remedy(fault, say)), icon=":material/info:")


def show_outcome(say: Say) -> None:
    """What the last click did, said once, with the way back."""
    outcome: Outcome | None = session.value_of(OUTCOME)
    session.forget(OUTCOME)
    if outcome is None:
        return
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="distribute",
        border=True,
        key="done",
    ):
        st.markdown(
            f":green[:material/check_circle:] {md(say(outcome.sentence, **outcome.values))}",
            width="content",
        )
        if outcome.back:
            st.button(
                say("Undo"),
                key="undo-last",
                on_click=request,
                args=(outcome.back,),
                icon=":material/undo:",
                type="tertiary",
            )


def same(fair: str, pair: Match) -> Act:
    """The two are one firm."""
    return partial(_answer, fair, pair, True)


def different(fair: str, pair: Match) -> Act:
    """The two are two firms, and are not asked about again."""
    return partial(_answer, fair, pair, False)


def join_certain(fair: str, pairs: Sequence[Match]) -> Act:
    """Every pair that needs no question is one firm."""
    return partial(_join_certain, fair, pairs)


def unmerge(merges: Sequence[int]) -> Act:
    """What these merges joined is several firms again."""
    return partial(_unmerge, merges)


def ask_again(decision: int, name: str, other: str) -> Act:
    """Forget that the two were said to be different."""
    return partial(_ask_again, decision, name, other)


def _answer(fair: str, pair: Match, is_same: bool, actor: str) -> Outcome:
    number = queue.answer(answer_cache.store(), fair, pair, actor, is_same=is_same)
    name = pair.kept.name if pair.kept else ""
    sentence = (
        phrase("“{other}” and “{name}” are one firm from now on.")
        if is_same
        else phrase("“{other}” and “{name}” stay two firms. They are not asked about again.")
    )
    values: dict[str, object] = {"name": name, "other": pair.name.name}
    return Outcome(sentence, values, ask_again(number, name, pair.name.name))


def _join_certain(fair: str, pairs: Sequence[Match], actor: str) -> Outcome:
    numbers = queue.take_automatic(answer_cache.store(), fair, pairs)
    return Outcome(
        phrase("Pairs joined: {count}."),
        {"count": len(numbers)},
        unmerge(numbers) if numbers else None,
    )


def _unmerge(merges: Sequence[int], actor: str) -> Outcome:
    answer_cache.store().unmerge_all(merges, actor)
    return Outcome(
        phrase("Pairs parted: {count}. They are asked about again."), {"count": len(merges)}
    )


def _ask_again(decision: int, name: str, other: str, actor: str) -> Outcome:
    answer_cache.store().undo_decision(decision, actor)
    return Outcome(
        phrase("“{other}” and “{name}” are asked about again."), {"name": name, "other": other}
    )
