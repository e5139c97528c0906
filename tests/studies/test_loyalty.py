"""Do satisfied customers come back?"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analytics.ask import ask
from analytics.errors import NothingChosen
from analytics.ratings import followed_answers
from analytics.stats.logit import logit
from analytics.stats.odds_ratio import empty_cell
from analytics.store import Store
from analytics.studies.loyalty import STUDY
from analytics.studies.loyalty.method import Loyalty
from analytics.study import Filters
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
Firm = tuple[tuple[int, ...], dict[int, float]]
"""Editions it came to, and the score it gave at each where it answered."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path, memory_limit="512MB") as opened:
        yield opened


def load(
    store: Store, firms: list[Firm], scale: tuple[float, float] = (1, 5), **more: list[Any]
) -> None:
    """Firms by their editions and scores; `more` are columns of the editions 1 to the last."""
    numbers = range(1, 1 + max(max(came) for came, _ in firms))
    fairs.load(
        store,
        "editions",
        edition_rows=fairs.editions(numbers, currency=["USD"] * len(numbers), **more),
    )
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {"fair_id": "f", "line": i, "code": str(i), "name": f"Firm {i}", "name_key": f"firm{i}"}
            for i in range(len(firms))
        ],
        participation_rows=[
            {"edition_id": f"f-{n}", "line": i, "exhibitor_key": f"c:{i}", "turnover": 1000.0 + i}
            for i, (came, _) in enumerate(firms)
            for n in came
        ],
    )
    for number in numbers:
        rows = [
            {"overall": said[number], "exhibitor_key": f"c:{i}"}
            for i, (_, said) in enumerate(firms)
            if number in said
        ]
        survey(store, number, rows, scale)


def survey(
    store: Store, number: int, rows: list[dict[str, Any]], scale: tuple[float, float] = (1, 5)
) -> None:
    if rows:
        asked, answers = (
            fairs.questions(f"f-{number}", [], scale=scale),
            fairs.answers(f"f-{number}", rows),
        )
        fairs.load(store, "exhibitor_survey", question_rows=asked, response_rows=answers)


def firms(score: float, back: int, gone: int) -> list[Firm]:
    return [((1, 2), {1: score})] * back + [((1,), {1: score})] * gone


def typical() -> list[Firm]:
    return (
        firms(5, 18, 2)
        + firms(4, 30, 10)
        + firms(3, 15, 15)
        + firms(2, 4, 16)
        + [((2,), {2: 5.0})] * 12
    )


def answer_of(store: Store, filters: Filters = FAIR, **options: str) -> Loyalty:
    found = ask(store, STUDY, filters, tuple(options.items()))
    assert isinstance(found, Loyalty)
    return found


def by_key(answer: Loyalty, say: Say = EN) -> dict[str, Any]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def test_return_by_score_is_counted_on_the_next_register(store: Store) -> None:
    load(store, typical())
    found = {one.step + 1: (one.sums.yes, one.sums.n) for one in answer_of(store).by_score}
    assert found == {5: (18, 20), 4: (30, 40), 3: (15, 30), 2: (4, 20)}


def test_five_against_four_gives_the_ratios_counted_by_hand(store: Store) -> None:
    load(store, typical())
    best = answer_of(store).best
    assert best.odds.ratio == pytest.approx((18 / 2) / (30 / 10))
    assert best.risk.ratio == pytest.approx((18 / 20) / (30 / 40))
    assert log(best.odds.high) - log(best.odds.low) == pytest.approx(
        2 * 1.959964 * (1 / 18 + 1 / 2 + 1 / 30 + 1 / 10) ** 0.5
    )


def test_satisfied_are_four_and_five_and_dissatisfied_one_and_two(store: Store) -> None:
    load(store, typical())
    pair = answer_of(store).satisfied
    assert (pair.first.yes, pair.first.n, pair.second.yes, pair.second.n) == (48, 60, 4, 20)


def test_the_textbook_ratio_stands_beside_the_houses_own_and_is_called_out_of_reach(
    store: Store,
) -> None:
    load(store, typical())
    ratios = by_key(answer_of(store))["ratios"]
    assert 6.0 in ratios.guides["x"].tolist()
    assert "1.33 times is the most possible" in ratios.notes[0]


def test_the_loyal_and_dissatisfied_are_counted_against_chance(store: Store) -> None:
    load(store, typical())
    cell = answer_of(store).empty
    assert (cell.count, cell.n) == (4, 67)
    assert cell.expected == pytest.approx(67 * 20 / 110)
    assert (
        "4 of the 67 who came back had given 1–2" in by_key(answer_of(store))["empty_cell"].finding
    )


def test_an_empty_cell_keeps_to_the_rule_and_says_what_it_leaves_room_for(store: Store) -> None:
    load(store, firms(5, 40, 5) + firms(2, 0, 20) + firms(3, 10, 10))
    finding = by_key(answer_of(store))["empty_cell"].finding
    assert "holds here: none of the 50" in finding
    assert "5.8\N{NO-BREAK SPACE}% at most" in finding


