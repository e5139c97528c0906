"""Small groups on a small fair: no figure or export shows them, or lets them be computed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pandas as pd
import pytest

from analytics import sheets
from analytics.ask import ask
from analytics.catalogue import STUDIES, study
from analytics.deck import deck_file, html
from analytics.errors import Fault
from analytics.figures import Figure
from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Filters, Options
from analytics.headless_answer import as_json, as_text
from analytics.stats.suppression import HIDDEN_BELOW, NEVER_BELOW
from analytics.store import Store
from analytics.study import Study
from analytics.wording import Say
from tests import small_fair
from tests.deck.decks import deck

EN = Say("en")
FAIR = Filters("f")
HIDDEN_GROUP = "Tinies"
NAMED = {(study.key, figure) for study in STUDIES for figure in study.names_people}
"""Lists of exhibitors by name: the organiser's own register, not a group of answers."""
COUNTS = {
    ("satisfaction_turnover", "ways"): "pairs of editions",
    ("satisfaction_turnover", "density"): "cells of a grid, never below five",
    ("retention", "times"): "parts of all exhibitors, which are the base",
    ("retention", "flows"): "parts of the register, counted",
    ("churn", "overview"): "parts of the register, counted",
    ("lifetime_value", "staying"): "parts of the register, counted",
    ("respondents", "gaps"): "parts of all respondents, who are the base",
    ("segments", "who"): "parts of a segment, which is the base",
    ("abc", "overview"): "parts of the register, counted; money of fewer than five is not shown",
    ("lifecycle", "overview"): "parts of the register, counted, likewise",
    ("lifecycle", "work"): "parts of the register, counted",
    (
        "lifecycle",
        "levels",
    ): "parts of the register, counted; where answers count, few are not shown",
    ("rfm", "overview"): "parts of the register, counted, likewise",
    ("rfm", "grid"): "parts of the register, counted, likewise",
    ("value_matrix", "overview"): "parts of the register, counted, likewise",
    ("value_matrix", "profile"): "means over a class; fewer than five are not shown",
    ("value_matrix", "attraction"): "means over an industry; fewer than five are not shown",
    ("rfm", "points"): "parts of the register, counted, likewise",
    ("selection", "overview"): "parts of the register, counted, likewise",
    ("selection", "classes"): "parts of the register, counted, likewise",
    ("account_owners", "overview"): "parts of the register, counted",
}
"""Figures whose `n` is no base of answers."""
Asked = tuple[Study, str, Options]


def has_dial(study: Study) -> bool:
    return SMALL_BASES in study.options


WAYS: list[Asked] = [
    (study, dial, ((SMALL_BASES.key, dial),) if has_dial(study) else ())
    for study in STUDIES
    for dial in (SMALL_BASES.choices if has_dial(study) else ("hide",))
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("small")) as opened:
        small_fair.load(opened)
        yield opened


@pytest.fixture(scope="module")
def shown(store: Store) -> dict[tuple[str, str], tuple[Figure, ...]]:
    """Every study's figures, with either setting of the dial; nothing where it refuses."""
    figures: dict[tuple[str, str], tuple[Figure, ...]] = {}
    for study_shown, dial, options in WAYS:
        try:
            figures[study_shown.key, dial] = study_shown.figures(
                ask(store, study_shown, FAIR, options), EN
            )
        except Fault:
            figures[study_shown.key, dial] = ()
    return figures


def least(study: Study, dial: str) -> int:
    return HIDDEN_BELOW if has_dial(study) and dial == "hide" else NEVER_BELOW


def small_rows(figure: Figure, limit: int) -> pd.DataFrame:
    if "n" not in figure.data:
        return figure.data.head(0)
    n = pd.to_numeric(figure.data["n"], errors="coerce")
    return figure.data[(n > 0) & (n < limit)]


def test_the_fair_has_something_to_hide(
    store: Store, shown: dict[tuple[str, str], tuple[Figure, ...]]
) -> None:
    with store.reader() as reader:
        counted = reader.value(
            "select count(*) from chosen_responses($slice) where industry = $name and edition_id ="
            " 'f-4'",
            slice=FAIR.slice(),
            name=HIDDEN_GROUP,
        )
    assert 0 < counted < NEVER_BELOW
    assert sum(bool(figures) for figures in shown.values()) > len(STUDIES)


@pytest.mark.parametrize(
    ("study", "dial", "options"), WAYS, ids=lambda value: getattr(value, "key", str(value))
)
def test_no_row_rests_on_a_base_too_small_to_show(
    study: Study, dial: str, options: Options, shown
) -> None:
    for figure in shown[study.key, dial]:
        if (study.key, figure.key) not in COUNTS | dict.fromkeys(NAMED):
            assert small_rows(figure, least(study, dial)).empty, figure.key


