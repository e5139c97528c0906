"""Is this prospect that firm? The doubtful pairs, and what was answered, with the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

import streamlit as st

from analytics.matching import Match, prospects
from analytics.matching.company_facts import Company, companies
from analytics.matching.prospects import Settled
from analytics.wording import Say, phrase
from ui.companies import pair_card
from ui.frame import acts
from ui.frame.acts import Act, Outcome
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

AT_ONCE = 5


def draw(settled: Sequence[Settled], fair: str, say: Say) -> None:
    """The surest doubtful pairs, a few at a time."""
    pairs = sorted(
        (pair for firm in settled if firm.state == "ask" for pair in firm.pairs),
        key=lambda pair: -pair.score,
    )
    if not pairs or not gate.person().may("importer"):
        return
    st.subheader(say("Is it the same firm?"), anchor=False)
    shown = pairs[:AT_ONCE]
    with answer_cache.store().reader() as reader:
        keys = {pair.kept.key for pair in shown if pair.kept and not _is_prospect(pair)}
        known = companies(reader, fair, keys)
    for pair in shown:
        _card(pair, known, fair, say)
    if len(pairs) > len(shown):
        text = say(
            "More to come as you answer, the surest first: {count}.",
            count=say.number(len(pairs) - len(shown)),
        )
        st.caption(md(text))


def _is_prospect(pair: Match) -> bool:
    return pair.kept is not None and pair.kept.key.startswith("p:")


def _card(pair: Match, known: dict[str, Company], fair: str, say: Say) -> None:
    if pair.kept is None:
        return
    key, other = pair_card.key_of(pair), known.get(pair.kept.key)
    with st.container(border=True, gap="small", key=f"prospect-pair-{key}"):
        left, right = st.columns(2, gap="medium")
        left.markdown(f":gray[{md(say('Prospect'))}]  \n**{md(pair.name.name)}**")
        title = say("Exhibitor") if other else say("Another prospect")
        facts = f"  \n{md(pair_card.attended(other, say))}" if other else ""
        right.markdown(f":gray[{md(title)}]  \n**{md(pair.kept.name)}**{facts}")
        if pair.reasons:
            why = md(say("Why they are asked about:"))
            st.markdown(f":gray[{why}] {md(pair_card.reasons(pair, say))}")
        with st.container(horizontal=True):
            st.button(
                say("One firm"),
                key=f"prospect-same-{key}",
                type="primary",
                on_click=acts.request,
                args=(answering(fair, pair, "same"),),
            )
            st.button(
                say("Two firms"),
                key=f"prospect-different-{key}",
                on_click=acts.request,
                args=(answering(fair, pair, "different"),),
            )


def answering(fair: str, pair: Match, verdict: Literal["same", "different"]) -> Act:
    """Somebody says whether the two are one firm."""
    return partial(_answer, fair, pair, verdict)


def _answer(fair: str, pair: Match, verdict: Literal["same", "different"], actor: str) -> Outcome:
    other = pair.kept.key if pair.kept else ""
    keys = (pair.name.key, other)
    prospects.decide(answer_cache.store(), fair, keys, verdict, actor)
    sentence = (
        phrase("“{name}” and “{other}” are one firm.")
        if verdict == "same"
        else phrase("“{name}” and “{other}” are two firms.")
    )
    names = {"name": pair.name.name, "other": pair.kept.name if pair.kept else ""}
    return Outcome(sentence, {**names}, partial(_take_back, fair, keys, names))


def _take_back(fair: str, keys: tuple[str, str], names: dict[str, str], actor: str) -> Outcome:
    prospects.take_back(answer_cache.store(), fair, keys, actor)
    return Outcome(phrase("“{other}” and “{name}” are asked about again."), {**names})


def draw_answers(settled: Sequence[Settled], fair: str, say: Say) -> None:
    """What people said of prospects, each with the way back."""
    with answer_cache.store().reader() as reader:
        answers = prospects.answers(reader, fair)
        keys = {answer.other_key for answer in answers if not answer.other_key.startswith("p:")}
        names = {key: company.name for key, company in companies(reader, fair, keys).items()}
    if not answers or not gate.person().may("importer"):
        return
    names |= {firm.prospect.key: firm.prospect.name for firm in settled}
    with st.expander(say("What was answered"), key="prospect-answers"):
        for place, answer in enumerate(answers[:50]):
            pair = (answer.prospect_key, answer.other_key)
            shown = {"name": names.get(pair[0], pair[0][2:]), "other": names.get(pair[1], pair[1])}
            sentence = (
                say("“{name}” and “{other}” are one firm.", **shown)
                if answer.verdict == "same"
                else say("“{name}” and “{other}” are two firms.", **shown)
            )
            with st.container(horizontal=True, vertical_alignment="center"):
                when = say.day(answer.made_at.date())
                st.markdown(f"{md(sentence)} :gray[{md(answer.actor)} · {md(when)}]")
                st.button(
                    say("Undo"),
                    key=f"prospect-undo-{place}",
                    type="tertiary",
                    on_click=acts.request,
                    args=(partial(_take_back, fair, pair, shown),),
                )