def test_the_empty_cell_stands_on_what_the_answers_of_repeating_exhibitors_are_worth(
    store: Store,
) -> None:
    """80 of the 127 answers come from 40 exhibitors that gave two alike: they are worth fewer, the
    counts stay counts.
    """
    steady: list[Firm] = [((1, 2, 3), {1: 5.0, 2: 5.0})] * 40
    load(store, steady + firms(5, 0, 30) + firms(2, 2, 15))
    cell, plain = answer_of(store).empty, empty_cell(2, 82, 17, 127)
    assert (cell.count, cell.n, cell.expected) == (2, 82, plain.expected)
    assert cell.share_at_most > plain.share_at_most
    assert plain.p < cell.p < 0.05


def test_the_ratio_with_others_equal_stands_on_effective_rows_too(store: Store) -> None:
    """As many rows as exhibitors are worth: as wide as from one edition, not √2 times as narrow."""
    again = [((1, 2, 3), {1: 5.0, 2: 5.0})] * 60 + [((1, 2, 3), {1: 4.0, 2: 4.0})] * 40
    once = [((1,), {1: 5.0})] * 20 + [((1,), {1: 4.0})] * 60
    load(store, again + once)
    made = answer_of(store).best
    worth = made.first.n_effective + made.second.n_effective
    fewer = (made.first.n + made.second.n) / worth
    rows = rows_of(again + once)
    fit = logit(rows[:, :2], rows[:, 2], rows[:, 3])
    assert fewer > 1.2
    assert log(made.adjusted.high / made.adjusted.low) == pytest.approx(
        2 * 1.96 * fit.se[1] * fewer**0.5, rel=1e-3
    )


def rows_of(came: list[Firm]) -> np.ndarray:
    """Top score, second edition (and so once before), outcome, and that the row counts once: as the
    logit takes them.
    """
    rows = [
        [score == 5.0, edition == 2, edition + 1 in editions, 1.0]
        for editions, said in came
        for edition, score in said.items()
    ]
    return np.array(rows, dtype=float)


def test_the_trap_and_the_hostages_are_named_by_turnover(store: Store) -> None:
    load(store, typical())
    shown = by_key(answer_of(store))
    assert "12 of the 60 who gave 4–5" in shown["trap"].finding
    assert "4 of the 20 who gave 1–2" in shown["hostages"].finding
    assert shown["trap"].data["turnover"].is_monotonic_decreasing
    assert shown["hostages"].data["label"].tolist() == ["Firm 93", "Firm 92", "Firm 91", "Firm 90"]


def test_the_last_editions_answers_have_no_next_edition_yet_and_that_is_said(store: Store) -> None:
    load(store, typical())
    answer = answer_of(store)
    assert answer.n == 110
    assert (
        "The 12 answers of Edition 2 cannot be followed: no next edition"
        in by_key(answer)["overview"].notes[-1]
    )


def test_an_edition_not_held_is_passed_over(store: Store) -> None:
    came = [((1, 3), {1: 5.0})] * 20 + [((1,), {1: 3.0})] * 20
    load(store, came, held=[True, False, True])
    assert [(one.sums.yes, one.sums.n) for one in answer_of(store).by_score] == [(0, 20), (20, 20)]


def test_answers_that_match_nobody_are_counted_and_a_way_to_a_match_is_open(store: Store) -> None:
    load(store, typical())
    survey(store, 1, [{"overall": 3.0, "exhibitor_key": "c:nobody"}] * 10)
    answer = answer_of(store)
    assert (answer.editions[0].answers, answer.editions[0].matched) == (120, 110)
    assert by_key(answer)["matching"].data["match"].iloc[0] == pytest.approx(110 / 120)


def test_an_exhibitor_that_answers_every_time_makes_intervals_wider_than_its_answers(
    store: Store,
) -> None:
    load(store, [((1, 2, 3, 4), {1: 5, 2: 5, 3: 5})] * 15 + [((1,), {1: 5.0})] * 15)
    top = answer_of(store).by_score[-1]
    assert top.sums.n == 60
    assert top.share.n < 60


def test_no_link_is_called_no_evidence(store: Store) -> None:
    load(store, firms(5, 10, 10) + firms(4, 10, 10) + firms(3, 10, 10) + firms(2, 10, 10))
    shown = by_key(answer_of(store))
    assert "no evidence that return rises" in shown["overview"].finding
    assert not shown["overview"].is_established
    assert "no difference in return is established" in shown["ratios"].finding
    assert "no evidence for the rule" in shown["empty_cell"].finding


def test_a_fair_read_in_parts_gives_the_same_answer(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, typical())
    whole = answer_of(store)
    monkeypatch.setattr(followed_answers, "ROWS_AT_ONCE", 40)
    parts = answer_of(store)
    assert parts.by_score == whole.by_score
    assert parts.editions == whole.editions
    assert parts.satisfied == whole.satisfied
    assert parts.lists.people.equals(whole.lists.people)


