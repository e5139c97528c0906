"""Two names that may be one firm: what is known of both, and what joining would change."""

from __future__ import annotations

import hashlib
from math import isnan

import streamlit as st

from analytics.matching import Match, queue
from analytics.matching.company_facts import Company
from analytics.matching.match_reasons import REASONS
from analytics.matching.queue import Effect
from analytics.wording import Say
from ui.companies import company_decisions
from ui.frame import acts, filters, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

LATER = "companies-later"


def key_of(pair: Match) -> str:
    """A pair's name in widget keys."""
    keys = f"{pair.kept.key if pair.kept else ''}\n{pair.name.key}"
    return hashlib.sha1(keys.encode(), usedforsecurity=False).hexdigest()[:12]


def draw(pair: Match, known: dict[str, Company], fair: str, say: Say) -> None:
    """The card, with its three answers for those who may give one."""
    if pair.kept is None:
        return
    with st.container(border=True, gap="small", key=f"pair-{key_of(pair)}"):
        sides = ((say("Name that stays"), pair.kept), (say("Would be joined to it"), pair.name))
        for place, (title, named) in zip(st.columns(2, gap="medium"), sides, strict=True):
            with place:
                _side(title, known.get(named.key, Company(named.key, named.name)), named.name, say)
        if pair.reasons:
            st.markdown(f":gray[{md(say('Why they are asked about:'))}] {md(reasons(pair, say))}")
        _effect(pair, fair, say)
        if gate.person().may("importer"):
            _buttons(pair, fair, say)


def reasons(pair: Match, say: Say) -> str:
    """Why the two may be one firm, or not quite."""
    return _side_by_side([say(REASONS[reason]) for reason in pair.reasons], say)


def _side_by_side(parts: list[str], say: Say) -> str:
    return ("；" if say.language == "zh" else "; ").join(parts)


def _side(title: str, company: Company, name: str, say: Say) -> None:
    facts = [
        fact for fact in (company.code, company.country, company.region, company.industry) if fact
    ]
    lines = [
        f":gray[{md(title)}]",
        f"**{md(name)}**",
        md(" · ".join(facts)),
        md(attended(company, say)),
    ]
    st.markdown("  \n".join(line for line in lines if line))


def attended(company: Company, say: Say) -> str:
    """The editions a company took part in, by their years where those tell them apart."""
    if not company.editions:
        return say("At no edition yet")
    years = [str(edition.year) for edition in company.editions if edition.year]
    if len(set(years)) < len(company.editions):
        years = [filters.edition_name(edition, say) for edition in company.editions]
    joint = "、" if say.language == "zh" else ", "
    return say("Took part: {editions}", editions=joint.join(years))


def _effect(pair: Match, fair: str, say: Say) -> None:
    effect = effect_of(pair, fair)
    if effect is None:
        return
    editions = {
        edition.id: filters.edition_name(edition, say)
        for edition in answer_cache.choices(fair, "exhibitor").editions
    }
    parts = changes(effect, say)
    effects = _side_by_side(parts, say) or say("none of the figures of that edition")
    text = say(
        "Joining them would change, at {edition}:",
        edition=editions.get(effect.edition_id, effect.edition_id),
    )
    st.markdown(f":gray[{md(text)}] {md(effects)}")


def effect_of(pair: Match, fair: str) -> Effect | None:
    """What joining the two would change, worked out once a state of the data."""
    key = ("effect", fair, key_of(pair), answer_cache.snapshot())

    def work_out() -> tuple[Effect | None]:
        with answer_cache.store().reader() as reader:
            return (queue.effect_on_retention(reader, fair, pair),)

    effect: Effect | None = answer_cache.OFFERS.get(key, work_out)[0]
    return effect


def changes(effect: Effect, say: Say) -> list[str]:
    """Each figure that moves, before → after."""
    before, after = effect.before, effect.after
    counts = (before.exhibitors, after.exhibitors)
    moves = [
        (
            ""
            if counts[0] == counts[1]
            else f"{say('exhibitors')} {say.number(counts[0])} → {say.number(counts[1])}"
        ),
        _moved(say("repeat share"), before.repeat_share, after.repeat_share, say),
        _moved(say("retention"), before.retention, after.retention, say),
    ]
    return [move for move in moves if move]


def _moved(name: str, before: float, after: float, say: Say) -> str:
    """With as many decimals as it takes to see the change, three at most."""
    if before == after or isnan(before) or isnan(after):
        return ""
    digits = next((n for n in (1, 2) if say.percent(before, n) != say.percent(after, n)), 3)
    return f"{name} {say.percent(before, digits)} → {say.percent(after, digits)}"


def _buttons(pair: Match, fair: str, say: Say) -> None:
    key = key_of(pair)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            say("Same firm"),
            key=f"same-{key}",
            type="primary",
            icon=":material/join_inner:",
            on_click=acts.request,
            args=(company_decisions.same(fair, pair),),
        )
        st.button(
            say("Different firms"),
            key=f"different-{key}",
            icon=":material/call_split:",
            on_click=acts.request,
            args=(company_decisions.different(fair, pair),),
        )
        st.button(
            say("Decide later"), key=f"later-{key}", type="tertiary", on_click=_put_off, args=(key,)
        )


def _put_off(key: str) -> None:
    session.remember(
        LATER, (*(later for later in session.value_of(LATER, ()) if later != key), key)
    )


def those_put_off_last(pairs: tuple[Match, ...]) -> tuple[Match, ...]:
    """The pairs in order, those put off behind the others, the one put off first in front."""
    put_off = {key: place for place, key in enumerate(session.value_of(LATER, ()), start=1)}
    return tuple(sorted(pairs, key=lambda pair: put_off.get(key_of(pair), 0)))
