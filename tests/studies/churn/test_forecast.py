"""Who is about to leave?"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from math import log
from typing import Any

import pytest

from analytics.ask import ask
from analytics.customers.risk import leaving, periods
from analytics.errors import NotEnough, NothingChosen
from analytics.filters import Filters
from analytics.folders import ROOT, SAMPLE
from analytics.stats.critical_values import normal
from analytics.store import Store
from analytics.studies.churn import STUDY
from analytics.studies.churn.compute import Churn
from analytics.wording import Say
from analytics.worker import listener
from tests import fairs
from tests.in_process import without_child
from tests.studies.churn.fair import EN, ZH, answer_of, by_key, load, population


@pytest.fixture(scope="module")
def known_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Exhibitors who leave by their scores, to be read only."""
    with Store(tmp_path_factory.mktemp("known_store")) as opened:
        load(opened, population(0.7))
        yield opened


@pytest.fixture(scope="module")
def known(known_store: Store) -> Churn:
    with without_child():
        return answer_of(known_store)


def test_a_known_effect_lies_in_its_interval_and_the_forecast_beats_the_base_rate(
    known: Churn,
) -> None:
    row = known.coefficients.set_index("column").loc["satisfaction"]
    assert row["low"] < -0.7 < row["high"]
    assert known.beats_base_rate
    assert "better than the base rate" in by_key(known)["overview"].finding


@pytest.mark.usefixtures("in_process")
def test_without_an_effect_it_says_that_it_does_no_better_than_the_base_rate(store: Store) -> None:
    load(store, population(0.0))
    answer = answer_of(store)
    shown = by_key(answer)
    assert not answer.beats_base_rate
    assert "no better than the base rate" in shown["overview"].finding
    assert "risks" not in shown
    assert answer.prediction.tests == len(answer.tests)


@pytest.mark.usefixtures("in_process")
def test_an_edition_is_foretold_without_its_own_outcome(store: Store) -> None:
    """The satisfied stay until edition 3 and leave from there: learnt from the past, the order at 3
    is upside down.
    """
    firms = [{"came": (1, 2, 3), "score": {1: 5.0, 2: 5.0, 3: 5.0}}] * 60 + [
        {"came": (1,), "score": {1: 1.0}}
    ] * 60
    firms += [{"came": (2,), "score": {2: 1.0}}] * 60 + [
        {"came": (1, 2), "score": {1: 5.0, 2: 1.0}}
    ] * 10
    firms += [{"came": (1,), "score": {1: 5.0}}] * 10 + [{"came": (3, 4), "score": {3: 1.0}}] * 60
    load(store, firms)
    tests = answer_of(store).tests.set_index("place")
    assert tests.loc[2, "auc"] > 0.9
    assert tests.loc[3, "auc"] < 0.1


@pytest.mark.usefixtures("in_process")
def test_exhibitors_without_a_rating_are_kept_with_a_term_of_their_own(store: Store) -> None:
    load(store, population(0.7, asked=0.5))
    answer = answer_of(store)
    assert "no_rating" in answer.columns
    assert answer.learnt[0] == sum(answer.editions["exhibitors"].iloc[:-1])
    reasons = {key for exhibitor in answer.listed for key, _ in exhibitor["reasons"]}
    assert "satisfaction" in reasons


def test_the_list_is_bounded_and_sorted_by_probability_times_turnover(known: Churn) -> None:
    listed = by_key(known)["risks"].data
    assert len(listed) == 30
    assert listed["worth"].is_monotonic_decreasing
    assert listed["worth"].tolist() == pytest.approx(
        (listed["p"] * listed["stake"]).tolist(), abs=0.5
    )  # whole amounts


@pytest.mark.usefixtures("in_process")
def test_without_turnover_the_list_goes_by_probability(store: Store) -> None:
    load(store, [firm | {"turnover": None} for firm in population(0.7)])
    answer = answer_of(store)
    assert not answer.has_stake
    shown = by_key(answer)
    assert shown["risks"].data["p"].is_monotonic_decreasing
    assert "stake" not in shown["risks"].table()


@pytest.mark.usefixtures("in_process")
def test_parts_of_the_rows_give_the_answer_of_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, population(0.7, n=150))
    whole = answer_of(store)
    monkeypatch.setattr(periods, "PART", 17)
    monkeypatch.setattr(leaving, "ROWS_AT_ONCE", 400)
    parts = answer_of(store)
    assert parts.coefficients["coefficients"].tolist() == pytest.approx(
        whole.coefficients["coefficients"].tolist()
    )
    assert [exhibitor["exhibitor_id"] for exhibitor in parts.listed] == [
        exhibitor["exhibitor_id"] for exhibitor in whole.listed
    ]
    assert parts.bands["expected"].tolist() == pytest.approx(whole.bands["expected"].tolist())


@pytest.mark.usefixtures("in_process")
def test_terms_enter_only_while_ten_departures_stand_behind_each(store: Store) -> None:
    load(store, population(0.7, n=40, editions=4))
    answer = answer_of(store)
    assert answer.left_out
    assert "Left out, for too few left" in by_key(answer)["overview"].notes[-1]


