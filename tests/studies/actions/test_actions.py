"""Did it help? An action's questions against those nobody acted on, and everything that can be
missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest

from analytics.action_plan import Action, Costs, save_action
from analytics.errors import NothingChosen
from analytics.filters import Filters
from analytics.stats.action_effect import Effect, action_effect, verdict, with_drift
from analytics.store import Store
from analytics.studies.actions import STUDY
from analytics.studies.actions.compute import Plan, Tracked
from analytics.studies.actions.compute_effect import Cell, fit
from analytics.wording import speaker
from tests import fairs

ITEMS = ("wifi", "food", "halls", "signs", "desks", "price", "guide", "press")
FIRMS = 160
PLANTED = 0.6


def ratings(seed: int, lift: float) -> dict[str, list[dict]]:
    """Answers of the same firms at two editions: everything rises by 0.2, wifi by `lift` more."""
    random = np.random.default_rng(seed)
    mood = random.normal(0, 0.4, FIRMS)
    rows: dict[str, list[dict]] = {"f-1": [], "f-2": []}
    for edition, rise in (("f-1", 0.0), ("f-2", 0.2)):
        for firm in range(FIRMS):
            level = 3.0 + mood[firm] + rise + random.normal(0, 0.5, len(ITEMS))
            level[0] += lift if edition == "f-2" else 0.0
            rows[edition].append(
                {"exhibitor_key": f"n:{firm}", "overall": 4}
                | {"sat": [float(np.clip(round(score, 2), 1, 5)) for score in level]}
            )
    return rows


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("actions")) as store:
        asked = [*fairs.questions("f-1", ITEMS), *fairs.questions("f-2", ITEMS[:-1])]
        rows = ratings(5, PLANTED)
        fairs.load(
            store,
            "exhibitor_survey",
            edition_rows=fairs.editions([1, 2, 3], held=[True, True, False]),
            questionnaire=fairs.items({"d": ITEMS}),
            question_rows=asked,
            response_rows=[
                *fairs.answers("f-1", rows["f-1"]),
                *fairs.answers("f-2", [row | {"sat": row["sat"][:-1]} for row in rows["f-2"]]),
            ],
        )
        for action in ACTIONS:
            save_action(store, "f", action, "ann")
        yield store


def aimed(title: str, item: str, edition: str = "f-1", **more) -> Action:
    return Action(title, "exhibitor", "item", item, edition, 0.3, **more)


ACTIONS = (
    aimed("hotspots", "wifi", state="done", department="IT", costs=Costs(5_000.0), currency="CNY"),
    aimed("new caterer", "food", department="IT", due_on=date(2020, 1, 1), costs=Costs(1.0)),
    aimed("later", "halls", "f-2"),
    aimed("of a question gone", "smell"),
    aimed("asked once", "press"),
    aimed("of an edition gone", "signs", "f-9"),
    aimed("given up", "desks", state="dropped"),
)


def answer(store: Store) -> Plan:
    with store.reader() as reader:
        plan: Plan = STUDY.analyse(reader, Filters("f"), STUDY.chosen(()))
    return plan


def by_title(plan: Plan) -> dict[str, Tracked]:
    return {each.action.title: each for each in plan.actions}


def test_what_was_acted_on_moved_and_the_rise_of_everything_is_not_counted(fair: Store):
    tracked = by_title(answer(fair))["hotspots"]
    assert tracked.verdict == "moved"
    assert tracked.outcome
    compared = tracked.outcome.compared
    assert compared.effect.low * 4 < PLANTED < compared.effect.high * 4
    assert compared.trend * 4 == pytest.approx(0.2, abs=0.1)
    assert (compared.firms, compared.firms_both) == (FIRMS, FIRMS)


def test_an_action_without_effect_did_not_move_its_question(fair: Store):
    assert by_title(answer(fair))["new caterer"].verdict == "did not move"


def test_questions_of_other_actions_are_no_comparison(fair: Store):
    # wifi, food and press (asked once) are out; desks are back in, as that action was dropped
    outcome = by_title(answer(fair))["hotspots"].outcome
    assert outcome
    assert outcome.compared.untouched == len({"halls", "signs", "desks", "price", "guide"})


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("later", "waiting"),
        ("of a question gone", "no such question"),
        ("asked once", "not asked after"),
        ("of an edition gone", "no such edition"),
        ("given up", "dropped"),
    ],
)
def test_what_cannot_be_answered_stays_and_says_why(fair: Store, title: str, why: str):
    assert by_title(answer(fair))[title].verdict == why


def test_an_open_action_past_its_day_is_overdue(fair: Store):
    assert [each.action.title for each in answer(fair).overdue] == ["new caterer"]


def test_every_action_stands_on_the_board_in_both_languages(fair: Store):
    plan = answer(fair)
    for language in ("en", "zh"):
        figures = {figure.key: figure for figure in STUDY.figures(plan, speaker(language))}
        assert list(figures) == ["overview", "evidence", "board", "overdue", "goals"]
        assert set(figures["board"].data["label"]) == {action.title for action in ACTIONS}


def test_costs_of_two_currencies_and_of_none_are_never_added(fair: Store):
    goals = {f.key: f for f in STUDY.figures(answer(fair), speaker("en"))}["goals"]
    assert goals.data["cost"].tolist() == ["1 (no currency) · 5,000 CNY"]


def test_without_actions_it_says_where_to_enter_the_first(store: Store):
    with store.reader() as reader, pytest.raises(NothingChosen) as refused:
        STUDY.analyse(reader, Filters("f"), STUDY.chosen(()))
    assert refused.value.what == "actions"


def test_without_a_question_nobody_acted_on_there_is_nothing_to_compare_with():
    cells = [Cell("wifi", 1, "f-1", 50, 0.5), Cell("wifi", 1, "f-2", 50, 0.6)]
    assert fit(cells, {"wifi"}, "f-2") is None


@pytest.mark.parametrize(
    ("low", "high", "target", "expected"),
    [
        (0.01, 0.30, 0.20, "moved"),
        (-0.05, 0.10, 0.20, "did_not_move"),
        (-0.05, 0.30, 0.20, "cannot_tell"),
        (-0.30, -0.05, 0.0, "did_not_move"),
        (-0.05, 0.10, 0.0, "cannot_tell"),
        (float("nan"), float("nan"), 0.1, "cannot_tell"),
    ],
)
def test_the_interval_decides(low: float, high: float, target: float, expected: str):
    assert verdict(Effect(0.1, 0.1, 50.0, low, high, 0.5), target) == expected


def test_the_sums_in_sql_give_what_the_estimator_gives_on_the_answers(fair: Store):
    outcome = by_title(answer(fair))["hotspots"].outcome
    assert outcome
    rows = ratings(5, PLANTED)
    compared = [at for at, item in enumerate(ITEMS) if item not in ("food", "press")]
    long = [
        (firm, item, edition == "f-2", (row["sat"][item] - 1) / 4, item == 0)
        for edition, answers in rows.items()
        for firm, row in enumerate(answers)
        for item in compared
    ]
    firm, item, is_after, score, acted_on = (np.array(column) for column in zip(*long, strict=True))
    whole = action_effect(firm, item, is_after, score, acted_on)
    same = with_drift(whole)
    effect = outcome.compared.effect
    assert effect.estimate == pytest.approx(same.estimate, abs=1e-9)
    assert effect.se == pytest.approx(same.se, rel=1e-9)
    assert outcome.compared.trend == pytest.approx(whole.trend.estimate, abs=1e-9)