@pytest.mark.parametrize(
    ("study", "dial", "options"), WAYS, ids=lambda value: getattr(value, "key", str(value))
)
def test_a_hidden_group_is_in_no_table_that_leaves_the_house(
    study: Study, dial: str, options: Options, shown
) -> None:
    for figure in shown[study.key, dial]:
        if (study.key, figure.key) not in NAMED:
            assert HIDDEN_GROUP not in figure.data.to_csv(), figure.key
            assert HIDDEN_GROUP not in sheets.figure_csv(figure).decode("utf-8"), figure.key
            assert HIDDEN_GROUP not in figure.finding + figure.base


@pytest.mark.parametrize("key", ["satisfaction", "respondents", "trends"])
def test_a_hidden_group_is_in_no_file_and_no_answer_of_the_command_line(
    key: str, store: Store, shown
) -> None:
    figures = shown[key, "hide"]
    answers = as_json(store, key, FAIR, (), EN, None) + as_text(store, key, FAIR, (), EN, None)
    assert HIDDEN_GROUP not in answers
    of_all = deck(list(figures), "en")
    assert HIDDEN_GROUP not in html.page(of_all, "", lambda share, step: None).decode("utf-8")
    for kind in ("pptx", "xlsx"):
        assert HIDDEN_GROUP not in "".join(texts(deck_file.file_bytes(of_all, kind)))
    assert HIDDEN_GROUP not in "".join(
        text for figure in figures for text in texts(sheets.workbook(figure, EN))
    )


def texts(file: bytes) -> Iterator[str]:
    """Every part of an office file as text, and those of the workbooks inside it."""
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        for name in opened.namelist():
            part = opened.read(name)
            if name.endswith(".xlsx"):
                yield from texts(part)
            elif name.endswith((".xml", ".rels")):
                yield part.decode("utf-8")


WHOLES = [
    ("satisfaction", "groups", {"group_by": "industry"}),
    ("satisfaction", "groups", {"group_by": "region"}),
    ("respondents", "rates", {"group_by": "industry"}),
    ("respondents", "rates", {"group_by": "region"}),
    ("loyalty", "overview", {}),
    ("intention", "attendance", {}),
    ("objectives", "pull", {}),
]


@pytest.mark.parametrize("dial", SMALL_BASES.choices)
@pytest.mark.parametrize(("key", "figure", "options"), WHOLES)
def test_what_is_hidden_is_neither_alone_nor_fewer_than_five_together(
    key: str, figure: str, options: dict[str, str], dial: str, store: Store
) -> None:
    study_shown = study(key)
    answer = ask(store, study_shown, FAIR, tuple(options.items()) + ((SMALL_BASES.key, dial),))
    table = next(each for each in study_shown.figures(answer, EN) if each.key == figure).data
    whole, parts = whole_of(key, answer, store, options)
    rest = whole - pd.to_numeric(table["n"]).sum()
    hidden = len([n for n in parts if n]) - int(table["n"].notna().sum())
    assert hidden != 1
    assert rest == 0 if hidden == 0 else rest >= NEVER_BELOW


def whole_of(key: str, answer, store: Store, options: dict[str, str]) -> tuple[int, list[int]]:
    """How many there are in all, and in each part, counted from the rows themselves."""
    sql = {
        "satisfaction": (
            f"select {options.get('group_by')} as part, count(overall) as n from"
            " chosen_responses($slice) where edition_id = 'f-4' group by part"
        ),
        "respondents": (
            f"select {options.get('group_by')} as part, count(*) as n from"
            " chosen_participations($slice) where edition_id = 'f-4' group by part"
        ),
        "objectives": (
            "select goal_attainment as part, count(overall) as n from chosen_responses($slice) "
            "where edition_id = 'f-4' and goal_attainment is not null group by part"
        ),
    }
    if key == "loyalty":
        return answer.n, [int(score.sums.n) for score in answer.by_score]
    if key == "intention":
        return answer.followed, [answer.followed for answer in answer.answers]
    with store.reader() as reader:
        parts = [row["n"] for row in reader.rows(sql[key], slice=FAIR.slice())]
    return sum(parts), parts


def test_both_sides_of_the_rule_of_the_loyal_keep_a_hidden_score_hidden(shown) -> None:
    by_key = {figure.key: figure.data for figure in shown["loyalty", "hide"]}
    hidden = set(by_key["overview"].loc[by_key["overview"]["n"].isna(), "label"])
    assert hidden
    assert not hidden & set(by_key["empty_cell"]["series"])


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.key)
def test_a_filter_that_leaves_three_is_refused_or_shows_nothing_of_them(
    study: Study, store: Store
) -> None:
    try:
        figures = study.figures(ask(store, study, Filters("f", industries=(HIDDEN_GROUP,))), EN)
    except Fault:
        return
    for figure in figures:
        if (study.key, figure.key) not in COUNTS | dict.fromkeys(NAMED):
            assert small_rows(figure, NEVER_BELOW).empty, figure.key
