"""They say they come back; do they?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from analytics.ask import ask
from analytics.errors import NotEnough, NothingChosen
from analytics.filters import Filters
from analytics.ratings import followed_answers
from analytics.store import Store
from analytics.studies.intention import STUDY
from analytics.studies.intention.compute import Intention
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
Firm = tuple[tuple[int, ...], dict[int, float]]
"""Editions it came to, and the intention it stated at each (1 no, 2 perhaps, 3 planned)."""


@pytest.fixture(scope="module")
def typical_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Typical exhibitors, to be read only."""
    with Store(tmp_path_factory.mktemp("typical_store")) as opened:
        load(opened, typical())
        yield opened


def load(
    store: Store, firms: list[Firm], scale: tuple[float, float] = (1, 3), **more: list[Any]
) -> None:
    numbers = range(1, 1 + max(max(came) for came, _ in firms))
    fairs.load(store, "editions", edition_rows=fairs.editions(numbers, **more))
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {"fair_id": "f", "line": i, "code": str(i), "name": f"Firm {i}", "name_key": f"firm{i}"}
            for i in range(len(firms))
        ],
        participation_rows=[
            {"edition_id": f"f-{n}", "line": i, "exhibitor_key": f"c:{i}"}
            for i, (came, _) in enumerate(firms)
            for n in came
        ],
    )
    for number in numbers:
        rows = [
            {"intention": intentions[number], "exhibitor_key": f"c:{i}"}
            for i, (_, intentions) in enumerate(firms)
            if number in intentions
        ]
        if rows:
            asked = fairs.questions(f"f-{number}", [], measures=("intention",), scale=scale)
            fairs.load(
                store,
                "exhibitor_survey",
                question_rows=asked,
                response_rows=fairs.answers(f"f-{number}", rows),
            )


def firms(intention: float, back: int, away: int, at: int = 1) -> list[Firm]:
    return [((at, at + 1), {at: intention})] * back + [((at,), {at: intention})] * away


def typical() -> list[Firm]:
    """Planned 16 of 20, perhaps 15 of 30, not planned 2 of 10 at the first edition; the same at the
    second; a third held.
    """
    first = firms(3, 16, 4) + firms(2, 15, 15) + firms(1, 2, 8)
    return (
        first
        + firms(3, 16, 4, 2)
        + firms(2, 15, 15, 2)
        + firms(1, 2, 8, 2)
        + [((3,), {3: 3.0})] * 10
        + [((3,), {3: 2.0})] * 10
    )


def answer_of(store: Store, filters: Filters = FAIR, **options: str) -> Intention:
    answer = ask(store, STUDY, filters, tuple(options.items()))
    assert isinstance(answer, Intention)
    return answer


def by_key(answer: Intention, say: Say = EN) -> dict[str, Any]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def test_shares_are_of_all_who_answered_the_question_at_the_last_edition(
    typical_store: Store,
) -> None:
    answer = answer_of(typical_store)
    assert answer.focus.number == 3
    assert [(answer.step, answer.said.share) for answer in answer.answers] == [
        (2, 0.5),
        (1, 0.5),
        (0, 0),
    ]


def test_attendance_by_what_was_said_is_counted_on_the_next_register(typical_store: Store) -> None:
    assert [answer.kept.share for answer in answer_of(typical_store).answers] == pytest.approx(
        [32 / 40, 30 / 60, 4 / 20]
    )


def test_an_edition_is_foretold_from_the_editions_before_it_only(store: Store) -> None:
    load(
        store,
        firms(3, 18, 2)
        + firms(2, 6, 14)
        + firms(3, 10, 10, 2)
        + firms(2, 10, 10, 2)
        + [((3,), {})],
    )
    foretold = {
        (check.edition.number, check.step): check.foretold for check in answer_of(store).checks
    }
    assert foretold == {(2, 2): 0.9, (2, 1): 0.3}


def test_the_forecast_weighs_what_is_said_now_by_what_it_was_worth(typical_store: Store) -> None:
    last = answer_of(typical_store).forecasts[-1]
    assert last.actual is None
    assert last.share == pytest.approx(0.5 * 32 / 40 + 0.5 * 30 / 60)
    assert last.low < last.share < last.high


def test_earlier_forecasts_are_held_against_what_came(typical_store: Store) -> None:
    answer = answer_of(typical_store)
    checked = [forecast for forecast in answer.forecasts if forecast.actual]
    assert [forecast.error for forecast in checked] == pytest.approx([0.0])
    assert "off by 0.0 points" in by_key(answer)["forecast"].finding


