"""Does satisfaction go with turnover? Exhibitors within their edition."""

from __future__ import annotations

from math import exp, log

import pytest

from analytics.ask import ask
from analytics.errors import NoVariation
from analytics.store import Store
from analytics.studies.satisfaction_turnover import STUDY
from analytics.studies.satisfaction_turnover.compute_across_exhibitors import pooled_steps
from analytics.wording import Say
from tests import fairs
from tests.studies.satisfaction_turnover.fair import (
    EN,
    FAIR,
    ZH,
    by_key,
    load_editions,
    load_exhibitors,
)


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
    assert pooled_steps([(0, 3), (1, 8), (2, 30), (3, 12), (4, 4)]) == [[0, 1], [2], [3, 4]]


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