@pytest.mark.usefixtures("in_process")
def test_where_nobody_leaves_nothing_can_be_learnt_and_that_is_said(store: Store) -> None:
    load(store, [{"came": (1, 2, 3, 4), "score": {1: 1.0 + i % 5}} for i in range(80)])
    shown = by_key(answer_of(store))
    assert list(shown) == ["overview"]
    assert "Nothing can be learnt about who leaves" in shown["overview"].finding
    assert len(shown["overview"].table()) == 4


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize(
    "change",
    [
        {"score": {}},
        {"score": {1: 3.0, 2: 3.0, 3: 3.0, 4: 3.0}},
        {"area": None, "turnover": 0.0},
        {"area": 18.0, "fee": 18.0},
    ],
    ids=["nobody rated", "one score", "nothing known", "all alike"],
)
def test_constant_missing_and_equal_facts_leave_whole_sentences(
    store: Store, change: dict[str, Any]
) -> None:
    load(store, [firm | change for firm in population(0.7, n=200)])
    answer = answer_of(store)
    for say in (EN, ZH):
        for figure in STUDY.figures(answer, say):
            assert len(figure.table())
            assert figure.finding[-1] in ".。"


@pytest.mark.usefixtures("in_process")
def test_a_rating_by_five_in_a_hundred_is_used_for_what_it_is_worth(store: Store) -> None:
    load(store, population(0.7, asked=0.05))
    row = answer_of(store).coefficients.set_index("column").loc["satisfaction"]
    assert row["se"] > 0.1


@pytest.mark.usefixtures("in_process")
def test_copies_of_a_term_are_not_told_apart_and_named(store: Store) -> None:
    """Every firm complains exactly where it gives no rating."""
    firms = [
        firm | {"complained": {n for n in firm["came"] if n not in firm["score"]}}
        for firm in population(0.7)
    ]
    load(store, firms)
    notes = by_key(answer_of(store))["terms"].notes
    assert any("Not to be told apart" in note and "Complained" in note for note in notes)


@pytest.mark.usefixtures("in_process")
def test_a_thousand_industries_share_one_column(store: Store) -> None:
    load(
        store,
        [firm | {"industry": f"industry {i % 1000}"} for i, firm in enumerate(population(0.7))],
    )
    answer = answer_of(store)
    assert answer.industries.count == 0
    assert answer.beats_base_rate


@pytest.mark.usefixtures("in_process")
def test_large_industries_are_compared_with_the_largest(store: Store) -> None:
    sizes = ["ships"] * 5 + ["trains"] * 3 + ["kites"]
    load(store, [firm | {"industry": sizes[i % 9]} for i, firm in enumerate(population(0.7))])
    labels = by_key(answer_of(store))["terms"].data["label"].tolist()
    assert [label for label in labels if "against ships" in label] == [
        "trains (against ships)",
        "kites (against ships)",
    ]


@pytest.mark.parametrize("editions", [1, 2])
def test_fewer_than_three_editions_are_too_few_to_learn_and_test(
    store: Store, editions: int
) -> None:
    load(store, population(0.7, n=80, editions=editions))
    with pytest.raises(NotEnough) as fault:
        answer_of(store)
    assert (fault.value.what, fault.value.needed, fault.value.found) == ("editions", 3, editions)


def test_few_exhibitors_are_too_few(store: Store) -> None:
    load(store, population(0.7, n=10, editions=3))
    with pytest.raises(NotEnough):
        answer_of(store)


def test_no_participation_is_nothing_chosen(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2, 3]))
    with pytest.raises(NothingChosen):
        answer_of(store)


@pytest.mark.parametrize("say", [EN, ZH])
def test_every_figure_has_its_columns_and_a_whole_sentence(known: Churn, say: Say) -> None:
    shown = STUDY.figures(known, say)
    assert [f.key for f in shown] == ["overview", "risks", "tests", "calibration", "terms"]
    for figure in shown:
        assert len(figure.table())
        assert figure.finding[-1] in ".。"
        assert "{" not in figure.finding + figure.base + " ".join(figure.notes)


def test_a_real_child_answers_and_tells_how_far_it_is(store: Store) -> None:
    load(store, population(0.7, n=200))
    steps: list[str] = []
    token = listener.set(lambda share, step: steps.append(step))
    try:
        assert answer_of(store).here
    finally:
        listener.reset(token)
    assert steps[0] == "Learning from closed editions"
    assert steps[-1] == "Looking ahead"


def test_the_child_loads_neither_streamlit_nor_the_engine() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import analytics.customers.risk.model\n"
        "print(sorted({'streamlit', 'duckdb'} & set(sys.modules)))"
    )
    process = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert process.stdout.strip() == "[]"


@pytest.mark.usefixtures("in_process")
def test_the_demo_fairs_known_return_model_is_recovered(demo: Store) -> None:
    """All known coefficients together: intervals widened to hold for the whole family at 95%
    (Bonferroni), one of them off by more than its own. That one is satisfaction, 0.70 (0.61 to
    0.79) instead of 0.60: the luck of this fair's draw, shown in tests/sample/test_known_model.py.
    """
    known = json.loads((SAMPLE / "model.json").read_text("utf-8"))["return"]["coefficients"]
    answer = ask(demo, STUDY, Filters("demo"))
    estimates = answer.coefficients.set_index("column")
    usual, named = answer.industries.usual, answer.industries.named
    expected = {
        "satisfaction": -known["overall_minus_3_5"],
        "tenure": -known["log1p_editions_before"] * log(2),
        "area": -known["log_area_over_18"] * log(2),
        "complained": -known["complained"],
    } | {
        f"industry:{code}": known["industry"][usual] - known["industry"][name]
        for code, name in enumerate(named, start=1)
    }
    z = normal(1 - 0.05 / len(expected))
    off = {
        name: abs(estimates.loc[name, "coefficients"] - value) / estimates.loc[name, "se"]
        for name, value in expected.items()
    }
    assert max(off.values()) < z
    assert [name for name, distance in off.items() if distance > normal(0.95)] == ["satisfaction"]
    assert answer.beats_base_rate
    assert set(answer.tests["gain_low"] > 0) == {True}
