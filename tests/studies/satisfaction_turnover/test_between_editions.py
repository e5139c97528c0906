"""Does satisfaction go with turnover? Editions against each other."""

from __future__ import annotations

import pytest

from analytics.ask import ask
from analytics.errors import NotEnough, NothingChosen
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.stats.correlation import detrended
from analytics.store import Store
from analytics.studies.satisfaction_turnover import STUDY
from analytics.wording import Say
from tests import fairs
from tests.studies.satisfaction_turnover.fair import (
    EN,
    FAIR,
    by_key,
    load_editions,
    load_exhibitors,
    ratings_around,
)


def test_two_rising_series_are_called_two_trends(store: Store) -> None:
    wiggle = [0, 0.05, -0.05, 0.05, 0, -0.05, 0.05, -0.05]
    means = [3.0 + 0.1 * i + w for i, w in enumerate(wiggle)]
    load_editions(store, means, [10.0, 13, 15, 16, 20.5, 21, 24, 29])
    answer = ask(store, STUDY, FAIR)
    assert answer.link is not None
    assert answer.link.is_established
    assert not answer.link.outlives_trend
    assert "two trends are not a link" in by_key(answer)["overview"].finding
    assert not by_key(answer)["overview"].is_established


def test_turnover_that_follows_every_turn_of_satisfaction_outlives_the_trend(store: Store) -> None:
    means = [3.0, 3.4, 3.1, 3.6, 3.2, 3.9, 3.3, 4.0]
    load_editions(store, means, [m * 10 for m in means])
    answer = ask(store, STUDY, FAIR)
    assert answer.link is not None
    assert answer.link.level.r == pytest.approx(1)
    assert answer.link.outlives_trend
    assert "though not yet a cause" in by_key(answer)["overview"].finding


def test_eight_editions_say_what_they_can_and_cannot_show(store: Store) -> None:
    load_editions(store, [3.0, 3.4, 3.1, 3.6, 3.2, 3.9, 3.3, 4.0], [2.0, 7, 8, 3, 4, 5, 6, 1])
    figure = by_key(ask(store, STUDY, FAIR))["overview"]
    assert "no link between satisfaction and turnover is established" in figure.finding
    assert "|r| must reach 0.71" in figure.notes[0]
    assert "only 23" in figure.notes[0]


def test_the_p_value_counts_the_orders_of_three_editions(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [1.0, 2, 3])
    answer = ask(store, STUDY, FAIR)
    assert answer.link is not None
    assert answer.link.level_p.two_sided == pytest.approx(2 / 6)
    assert "leave_one_out" not in by_key(answer)


def test_changes_that_go_together_are_told_even_where_the_levels_do_not(store: Store) -> None:
    up_and_down = [0.0, 0.3, 0.05, 0.4, 0.0, 0.35, 0.1, 0.45]
    load_editions(
        store,
        [3.2 + w for w in up_and_down],
        [20 + 8 * w - 2.0 * i for i, w in enumerate(up_and_down)],
    )
    answer = ask(store, STUDY, FAIR)
    assert answer.link is not None
    assert not answer.link.is_established
    finding = by_key(answer)["overview"].finding
    assert "do change together from one edition to the next" in finding


def test_three_editions_do_not_let_a_reader_look_behind_the_trend(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [1.0, 2, 3])
    assert "too few to look behind a trend" in by_key(ask(store, STUDY, FAIR))["ways"].finding


def test_a_skipped_year_counts_as_two_steps_of_the_trend(store: Store) -> None:
    load_editions(store, [3.0, 3.1, 3.3, 3.2], [1.0, 2, 4, 4.5], year=[2000, 2001, 2003, 2004])
    link = ask(store, STUDY, FAIR).link
    assert link is not None
    expected = detrended([3.0, 3.1, 3.3, 3.2], [1, 2, 4, 4.5], [2000, 2001, 2003, 2004])
    assert link.detrended.r == pytest.approx(expected.r)


def test_two_editions_with_both_are_too_few(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [1.0, 2, None])
    with pytest.raises(NotEnough) as fault:
        ask(store, STUDY, FAIR)
    assert (fault.value.what, fault.value.needed, fault.value.found) == ("turnovers", 3, 2)


def test_where_no_turnover_is_loaded_that_is_what_is_asked_for(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [None, None, None])
    with pytest.raises(NothingChosen) as fault:
        ask(store, STUDY, FAIR)
    assert "load it with the editions or the participations" in remedy(fault.value, Say("en"))


def test_nobody_rated_is_nothing_chosen(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2, 3], turnover=[1.0, 2.0, 3.0]))
    with pytest.raises(NothingChosen):
        ask(store, STUDY, FAIR)


def test_the_same_satisfaction_everywhere_is_said_and_not_drawn_as_a_link(store: Store) -> None:
    load_editions(store, [3.5, 3.5, 3.5], [1.0, 2, 3])
    shown = STUDY.figures(ask(store, STUDY, FAIR), EN)
    assert [figure.key for figure in shown] == ["overview"]
    assert "there is nothing to compare" in shown[0].finding
    assert shown[0].headline is None


def test_an_edition_of_nine_ratings_has_no_mean_until_asked_for(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [1.0, 2, 3])
    fairs.load(store, "editions", edition_rows=fairs.editions([4], turnover=[4.0]))
    fairs.load(
        store,
        "exhibitor_survey",
        question_rows=fairs.questions("f-4", []),
        response_rows=ratings_around("f-4", 3.4, n=9),
    )
    assert ask(store, STUDY, FAIR).editions_found == 3
    assert ask(store, STUDY, FAIR, (("small_bases", "show"),)).editions_found == 4


def test_editions_in_another_currency_are_left_out(store: Store) -> None:
    load_editions(
        store, [3.0, 3.2, 3.6, 3.5], [1e6, 2, 3, 4], currency=["CNY", "USD", "USD", "USD"]
    )
    answer = ask(store, STUDY, FAIR)
    assert answer.editions_found == 3
    assert "another currency than USD" in " ".join(by_key(answer)["overview"].notes)


def test_without_declared_totals_turnover_is_the_sum_of_the_exhibitors(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [None, None, None])
    for number in (1, 2, 3):
        load_exhibitors(store, f"f-{number}", [3.0] * 10, [float(number)] * 10)
    answer = ask(store, STUDY, FAIR)
    assert answer.source == "summed"
    assert answer.editions["turnover"].tolist() == [10, 20, 30]
    assert "summed over the exhibitors" in by_key(answer)["overview"].base


def test_visitors_have_no_turnover_of_their_own(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2, 3], turnover=[1.0, 2.0, 4.0]))
    for number, mean in ((1, 3.0), (2, 3.4), (3, 3.3)):
        rows = fairs.answers(
            f"f-{number}", [{"overall": mean + (i % 2)} for i in range(12)], audience="visitor"
        )
        asked = fairs.questions(f"f-{number}", [], audience="visitor")
        fairs.load(store, "visitor_survey", question_rows=asked, response_rows=rows)
    answer = ask(store, STUDY, Filters("f", audience="visitor"))
    assert answer.exhibitors is None
    assert answer.link is not None
