"""Do satisfied customers come back? Ratios, and the cell of the loyal who are dissatisfied."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest

from analytics.ask import ask
from analytics.filters import Filters
from analytics.stats.logit import logit
from analytics.stats.two_by_two import empty_cell
from analytics.store import Store
from analytics.studies.loyalty import STUDY
from tests.studies.loyalty.fair import Firm, answer_of, by_key, firms, load


def test_five_against_four_gives_the_ratios_counted_by_hand(typical_store: Store) -> None:
    best = answer_of(typical_store).best
    assert best.odds.ratio == pytest.approx((18 / 2) / (30 / 10))
    assert best.risk.ratio == pytest.approx((18 / 20) / (30 / 40))
    assert log(best.odds.high) - log(best.odds.low) == pytest.approx(
        2 * 1.959964 * (1 / 18 + 1 / 2 + 1 / 30 + 1 / 10) ** 0.5
    )


def test_satisfied_are_four_and_five_and_dissatisfied_one_and_two(typical_store: Store) -> None:
    pair = answer_of(typical_store).satisfied
    assert (pair.first.yes, pair.first.n, pair.second.yes, pair.second.n) == (48, 60, 4, 20)


def test_the_textbook_ratio_stands_beside_the_houses_own_and_is_called_out_of_reach(
    typical_store: Store,
) -> None:
    ratios = by_key(answer_of(typical_store))["ratios"]
    assert 6.0 in ratios.guides["x"].tolist()
    assert "1.33 times is the most possible" in ratios.notes[0]


def test_the_loyal_and_dissatisfied_are_counted_against_chance(typical_store: Store) -> None:
    answer = answer_of(typical_store)
    cell = answer.empty
    assert (cell.count, cell.n) == (4, 67)
    assert cell.expected == pytest.approx(67 * 20 / 110)
    assert "4 of the 67 who came back had given 1–2" in by_key(answer)["empty_cell"].finding


def test_an_empty_cell_keeps_to_the_rule_and_says_what_it_leaves_room_for(store: Store) -> None:
    load(store, firms(5, 40, 5) + firms(2, 0, 20) + firms(3, 10, 10))
    finding = by_key(answer_of(store))["empty_cell"].finding
    assert "holds here: none of the 50" in finding
    assert "5.8% at most" in finding


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
    best = answer_of(store).best
    worth = best.first.n_effective + best.second.n_effective
    fewer = (best.first.n + best.second.n) / worth
    rows = rows_of(again + once)
    fit = logit(rows[:, :2], rows[:, 2], rows[:, 3])
    assert fewer > 1.2
    assert log(best.adjusted.high / best.adjusted.low) == pytest.approx(
        2 * 1.96 * fit.se[1] * fewer**0.5, rel=1e-3
    )


def rows_of(came: list[Firm]) -> np.ndarray:
    """Top score, second edition (and so once before), outcome, and that the row counts once: as the
    logit takes them.
    """
    rows = [
        [score == 5.0, edition == 2, edition + 1 in editions, 1.0]
        for editions, scores in came
        for edition, score in scores.items()
    ]
    return np.array(rows, dtype=float)


def test_the_demo_fairs_known_model_gives_the_ratios_within_their_intervals(demo: Store) -> None:
    """The ratios that the known return model implies for those who answered."""
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
    for ratios, first, second in ((answer.best, "5", "4"), (answer.satisfied, "high", "low")):
        odds = share[first] / (1 - share[first]) / (share[second] / (1 - share[second]))
        assert ratios.odds.low < odds < ratios.odds.high
        assert ratios.risk.low < share[first] / share[second] < ratios.risk.high
    assert answer.best.adjusted.low < exp(0.6) < answer.best.adjusted.high
