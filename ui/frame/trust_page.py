"""The page of trust: what one can say, what that stands on, what was tested, every number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from analytics.catalogue import study as find
from analytics.errors import UnknownStudy
from analytics.figures import Figure, Method
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.study import Study
from analytics.trust import figures_summary, sentences, trust_workbook
from analytics.trust.data_quality import Ground
from analytics.trust.verdicts import Verdicts
from analytics.trust.verdicts import verdicts as verdicts_on
from analytics.wording import Say, phrase
from ui.frame import figure_card, figure_rows, filters, navigation, session, study_page
from ui.frame.figure_downloads import XLSX
from ui.frame.safe_labels import md
from ui.server import answer_cache

RESPONDENTS = "respondents"
FEW_ROWS = 12
Colour = Literal["green", "blue", "orange", "gray"]
STANDINGS: dict[figures_summary.Standing, tuple[str, str, Colour]] = {
    "established": (phrase("Established"), "verified", "green"),
    "estimated": (phrase("Estimated, with its interval"), "straighten", "blue"),
    "open": (phrase("Not borne out"), "help", "orange"),
    "described": (phrase("Only described"), "visibility", "gray"),
}


@dataclass(frozen=True, eq=False)
class Page:
    """Everything the page shows of one study."""

    study: Study
    chosen: Filters
    figures: tuple[Figure, ...]
    ground: Ground
    verdicts: Verdicts
    say: Say


def open_page() -> Page:
    """The head of the page and all it needs. Where there is no answer, ends the run with why."""
    say, study = session.say(), navigation.study_to_trust()
    study_page.need_a_fair(say)
    title = say("{study}: {question}", study=say(study.title), question=say(study.question))
    study_page.head(say("Can we trust this?"), title)
    _unknown_study_notice(say)
    _link_back(study, say)
    answer, chosen = study_page.answer_and_filters(study, say)
    shown, ground = study_page.figures(study, answer, say), answer_cache.ground(chosen)
    sides = verdicts_on(
        shown,
        ground,
        say,
        is_synthetic=filters.fair_of(chosen).is_demo,
        reads_answers=study.section == "listen",
    )
    return Page(study, chosen, shown, ground, sides, say)


def verdicts(page: Page) -> None:
    """What the findings are good for, side by side with what they are not."""
    say, sides = page.say, page.verdicts
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True, key="can-say", height="stretch"):
        _list(
            say("What you can say"),
            "check_circle",
            sides.can,
            say("Nothing is established here beyond chance."),
        )
        if sides.only:
            _list(say("Only described"), "visibility", sides.only)
    with right, st.container(border=True, key="cannot-say", height="stretch"):
        _list(say("What you cannot say"), "block", sides.cannot)


def ground(page: Page) -> None:
    """Who answered, what was left out, what was asked; and all of the page to take away."""
    say = page.say
    with st.container(border=True, key="ground"):
        st.subheader(say("What it stands on"), anchor=False)
        for question, answer in sentences.ground_sentences(page.figures, page.ground, say).items():
            st.markdown(f"**{md(question)}**  \n{md(answer)}")
        with st.container(horizontal=True, vertical_alignment="center"):
            if page.ground.audience == "exhibitor" and page.study.key != RESPONDENTS:
                respondents = find(RESPONDENTS)
                navigation.link_to_study(respondents, page.chosen.fair, say(respondents.question))
            st.download_button(
                say("Take it all away (Excel)"),
                lambda: _workbook(page),
                file_name=f"expolens-trust-{page.study.key}.xlsx",
                mime=XLSX,
                on_click="ignore",
                key="trust-xlsx",
                icon=":material/download:",
            )


def tests(page: Page) -> None:
    """Every family of tests, how large it is and how it is adjusted."""
    say, families = page.say, figures_summary.families(page.figures)
    with st.container(border=True, key="tests"):
        st.subheader(say("What was tested"), anchor=False)
        if not families:
            st.markdown(md(say("Nothing was tested: these figures describe.")))
            return
        st.markdown(
            "\n".join(f"- **{md(family.name)}**  \n  {md(family.how(say))}" for family in families)
        )


def figures(page: Page) -> None:
    """Figure by figure: the finding, how it is computed (once a method), and the numbers behind."""
    explained: dict[Method, str] = {}
    for figure in page.figures:
        _figure(figure, page, explained.get(figure.method, ""))
        explained.setdefault(figure.method, figure.title)


def _figure(figure: Figure, page: Page, same_as: str) -> None:
    say, key = page.say, f"trust-{page.study.key}-{figure.key}"
    title, icon, colour = STANDINGS[figures_summary.standing(figure)]
    with st.container(border=True, key=key):
        st.badge(say(title), icon=f":material/{icon}:", color=colour)
        st.subheader(md(figure.title), anchor=False)
        st.caption(md(figure.base))
        for note in figure.notes:
            st.caption(f":material/info: {md(note)}")
        figure_card.method(figure, say, same_as=same_as)
        label = say("The numbers behind ({rows} rows)", rows=say.number(len(figure.data)))
        is_short = len(figure.data) <= FEW_ROWS
        numbers = st.expander(
            label, is_short, icon=":material/table:", key=f"{key}-numbers", on_change="rerun"
        )
        if numbers.open:
            with numbers:
                figure_rows.draw(figure, say, key=key)


def _workbook(page: Page) -> bytes:
    return trust_workbook.workbook(page.study, page.figures, page.ground, page.verdicts, page.say)


def _list(title: str, icon: str, items: tuple[str, ...], nothing: str = "") -> None:
    st.markdown(f"#### :material/{icon}: {md(title)}")
    items = items or ((nothing,) if nothing else ())
    st.markdown("\n".join(f"- {md(item)}" for item in items))


def _link_back(study: Study, say: Say) -> None:
    """Back to the figures, with the same filters."""
    chosen = filters.current()
    if chosen:
        with st.container(horizontal=True, key="back-to-study"):
            navigation.link_to_study(
                study, chosen.fair, say("Back to the figures: {study}", study=say(study.title))
            )


def _unknown_study_notice(say: Say) -> None:
    """Where the address names no study that is there, the first one is shown and this says so."""
    try:
        find(session.wish().study or navigation.study_to_trust().key)
    except UnknownStudy as fault:
        st.info(md(remedy(fault, say)), icon=":material/link_off:")