def test_words_worth_less_than_before_are_called_so(store: Store) -> None:
    load(
        store,
        firms(3, 90, 10)
        + firms(2, 10, 90)
        + firms(3, 55, 45, 2)
        + firms(2, 45, 55, 2)
        + [((3,), {})],
    )
    answer = answer_of(store)
    assert answer.slope.high < 1
    assert "tells less than it did before" in by_key(answer)["calibration"].finding


def test_words_that_make_no_difference_are_no_evidence(store: Store) -> None:
    load(store, firms(3, 20, 20) + firms(1, 20, 20) + [((2,), {})])
    attendance = by_key(answer_of(store))["attendance"]
    assert "no evidence that what they say makes a difference" in attendance.finding
    assert not attendance.is_established


def test_a_fair_read_in_parts_gives_the_same_answer(
    typical_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = answer_of(typical_store)
    monkeypatch.setattr(followed_answers, "ROWS_AT_ONCE", 40)
    parts = answer_of(typical_store)
    assert parts.answers == whole.answers
    assert parts.forecasts == whole.forecasts


def test_an_edition_not_held_is_passed_over(store: Store) -> None:
    load(store, [((1, 3), {1: 3.0})] * 20, held=[True, False, True])
    assert answer_of(store).answers[0].kept.share == 1


def test_a_question_on_another_scale_keeps_its_points(store: Store) -> None:
    load(store, firms(7, 15, 5) + firms(1, 5, 15) + [((2,), {})], scale=(1, 7))
    shown = by_key(answer_of(store))
    assert shown["attendance"].data["label"].iloc[0] == "7 of 7"
    assert "gave the best answer" in shown["overview"].finding


def test_too_little_to_follow_leaves_what_they_say_and_a_reason(store: Store) -> None:
    load(store, [((1,), {1: 3.0})] * 20)
    figures = by_key(answer_of(store))
    assert list(figures) == ["overview"]
    assert "plan to come back" in figures["overview"].finding
    assert "too few to say whether words are kept" in figures["overview"].notes[0]


@pytest.mark.parametrize("respondents", [1, 8])
def test_too_few_to_tell_anything_are_refused(store: Store, respondents: int) -> None:
    load(store, [((1, 2), {1: 3.0})] * respondents)
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert (refused.value.needed, refused.value.found) == (10, respondents)


def test_where_the_last_edition_asked_too_few_those_before_are_told_of(store: Store) -> None:
    load(store, firms(3, 16, 4) + firms(2, 15, 15) + [((2,), {2: 3.0})] * 3)
    first, *_ = STUDY.figures(answer_of(store), EN)
    assert first.key == "overview"
    assert first.finding.startswith("What they said and what they did")
    assert first.notes[0].startswith("Only 3 answered at Edition 2")


def test_nobody_asked_is_nothing_chosen(store: Store) -> None:
    load(store, [((1, 2), {})] * 20)
    with pytest.raises(NothingChosen):
        answer_of(store)


@pytest.mark.parametrize(
    "came",
    [firms(3, 30, 0), firms(1, 0, 30), firms(3, 20, 10) + firms(3, 20, 10, 2)],
    ids=["all planned and came", "none planned and none came", "one answer only"],
)
def test_constant_answers_and_outcomes_leave_whole_sentences(
    store: Store, came: list[Firm]
) -> None:
    load(store, came + [((2,), {})])
    answer = answer_of(store)
    for say in (EN, ZH):
        for figure in STUDY.figures(answer, say):
            assert len(figure.table())
            assert figure.finding[-1] in ".。"
            assert "nan" not in figure.finding


@pytest.mark.parametrize("say", [EN, ZH])
def test_every_figure_has_its_columns_and_a_whole_sentence(typical_store: Store, say: Say) -> None:
    shown = STUDY.figures(answer_of(typical_store), say)
    assert [f.key for f in shown] == [
        "overview",
        "attendance",
        "by_edition",
        "calibration",
        "forecast",
    ]
    for figure in shown:
        assert len(figure.table())
        assert figure.finding[-1] in ".。"
        assert "{" not in figure.finding + figure.base + " ".join(figure.notes)


def test_the_demo_fair_states_the_published_intentions(demo: Store) -> None:
    overview = by_key(ask(demo, STUDY, Filters("demo")))["overview"]
    shares = [f"{share * 100:.1f}" for share in overview.data["value"]]
    assert shares[:2] == ["41.9", "51.6"]
    assert overview.headline.value == "93.5%"


def test_earlier_editions_are_spoken_of_only_where_there_are_some(typical_store: Store) -> None:
    assert "at earlier editions" in by_key(answer_of(typical_store))["overview"].finding
    first = by_key(answer_of(typical_store, replace(FAIR, editions=("f-1",))))["overview"].finding
    assert "Of those who said “planned”, 80.0% came to the next edition" in first
