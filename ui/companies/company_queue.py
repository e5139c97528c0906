"""Which names are one firm: the search, the certain pairs, the questions, what was settled."""

from __future__ import annotations

import streamlit as st

from analytics.errors import Fault
from analytics.filters import Filters
from analytics.matching import Match, queue
from analytics.matching.company_facts import companies
from analytics.remedies import remedy
from analytics.wording import Say
from ui.companies import company_decisions, pair_card, settled_pairs
from ui.frame import acts, filters, session, study_page
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache
from ui.server.jobs import Job

LOOKED = "companies-looked"
AT_ONCE = 5
CERTAIN_ROWS = 200


def draw(chosen: Filters, say: Say) -> None:
    """The page below its head."""
    acts.carry_out(say)
    if filters.fair_of(chosen).is_demo:
        st.badge(say("Synthetic demo fair"), icon=":material/science:", color="gray")
    filters.fair_box(chosen, say)
    settled = settled_pairs.lines(chosen.fair)
    pairs = _pairs_if_compared(chosen.fair, say)
    if pairs is not None:
        pending = _pending(chosen.fair, pairs)
        open_pairs = tuple(pair for pair in pending if pair.verdict == "ask")
        certain = tuple(pair for pair in pending if pair.verdict == "automatic")
        _counts(len(open_pairs), settled, say)
        acts.show_outcome(say)
        _certain_pairs(certain, pairs, chosen.fair, say)
        _questions(open_pairs, bool(certain), chosen.fair, say)
    else:
        acts.show_outcome(say)
    settled_pairs.draw(settled, say)


def _pairs_if_compared(fair: str, say: Say) -> tuple[Match, ...] | None:
    """The pairs, if they have been looked for; else the way to have that done, or how far it is."""
    try:
        pairs = (
            answer_cache.pairs_or_job(fair)
            if session.value_of(LOOKED) == fair
            else answer_cache.pairs(fair)
        )
    except Fault as fault:
        st.warning(md(remedy(fault, say)), icon=":material/info:")
        pairs = None
    if isinstance(pairs, Job):
        with st.container(border=True, key="looking"):
            study_page.show_progress(pairs, say)
        return None
    if pairs is None:
        _offer_to_look(fair, say)
    return pairs


def _offer_to_look(fair: str, say: Say) -> None:
    with st.container(border=True, key="look"):
        text = say(
            "Files spell one firm in many ways: with or without its city, its legal form,"
            " in another script. Every name of the register is compared with every other;"
            " nothing is joined until you say so."
        )
        st.markdown(md(text))
        st.button(
            say("Look for duplicates now"),
            key="look-now",
            type="primary",
            icon=":material/search:",
            on_click=session.remember,
            args=(LOOKED, fair),
        )


def _pending(fair: str, pairs: tuple[Match, ...]) -> tuple[Match, ...]:
    """The pairs nobody settled. What is kept holds all pairs too, so that their id stays theirs."""
    key = ("pending", fair, answer_cache.snapshot(), id(pairs))

    def look() -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        with answer_cache.store().reader() as reader:
            return queue.pending(reader, fair, pairs), pairs

    pending: tuple[Match, ...] = answer_cache.OFFERS.get(key, look)[0]
    return pending


def _counts(left: int, settled: list[settled_pairs.Line], say: Say) -> None:
    counts = (
        (say("Pairs left to decide"), left),
        (say("Joined"), sum(line.is_joined for line in settled)),
        (say("Kept apart"), sum(not line.is_joined for line in settled)),
    )
    with st.grid(3, min_column_width=100):
        for name, count in counts:
            st.metric(name, say.number(count))


def _certain_pairs(
    certain: tuple[Match, ...], pairs: tuple[Match, ...], fair: str, say: Say
) -> None:
    """Pairs whose names alone settle it: shown, and joined on a click."""
    if not certain:
        return
    with st.container(border=True, key="certain"):
        text = say(
            "Certain pairs: {count}. One name, written in two ways.", count=say.number(len(certain))
        )
        st.markdown(f":material/verified: **{md(text)}**")
        with st.expander(say("Show them"), key="certain-pairs"):
            st.dataframe(
                [
                    {
                        "name": pair.kept.name,
                        "other": pair.name.name,
                        "why": pair_card.reasons(pair, say),
                    }
                    for pair in certain[:CERTAIN_ROWS]
                    if pair.kept
                ],
                hide_index=True,
                width="stretch",
                key="certain-table",
                column_config={
                    "name": say("Name that stays"),
                    "other": say("Other name"),
                    "why": say("Why"),
                },
            )
        if gate.person().may("importer"):
            st.button(
                _join_label(len(certain), say),
                key="join-certain",
                type="primary",
                icon=":material/join_inner:",
                on_click=acts.request,
                args=(company_decisions.join_certain(fair, pairs),),
            )


def _join_label(count: int, say: Say) -> str:
    return (
        say("Join this pair")
        if count == 1
        else say("Join the {count} certain ones", count=say.number(count))
    )


def _questions(pairs: tuple[Match, ...], are_others_left: bool, fair: str, say: Say) -> None:
    if not pairs:
        if not are_others_left:
            st.success(
                md(say("No two names are left that may be one firm.")), icon=":material/done_all:"
            )
        return
    st.subheader(say("Are these one firm?"), anchor=False)
    if not gate.person().may("importer"):
        st.caption(
            ":material/lock:"
            f" {md(say('You may look at the pairs; deciding takes the right to load data.'))}"
        )
    shown = pair_card.those_put_off_last(pairs)[:AT_ONCE]
    keys = [named.key for pair in shown for named in (pair.kept, pair.name) if named]
    with answer_cache.store().reader() as reader:
        known = companies(reader, fair, keys)
    for pair in shown:
        pair_card.draw(pair, known, fair, say)
    if len(pairs) > len(shown):
        text = say(
            "More to come as you answer, the surest first: {count}.",
            count=say.number(len(pairs) - len(shown)),
        )
        st.caption(md(text))