def test_half_points_belong_to_the_point_below(store: Store) -> None:
    load(store, firms(3.5, 10, 10))
    assert [one.step for one in answer_of(store).by_score] == [2]


def test_small_scores_are_hidden_until_asked_for(store: Store) -> None:
    load(store, firms(5, 20, 10) + firms(3, 10, 10) + firms(1, 2, 5))
    hidden = by_key(answer_of(store))["overview"]
    assert (
        hidden.data.loc[hidden.data["label"] == "1", ["value", "n", "back"]].isna().all(axis=None)
    )
    shown = by_key(answer_of(store, small_bases="show"))["overview"].data
    assert shown.loc[shown["label"] == "1", "value"].tolist() == pytest.approx([2 / 7])


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ([((1, 2), {1: 5.0})], "Only 1 of the 1 answers"),
        ([((1,), {1: 5.0})] * 20, "None of the 20 answers"),
        ([((1, 2), {2: 5.0})] * 20, "None of the 20 answers"),
    ],
    ids=["one respondent", "one edition", "only the last edition asked"],
)
def test_what_cannot_be_followed_is_a_sentence_and_not_an_error(
    store: Store, came: list[Firm], told: str
) -> None:
    load(store, came)
    figures = by_key(answer_of(store))
    assert list(figures) == ["matching"]
    assert told in figures["matching"].finding
    assert len(figures["matching"].table())


def test_exhibitors_that_match_no_answer_are_told_with_the_reason(store: Store) -> None:
    load(store, [((1, 2), {})] * 30)
    survey(store, 1, [{"overall": 4.0, "exhibitor_key": f"c:x{i}"} for i in range(20)])
    figure = by_key(answer_of(store))["matching"]
    assert "none of its answers leads to an exhibitor" in figure.notes[0]


def test_nobody_rated_is_nothing_chosen(store: Store) -> None:
    load(store, [((1, 2), {})] * 20)
    with pytest.raises(NothingChosen):
        answer_of(store)


@pytest.mark.parametrize(
    "came",
    [
        firms(5, 20, 10),
        firms(5, 30, 0) + firms(4, 30, 0),
        firms(5, 0, 30) + firms(2, 0, 30),
        firms(1, 15, 15),
    ],
    ids=["one score only", "all come back", "none comes back", "all dissatisfied"],
)
def test_constant_answers_and_outcomes_leave_whole_sentences(
    store: Store, came: list[Firm]
) -> None:
    load(store, came + [((2,), {})])
    for say in (EN, ZH):
        for figure in STUDY.figures(answer_of(store), say):
            assert len(figure.table())
            assert figure.finding[-1] in ".。"
            assert "nan" not in figure.finding


def test_a_wide_scale_is_sorted_into_ten_steps(store: Store) -> None:
    load(store, firms(95, 20, 5) + firms(85, 20, 10) + firms(10, 5, 20), scale=(0, 100))
    answer = answer_of(store)
    assert [one.step for one in answer.by_score] == [1, 8, 9]
    assert "0–20" in by_key(answer)["hostages"].finding


@pytest.mark.parametrize("say", [EN, ZH])
def test_every_figure_has_its_columns_and_a_whole_sentence(store: Store, say: Say) -> None:
    load(store, typical())
    shown = STUDY.figures(answer_of(store), say)
    assert [f.key for f in shown] == [
        "overview",
        "ratios",
        "curve",
        "empty_cell",
        "trap",
        "hostages",
        "matching",
    ]
    for figure in shown:
        assert len(figure.table())
        assert figure.finding[-1] in ".。"
        assert "{" not in figure.finding + figure.base + " ".join(figure.notes)


def test_the_demo_fairs_known_model_gives_the_ratios_within_their_intervals(demo: Store) -> None:
    """The ratios that the known return model implies for those who answered, from its own
    coefficients.
    """
    from data.sample.fair import hold_all
    from data.sample.population import return_logit

    population, editions = hold_all()
    scores, chances = [], []
    for edition in editions[:-1]:
        stands = edition.stands[edition.stands["answered"]]
        rows = stands["row"].to_numpy()
        facts = {name: stands[name].to_numpy() for name in ("overall", "area", "complained")}
        before = population.came[rows, 1 : edition.number].sum(axis=1)
        log_odds = return_logit(population.people["industry"].iloc[rows], before, **facts)
        scores.append(facts["overall"])
        chances.append(1 / (1 + np.exp(-log_odds)))
    score, chance = np.concatenate(scores), np.concatenate(chances)
    share = {
        name: chance[np.isin(score, of)].mean()
        for name, of in {"5": [5], "4": [4], "low": [1, 2], "high": [4, 5]}.items()
    }
    answer = ask(demo, STUDY, Filters("demo"))
    for found, first, second in ((answer.best, "5", "4"), (answer.satisfied, "high", "low")):
        odds = share[first] / (1 - share[first]) / (share[second] / (1 - share[second]))
        assert found.odds.low < odds < found.odds.high
        assert found.risk.low < share[first] / share[second] < found.risk.high
    assert answer.best.adjusted.low < exp(0.6) < answer.best.adjusted.high
