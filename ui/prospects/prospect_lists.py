"""The eight lists of prospects: how many firms each holds, who they are, where they were seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from analytics.errors import Fault
from analytics.filters import Filters
from analytics.matching import prospects
from analytics.matching.prospect_comparison import ProspectPairs
from analytics.matching.prospect_lists import FROM_REGISTER, LISTS, OTHER
from analytics.matching.prospects import RegisterLists, Settled
from analytics.remedies import remedy
from analytics.wording import Say
from ui.frame import acts, filters, navigation, study_page
from ui.frame.safe_labels import md
from ui.people import gate
from ui.prospects import prospect_form, prospect_questions, prospect_table
from ui.server import answer_cache
from ui.server.jobs import Job

MOST_SHOWS = 30


def draw(chosen: Filters, say: Say) -> None:
    """The page below its head."""
    acts.carry_out(say)
    if filters.fair_of(chosen).is_demo:
        st.badge(say("Synthetic demo fair"), icon=":material/science:", color="gray")
    filters.fair_box(chosen, say)
    outcome_place = st.container()
    pairs = _pairs(chosen.fair, say)
    settled = _settled(chosen.fair, pairs) if isinstance(pairs, ProspectPairs) else None
    if not isinstance(pairs, Job):
        with outcome_place:
            acts.show_outcome(say)
    if settled is not None:
        _lists(settled, _register(chosen.fair), say)
        prospect_questions.draw(settled, chosen.fair, say)
        prospect_table.draw(settled, say)
        _shows(settled, say)
    if gate.person().may("importer"):
        prospect_form.draw(chosen.fair, say)
    st.page_link(
        navigation.at("upload"), label=say("Load a list of prospects"), icon=":material/upload:"
    )
    prospect_questions.draw_answers(settled or (), chosen.fair, say)


def _pairs(fair: str, say: Say) -> ProspectPairs | Job | None:
    """Who may be whom; while names are being compared, the job, and how far it is."""
    try:
        pairs = answer_cache.prospect_pairs_or_job(fair)
    except Fault as fault:
        st.warning(md(remedy(fault, say)), icon=":material/info:")
        return None
    if isinstance(pairs, Job):
        with st.container(border=True, key="looking"):
            study_page.show_progress(pairs, say)
    return pairs


def _settled(fair: str, pairs: ProspectPairs) -> tuple[Settled, ...]:
    """What every prospect is. What is kept holds the pairs too, so that their id stays theirs."""
    key = ("prospects", fair, answer_cache.snapshot(), id(pairs))

    def look() -> tuple[tuple[Settled, ...], object]:
        with answer_cache.store().reader() as reader:
            return prospects.sorted_out(reader, fair, pairs), pairs

    settled: tuple[Settled, ...] = answer_cache.OFFERS.get(key, look)[0]
    return settled


def _register(fair: str) -> RegisterLists:
    with answer_cache.store().reader() as reader:
        return prospects.register_lists(reader, fair)


def list_name(key: str, say: Say) -> str:
    """A list's name; the words of a file where they name none of ours."""
    return say(LISTS[key]) if key in LISTS else key or say(OTHER)


def _lists(settled: Sequence[Settled], register: RegisterLists, say: Say) -> None:
    """One row a list, the two that follow from the register first."""
    counts = {row["key"]: row for row in prospects.counts_by_list(settled)}
    of_register = {"current": register.current, "lapsed": register.lapsed}
    others = [key for key in counts if key not in LISTS]
    rows = [
        {
            "list": list_name(key, say),
            "register": of_register.get(key),
            **{name: counts.get(key, {}).get(name) for name in prospect_table.COUNTED},
        }
        for key in (*LISTS, *others)
    ]
    st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        key="prospect-lists",
        placeholder="–",
        column_config={"list": say("List"), "register": say("In the register")}
        | prospect_table.count_columns(say),
    )
    text = say(
        "{current} and {lapsed} follow from the register: at the last edition held, or only"
        " before. A firm on two lists counts in both.",
        **{key: say(LISTS[key]) for key in FROM_REGISTER},
    )
    st.caption(md(text))


def _shows(settled: Sequence[Settled], say: Say) -> None:
    """The other shows at which prospects were seen, and how many of them are ours already."""
    by_state: Counter[tuple[str, str]] = Counter()
    for firm in settled:
        if firm.state != "same":
            by_state.update((show, firm.state) for show in firm.prospect.seen_at)
    shows = Counter[str]()
    for (show, _), count in by_state.items():
        shows[show] += count
    if not shows:
        return
    st.subheader(say("Seen at other shows"), anchor=False)
    st.dataframe(
        [
            {"show": show, "firms": count}
            | {state: by_state[show, state] for state in ("exhibitor", "ask", "new")}
            for show, count in shows.most_common(MOST_SHOWS)
        ],
        hide_index=True,
        width="stretch",
        key="prospect-shows",
        column_config={"show": say("Show")} | prospect_table.count_columns(say),
    )
    if len(shows) > MOST_SHOWS:
        text = say("And {count} more shows.", count=say.number(len(shows) - MOST_SHOWS))
        st.caption(md(text))
