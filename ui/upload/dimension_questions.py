"""Which dimension questions stand under: proposed by topic, or said for several at once."""

from __future__ import annotations

import streamlit as st

from analytics.intake.cells.text_keys import label_key, slug
from analytics.intake.cells.vocabulary import CHINESE
from analytics.intake.mapping import mapping_table
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.standard_questionnaire import OTHER
from analytics.intake.mapping.topics import (
    RATED,
    Proposal,
    is_loose,
    proposals,
    with_dimension,
    with_proposals,
)
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.upload.working_mapping import Work

LONGEST_NAME = 60


def draw(work: Work) -> None:
    """What is proposed, and a way to say it for any questions. Nothing is taken unasked."""
    rated = [use for use in work.mapping.columns if use.target in RATED]
    if not rated:
        return
    offered = proposals(work.mapping, work.known)
    with st.container(border=True, key=f"dimensions-{work.draft.draft_id}"):
        _head(rated, offered, work)
        for place, proposal in enumerate(offered):
            _proposal(place, proposal, work)
        _several_at_once(rated, work)


def _head(rated: list[ColumnUse], offered: tuple[Proposal, ...], work: Work) -> None:
    say = work.say
    loose = sum(is_loose(use) for use in rated)
    if not offered:
        text = say("{count} questions stand under no dimension.", count=loose)
        st.markdown(f"**{md(text if loose else say('Every question has its dimension.'))}**")
        return
    count = sum(len(proposal.columns) for proposal in offered)
    text = say(
        "{count} questions have no dimension yet. By what they ask they would go to:", count=count
    )
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(f"**{md(text)}**", width="content")
        if st.button(
            say("Take all"),
            key=work.key("take-all"),
            icon=":material/done_all:",
            help=say("Each can be changed afterwards. Averages by dimension follow from it."),
        ):
            work.begin_anew(with_proposals(work.mapping, offered))
    if _is_asked_before(work):
        st.caption(
            md(
                say(
                    "Earlier files of this fair ask some of these questions without a dimension."
                    " They go on together once those files are corrected too."
                )
            )
        )


def _is_asked_before(work: Work) -> bool:
    """Does another import hold a question that would move: it would stay where it is."""
    loose = [use for use in work.mapping.columns if is_loose(use)]
    labels = {label_key(name) for use in loose for name in (use.name_zh, use.name_en)} - {""}
    return not work.draft.corrects and any(
        labels & {label_key(item.name_zh), label_key(item.name_en)}
        for item in work.known.items
        if item.dimension_id == OTHER
    )


def _proposal(place: int, proposal: Proposal, work: Work) -> None:
    say = work.say
    names = [_short(work.mapping.use(column), say) for column in proposal.columns]
    name = say.name(proposal.name_zh, proposal.name_en)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            say("Take"), key=work.key(f"take-{place}"), icon=":material/check:", type="tertiary"
        ):
            work.begin_anew(with_proposals(work.mapping, (proposal,)))
        st.markdown(f"**{md(name)}** {md(say.listed(names))}")


def _short(use: ColumnUse, say: Say) -> str:
    return say.name(use.name_zh, use.name_en) or use.column


def _several_at_once(rated: list[ColumnUse], work: Work) -> None:
    """Any questions put under a dimension that is here, or one made by its name."""
    say = work.say
    places = mapping_table.dimensions(work.mapping, work.known, say)
    columns = {use.column: _short(use, say) for use in rated}
    with (
        st.popover(
            say("Set a dimension for several questions"),
            type="tertiary",
            icon=":material/category:",
            key=work.key("several"),
        ),
        st.form(work.key("several-form"), border=False),
    ):
        picked = st.multiselect(
            say("Questions"),
            list(columns),
            format_func=columns.__getitem__,
            key=work.key("several-columns"),
            placeholder=say("Choose questions"),
        )
        named = st.selectbox(
            say("Dimension"),
            list(places.values()),
            index=None,
            key=work.key("several-dimension"),
            accept_new_options=True,
            placeholder=say("Choose one, or type a new name"),
        )
        if st.form_submit_button(say("Put them there")) and picked and named:
            work.begin_anew(
                put_under(tuple(picked), named.strip()[:LONGEST_NAME], places, work.mapping)
            )


def put_under(
    columns: tuple[str, ...], named: str, places: dict[str, str], mapping: Mapping
) -> Mapping:
    """Under the dimension of that name; a name that none has makes one."""
    keys = {label_key(name): key for key, name in places.items()}
    if key := keys.get(label_key(named)):
        return with_dimension(mapping, columns, key)
    names = (named, "") if CHINESE.search(named) else ("", named)
    return with_dimension(mapping, columns, slug(named), names)
