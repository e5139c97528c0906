"""Comments of a small fair that can be counted by head: shares, changes, tones, writers, quotes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.comments import theme_edits
from analytics.comments.contact_details import HIDDEN
from analytics.errors import NotEnough, NothingChosen, UnknownChoice
from analytics.filters import Filters
from analytics.stats.proportion import newcombe, wilson
from analytics.store import Store
from analytics.wording import Name, Say
from tests import fairs

STUDY = study("voices")
FAIR = Filters("f")
NOW = (
    ["停车位不够"] * 12
    + ["餐饮很好吃"] * 8
    + ["Firm Seven 的展台太吵，请打 13800138000"] * 5
    + ["机器人坏了"] * 6
    + ["厕所很脏"] * 3
)
THEN = ["停车位不够"] * 2 + ["餐饮很好吃"] * 20 + ["无"] * 10


def load(store: Store, now: list[str] = NOW, then: list[str] = THEN) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[{"fair_id": "f", "line": 1, "name": "Firm Seven", "name_key": "firmseven"}],
    )
    for number, texts in ((1, then), (2, now)):
        silent = [{"overall": 4 + n % 2} for n in range(20)]
        wrote = [
            {"overall": 1 + n % 2 if "停车" in text else 4 + n % 2, "comment": text}
            for n, text in enumerate(texts)
        ]
        fairs.load(
            store,
            "exhibitor_survey",
            question_rows=fairs.questions(f"f-{number}", []),
            response_rows=fairs.answers(f"f-{number}", wrote + silent),
        )


@pytest.fixture
def fair(store: Store) -> Iterator[Store]:
    load(store)
    return store


def answer(store: Store, *options: tuple[str, str]):
    return ask(store, STUDY, FAIR, options)


def figure(store: Store, key: str, *options: tuple[str, str], language: str = "en"):
    shown = STUDY.figures(answer(store, *options), Say(language))
    return next(each for each in shown if each.key == key)


def test_shares_and_changes_are_those_of_the_estimators(fair: Store):
    lines = {line.key: line for line in answer(fair).themes.lines}
    catering = lines["catering"]
    assert (catering.now, catering.then) == (wilson(8, 34), wilson(20, 32))
    assert catering.change == newcombe(wilson(8, 34), wilson(20, 32))
    assert catering.p >= catering.change.p


def test_one_to_four_texts_are_shown_neither_now_nor_before(fair: Store):
    read = answer(fair)
    assert "toilets" not in {line.key for line in read.themes.lines}
    assert {"洗手间", "保洁卫生"} <= {name.zh for name in read.themes.hidden}
    parking = next(line for line in read.themes.lines if line.key == "parking")
    assert parking.then is None
    course = figure(fair, "course").data
    assert course["count"].isin([1, 2, 3, 4]).sum() == 0


def test_praise_and_complaint_are_counted_apart(fair: Store):
    lines = {line.key: line.tones for line in answer(fair).themes.lines}
    assert (lines["parking"], lines["catering"]) == ((12, 0, 0), (0, 8, 0))


def test_those_who_wrote_are_held_against_all_others_who_answered(fair: Store):
    rated = {part.line.key: part for part in answer(fair).writers.rated}["parking"]
    assert rated.writers.n == 12
    assert rated.others.n == 34 + 20 - 12
    assert rated.writers.mean == pytest.approx(0.125)
    assert rated.gap.difference < -0.5
    assert rated.p < 0.05


def test_words_in_no_theme_are_found_by_keyness_and_can_become_one(fair: Store):
    read = answer(fair)
    assert "机器人" in {word.word for word in read.words.words if word.is_key}
    key = theme_edits.create(fair, "f", Name("机器人", "Robots"), ["机器人"], "other", "test")
    lines = {line.key: line.count for line in answer(fair).themes.lines}
    assert lines[key] == 6


def test_a_renamed_or_dropped_theme_is_so_at_every_edition(fair: Store):
    theme_edits.rename(fair, "f", "catering", Name("吃喝", "Eating"), "test")
    theme_edits.drop(fair, "f", "parking", "test")
    rows = figure(fair, "course").data
    assert "Eating" in set(rows["row"])
    assert "Parking" not in set(rows["row"])


def test_quotes_hide_names_and_numbers_on_screen_and_in_tables(fair: Store):
    texts = figure(fair, "quotes").table().to_csv()
    assert HIDDEN in texts
    assert "Seven" not in texts
    assert "13800138000" not in texts


def test_a_search_finds_every_text_that_holds_all_its_words_at_any_edition(fair: Store):
    assert answer(fair, ("search", "好吃 餐饮")).quotes.found == 28
    assert answer(fair, ("search", "停車位")).quotes.found == 14
    assert answer(fair, ("search", "nothing of it")).quotes.found == 0
    assert "Nothing found" in figure(fair, "quotes", ("search", "xyz")).table().to_csv()


def test_quotes_of_one_theme_are_all_of_it_and_an_unknown_theme_is_refused(fair: Store):
    assert answer(fair, ("theme", "parking")).quotes.found == 12
    with pytest.raises(UnknownChoice):
        answer(fair, ("theme", "nothing"))


def test_a_fair_without_comments_says_so_and_one_with_four_that_it_needs_five(store: Store):
    load(store, [], [])
    with pytest.raises(NothingChosen):
        answer(store)


def test_four_comments_are_too_few(store: Store):
    load(store, ["停车位不够"] * 4, [])
    with pytest.raises(NotEnough):
        answer(store)


def test_complaints_stand_in_where_nobody_commented(store: Store):
    load(store, [], [])
    rows = [
        {"edition_id": "f-2", "line": n, "topic": "餐饮", "description": "排队吃饭一小时"}
        for n in range(6)
    ]
    fairs.load(store, "complaints", complaint_rows=rows)
    read = answer(store)
    assert (read.source, read.themes.lines[0].key) == ("complaint", "catering")
    for language in ("en", "zh"):
        keys = {each.key for each in STUDY.figures(read, Say(language))}
        assert {"overview", "dimensions", "quotes"} <= keys
        assert "tones" not in keys


def test_visitors_are_read_by_themselves(fair: Store):
    with pytest.raises(NothingChosen):
        ask(fair, STUDY, Filters("f", audience="visitor"))
