"""Does satisfaction go with turnover?"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log
from pathlib import Path
from typing import Any

import pytest

from analytics.ask import ask
from analytics.errors import NotEnough, NothingChosen, NoVariation
from analytics.remedies import remedy
from analytics.store import Store
from analytics.studies.satisfaction_turnover import STUDY
from analytics.studies.satisfaction_turnover.exhibitor_link import _pools
from analytics.study import Filters
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path, memory_limit="512MB") as opened:
        yield opened


def rated(edition: str, mean: float, n: int = 20, **more: Any) -> list[dict[str, Any]]:
    """n ratings, half a point below and half a point above the mean."""
    return fairs.answers(
        edition, [{"overall": mean + (0.5 if i % 2 else -0.5)} | more for i in range(n)]
    )


def load_editions(
    store: Store, means: list[float], turnover: list[float | None], **more: list[Any]
) -> None:
    numbers = range(1, len(means) + 1)
    fairs.load(store, "editions", edition_rows=fairs.editions(numbers, turnover=turnover, **more))
    for number, mean in zip(numbers, means, strict=True):
        edition = f"f-{number}"
        fairs.load(
            store,
            "exhibitor_survey",
            question_rows=fairs.questions(edition, []),
            response_rows=rated(edition, mean),
        )


def load_exhibitors(
    store: Store, edition: str, scores: list[float], turnover: list[float | None]
) -> None:
    """Exhibitors c:0, c:1 … each with a score and a turnover at one edition."""
    codes = [str(i) for i in range(len(scores))]
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {"fair_id": "f", "line": i, "code": c, "name": c, "name_key": c}
            for i, c in enumerate(codes)
        ],
        participation_rows=[
            {"edition_id": edition, "line": i, "exhibitor_key": f"c:{c}", "turnover": t}
            for i, (c, t) in enumerate(zip(codes, turnover, strict=True))
        ],
    )
    rows = [{"overall": s, "exhibitor_key": f"c:{c}"} for c, s in zip(codes, scores, strict=True)]
    fairs.load(
        store,
        "exhibitor_survey",
        question_rows=fairs.questions(edition, []),
        response_rows=fairs.answers(edition, rows),
    )


def by_key(answer: Any, say: Say = EN) -> dict[str, Any]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


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
    link = ask(store, STUDY, FAIR).link
    assert link is not None
    assert link.level_p.two_sided == pytest.approx(2 / 6)
    assert "leave_one_out" not in by_key(ask(store, STUDY, FAIR))


def test_changes_that_go_together_are_told_even_where_the_levels_do_not(store: Store) -> None:
    up_and_down = [0.0, 0.3, 0.05, 0.4, 0.0, 0.35, 0.1, 0.45]
    load_editions(
        store,
        [3.2 + w for w in up_and_down],
        [20 + 8 * w - 2.0 * i for i, w in enumerate(up_and_down)],
    )
    link = ask(store, STUDY, FAIR).link
    assert link is not None
    assert not link.is_established
    assert (
        "do change together from one edition to the next"
        in by_key(ask(store, STUDY, FAIR))["overview"].finding
    )


def test_three_editions_do_not_let_a_reader_look_behind_the_trend(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [1.0, 2, 3])
    assert "too few to look behind a trend" in by_key(ask(store, STUDY, FAIR))["ways"].finding


def test_a_skipped_year_counts_as_two_steps_of_the_trend(store: Store) -> None:
    load_editions(store, [3.0, 3.1, 3.3, 3.2], [1.0, 2, 4, 4.5], year=[2000, 2001, 2003, 2004])
    link = ask(store, STUDY, FAIR).link
    assert link is not None
    from analytics.stats.correlation import detrended

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
        response_rows=rated("f-4", 3.4, n=9),
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


def test_exhibitors_are_compared_within_their_edition_only(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    # Within each edition a better score goes with double the turnover; the second edition is rated
    # lower and sells far more.
    load_exhibitors(store, "f-1", [4.0, 5.0] * 20, [10.0, 20.0] * 20)
    load_exhibitors(store, "f-2", [2.0, 3.0] * 20, [1000.0, 2000.0] * 20)
    answer = ask(store, STUDY, FAIR)
    assert answer.link is None
    assert answer.exhibitors is not None
    assert answer.exhibitors.pooled.r == pytest.approx(1)
    assert [round(w.r, 6) for w in answer.exhibitors.by_edition] == [1, 1]
    assert answer.exhibitors.scores["ratio"].tolist() == pytest.approx([2**-0.5, 2**0.5] * 2)
    assert by_key(answer)["overview"].finding.startswith("Editions cannot be compared yet")


def test_the_geometric_mean_is_that_of_the_logarithms(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    turnover = [float(2 ** (i % 5)) for i in range(10)] + [float(3 ** (i % 4)) for i in range(12)]
    load_exhibitors(store, "f-1", [3.0] * 10 + [5.0] * 12, turnover)
    scores = ask(store, STUDY, FAIR).exhibitors.scores
    assert scores["turnover"].tolist() == pytest.approx(
        [exp(sum(map(log, turnover[:10])) / 10), exp(sum(map(log, turnover[10:])) / 12)]
    )
    assert (scores["low"] < scores["turnover"]).all()


def test_an_exhibitor_seen_twice_narrows_no_interval(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    scores, turnover = [3.0, 4.0, 5.0] * 10, [float(10 + i * 7 % 13) for i in range(30)]
    load_exhibitors(store, "f-1", scores, turnover)
    once = ask(store, STUDY, FAIR).exhibitors
    load_exhibitors(store, "f-2", scores, turnover)
    twice = ask(store, STUDY, FAIR).exhibitors
    assert (once.n, twice.n, twice.exhibitors, twice.n_effective) == (30, 60, 30, 30)
    assert twice.pooled.r == pytest.approx(once.pooled.r)
    assert twice.pooled.high - twice.pooled.low >= once.pooled.high - once.pooled.low


def test_nine_matched_exhibitors_are_too_few_to_compare(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [1.0, 2, 3])
    load_exhibitors(store, "f-1", [3.0, 4.0, 5.0] * 3, [10.0] * 9)
    answer = ask(store, STUDY, FAIR)
    assert answer.exhibitors is None
    assert "9 ratings come from one that declared" in by_key(answer)["overview"].notes[-1]


def test_one_rating_for_all_leaves_nothing_to_compare(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    load_exhibitors(store, "f-1", [4.0] * 12, [float(i + 1) for i in range(12)])
    with pytest.raises(NoVariation) as fault:
        ask(store, STUDY, FAIR)
    assert fault.value.what == "exhibitors"


def test_where_only_editions_can_be_compared_the_overview_says_why(store: Store) -> None:
    load_editions(store, [3.0, 3.2, 3.6], [1.0, 2, 3])
    load_exhibitors(store, "f-1", [4.0] * 12, [5.0] * 12)
    figures = by_key(ask(store, STUDY, FAIR))
    assert "within_editions" not in figures
    assert any("there is nothing to compare" in note for note in figures["overview"].notes)


def test_undeclared_and_zero_turnover_are_counted_and_left_out(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    load_exhibitors(
        store, "f-1", [3.0, 4.0, 5.0] * 5, [None, 0.0, *[float(i + 1) for i in range(13)]]
    )
    matching = ask(store, STUDY, FAIR).matching
    assert (matching.rated, matching.took_part, matching.declared, matching.above_zero) == (
        15,
        15,
        14,
        13,
    )


def test_cells_of_fewer_than_five_are_not_drawn(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    load_exhibitors(store, "f-1", [5.0] * 6 + [3.0] * 4, [10.0] * 6 + [1000.0] * 4)
    answer = ask(store, STUDY, FAIR)
    assert answer.exhibitors.grid["n"].tolist() == [6]
    assert answer.exhibitors.hidden_in_grid == 4


def test_neighbouring_scores_are_joined_until_each_group_holds_ten() -> None:
    assert _pools([(0, 3), (1, 8), (2, 30), (3, 12), (4, 4)]) == [[0, 1], [2], [3, 4]]


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


@pytest.mark.parametrize("say", [EN, ZH])
def test_every_figure_has_its_columns_and_a_whole_sentence(store: Store, say: Say) -> None:
    load_editions(store, [3.0, 3.4, 3.1, 3.6], [1.0, 2, 3, 4])
    load_exhibitors(store, "f-4", [3.0, 4.0, 5.0] * 20, [float(i % 7 + 1) for i in range(60)])
    shown = STUDY.figures(ask(store, STUDY, FAIR), say)
    assert [figure.key for figure in shown] == [
        "overview",
        "ways",
        "leave_one_out",
        "by_score",
        "within_editions",
        "density",
    ]
    for figure in shown:
        assert len(figure.table())
        assert figure.finding[-1] in ".。"
        assert "{" not in figure.finding + figure.base + " ".join(figure.notes)


def test_half_points_belong_to_the_point_below(store: Store) -> None:
    """As in satisfaction and return: 3.5 is a 3, so those who gave 3.5 and 4 are two groups."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    load_exhibitors(store, "f-1", [3.5] * 12 + [4.0] * 12, [100.0 + n for n in range(24)])
    link = ask(store, STUDY, FAIR).exhibitors
    assert link.scores[["score_from", "n"]].to_numpy().tolist() == [[3.0, 12.0], [4.0, 12.0]]
