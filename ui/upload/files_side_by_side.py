"""Two files of one survey, dropped together: what both ask, what only one does, how many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import streamlit as st

from analytics.intake.cells.text_keys import header_key
from analytics.intake.load.draft import Draft
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.question_columns import plain_label
from analytics.intake.table.file_kinds import kind_of
from analytics.wording import Say
from ui.frame.safe_labels import md

MOST_NAMED = 12
ALIKE = 0.5


@dataclass(frozen=True)
class SurveyFile:
    """One of the files: its name, its lines, and its questions by their key."""

    name: str
    lines: int
    questions: dict[tuple[str, ...], str]
    target: tuple[str, int | None]


def draw(drafts: Sequence[Draft], say: Say) -> None:
    """A table for each pair of files that go to one edition and ask mostly the same."""
    files = [file for draft in drafts if (file := _file(draft, say))]
    for first, second in combinations(files, 2):
        if first.target == second.target and _share_alike(first, second) >= ALIKE:
            _pair(first, second, say)


def _file(draft: Draft, say: Say) -> SurveyFile | None:
    mapping, inspection = draft.mapping, draft.inspection
    if mapping is None or inspection is None or kind_of(mapping.kind).audience is None:
        return None
    return SurveyFile(
        draft.file_name,
        inspection.lines_read,
        _questions(mapping, say),
        (mapping.kind, mapping.edition),
    )


def _questions(mapping: Mapping, say: Say) -> dict[tuple[str, ...], str]:
    answers = [use for use in mapping.columns if use.is_rating or use.target == "profile"]
    return {
        _key(use): say.name(use.name_zh, use.name_en) or plain_label(use.column) for use in answers
    }


def _key(use: ColumnUse) -> tuple[str, ...]:
    if use.target in ("measure", "profile"):
        return use.target, use.key
    return use.target, header_key(use.name_zh or use.name_en or use.column)


def _share_alike(first: SurveyFile, second: SurveyFile) -> float:
    fewer = min(len(first.questions), len(second.questions))
    return len(first.questions.keys() & second.questions.keys()) / fewer if fewer else 0.0


def _pair(first: SurveyFile, second: SurveyFile, say: Say) -> None:
    both = len(first.questions.keys() & second.questions.keys())
    text = say(
        "Two files of one survey: {both} questions in both, {lines} lines together.",
        both=both,
        lines=say.number(first.lines + second.lines),
    )
    with st.container(border=True, key=f"beside-{first.name}-{second.name}"):
        st.markdown(f"**{md(text)}**")
        for column, here, other in zip(
            st.columns(2), (first, second), (second, first), strict=True
        ):
            only = [name for key, name in here.questions.items() if key not in other.questions]
            lines = say("{lines} lines", lines=say.number(here.lines))
            named = say.listed(only[:MOST_NAMED]) + (" …" if len(only) > MOST_NAMED else "")
            alone = (
                say("Only here: {questions}", questions=named)
                if only
                else say("Asks nothing else.")
            )
            column.markdown(f"**{md(here.name)}**  \n{md(lines)}  \n:gray[{md(alone)}]")
