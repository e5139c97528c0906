"""Why do they come, and do they get it? On surveys that can be counted by head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from analytics.ask import ask
from analytics.errors import NotEnough, NothingChosen, UnknownChoice
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.store import Store
from analytics.studies.objectives import STUDY
from analytics.studies.objectives.compute import Objectives
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
SELL, SHOW_IT = "sell_new_products", "show_company"


def load(
    store: Store, *surveys: Sequence[dict[str, Any]], scale: tuple[float, float] = (1, 3)
) -> None:
    """Editions 1, 2 … with these answers; None is an edition without a survey."""
    fairs.load(store, "editions", edition_rows=fairs.editions(range(1, len(surveys) + 1)))
    for number, rows in enumerate(surveys, start=1):
        if rows:
            asked = fairs.questions(f"f-{number}", []) + fairs.questions(
                f"f-{number}", [], ["goal_attainment"], scale
            )
            fairs.load(
                store,
                f"survey{number}",
                question_rows=asked,
                response_rows=fairs.answers(f"f-{number}", rows),
            )


def rows(*parts: tuple[int, Sequence[str] | None, float | None, float]) -> list[dict[str, Any]]:
    """(how many, objectives, goal, overall) …; overall is a point less for every other one."""
    return [
        {
            "objectives": list(named) if named is not None else None,
            "goal_attainment": goal,
            "overall": overall - i % 2,
        }
        for count, named, goal, overall in parts
        for i in range(count)
    ]


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Objectives:
    answer = ask(store, STUDY, filters, options)
    assert isinstance(answer, Objectives)
    return answer


def by_key(answer: Objectives, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def test_the_base_is_respondents_not_ticks(store: Store):
    """Thirty of forty name selling, twenty showing: 75% and 50%, of 50 ticks. Ten named nothing
    and are no base.
    """
    load(
        store,
        rows(
            (20, [SELL], 3, 4), (10, [SELL, SHOW_IT], 2, 4), (10, [SHOW_IT], 2, 4), (10, None, 1, 3)
        ),
    )
    answer = answer_of(store)
    shares = {objective.key: objective.now for objective in answer.named}
    assert {key: (share.share, share.n) for key, share in shares.items()} == {
        SELL: (0.75, 40),
        SHOW_IT: (0.5, 40),
    }
    assert (answer.respondents, answer.silent, answer.ticks_each) == (40, 10, pytest.approx(1.25))
    assert (
        "10 respondents named no objective and are left out of the base."
        in by_key(answer)["shares"].notes
    )


def test_an_objective_ticked_twice_by_one_respondent_counts_once(store: Store):
    load(store, rows((20, [SELL, SELL], 3, 4)))
    assert [objective.now.count for objective in answer_of(store).named] == [20]


def test_attainment_counts_all_who_rated_their_goal(store: Store):
    """Three answers: the two best count. 30 of 40 reached it, five of them named no objective."""
    load(
        store,
        rows((15, [SELL], 3, 5), (10, [SHOW_IT], 2, 4), (10, [SHOW_IT], 1, 2), (5, None, 3, 4)),
    )
    answer = answer_of(store)
    assert answer.reached is not None
    assert (answer.reached.count, answer.reached.n) == (30, 40)
    shares = {objective.key: objective.share.share for objective in answer.reached_by}
    assert shares == {SELL: 1.0, SHOW_IT: 0.5}
    finding = by_key(answer)["reached"].finding
    assert finding.startswith("75.0% reached their goal at least by and large")
    assert (
        "Those who came for Promote new products and raise sales reached it more often" in finding
    )


def test_on_a_long_scale_reached_is_the_upper_end(store: Store):
    """Of five points the two highest."""
    load(store, rows((20, [SELL], 4, 4), (20, [SELL], 3, 4)), scale=(1, 5))
    answer = answer_of(store)
    assert answer.reached is not None
    assert answer.reached.share == 0.5
    assert by_key(answer)["pull"].data["label"].tolist() == ["4 of 5", "3 of 5"]


def test_what_was_reached_is_compared_with_what_was_wanted(store: Store):
    """Of twenty who came to sell fifteen say they did; five left it blank and are no base."""
    respondents = rows((25, [SELL], 3, 4))
    for i, row in enumerate(respondents):
        row["attained"] = [SELL] if i < 15 else [SHOW_IT] if i < 20 else None
    load(store, respondents)
    answer = answer_of(store)
    (sold,) = answer.attained
    assert (sold.key, sold.share.count, sold.share.n) == (SELL, 15, 20)
    assert "attained" in by_key(answer)


def test_satisfaction_by_attainment_says_it_is_no_cause(store: Store):
    """Fully reached 5 and 4, not reached 2 and 1: three points apart."""
    load(store, rows((20, [SELL], 3, 5), (20, [SELL], 1, 2)))
    answer = answer_of(store)
    assert answer.pull is not None
    assert answer.pull.gap is not None
    assert answer.pull.gap.difference == pytest.approx(3)
    assert "One mood may colour both answers" in by_key(answer)["pull"].finding


def test_changes_carry_holms_p_over_the_objectives(store: Store):
    before = rows((80, [SELL], 3, 4), (20, [SHOW_IT], 3, 4))
    load(store, before, rows((40, [SELL], 3, 4), (60, [SHOW_IT], 3, 4)))
    answer = answer_of(store)
    change = {objective.key: objective.change for objective in answer.named}
    assert change[SELL] is not None
    assert change[SELL].difference == pytest.approx(-0.4)
    assert "Against Edition 1, established changes: 2 of 2" in by_key(answer)["shares"].finding


def test_a_trend_needs_three_editions_and_one_is_found(store: Store):
    surveys = [rows((20 + 20 * n, [SELL], 3, 4), (80 - 20 * n, [SHOW_IT], 3, 4)) for n in range(4)]
    load(store, *surveys)
    assert (
        "Established trends: 2 of 2. The clearest goes" in by_key(answer_of(store))["drift"].finding
    )
    two = answer_of(store, filters=Filters("f", ("f-1", "f-2")))
    assert "cannot be told" in by_key(two)["drift"].finding


def test_an_objective_nobody_named_was_not_offered_then(store: Store):
    """A gap, never 0%."""
    load(store, rows((40, [SELL], 3, 4)), rows((20, [SELL], 3, 4), (20, [SHOW_IT], 3, 4)))
    answer = answer_of(store)
    shown = next(objective for objective in answer.named if objective.key == SHOW_IT)
    assert shown.then is None
    assert [edition for edition, _ in shown.by_edition] == ["f-2"]
    assert any(
        "taken as not offered there: Show the company" in note
        for note in by_key(answer)["drift"].notes
    )


def test_shares_that_did_not_move_are_no_evidence_of_a_change(store: Store):
    load(
        store,
        rows((20, [SELL], 3, 4), (20, [SHOW_IT], 2, 4)),
        rows((20, [SELL], 3, 4), (20, [SHOW_IT], 2, 4)),
    )
    assert (
        "no evidence of a change in any of 2 objectives"
        in by_key(answer_of(store))["shares"].finding
    )


def test_one_edition_stands_alone(store: Store):
    load(store, rows((20, [SELL], 3, 4)))
    figures = by_key(answer_of(store))
    assert "drift" not in figures
    assert figures["shares"].finding.startswith(
        "Promote new products and raise sales is the only objective named: by 100.0"
    )


def test_own_words_stay_as_they_were_given_and_standard_ones_are_worded(store: Store):
    load(store, rows((20, [SELL], 3, 4), (20, ["Visit friends"], 3, 4)))
    names = {objective.key: objective.name.worded(ZH) for objective in answer_of(store).named}
    assert names == {SELL: "推广新产品增加交易额", "Visit friends": "Visit friends"}


def test_a_thousand_objectives_show_the_commonest(store: Store):
    load(store, rows(*((1, [f"aim {i:04d}"], 3, 4) for i in range(1_000)), (50, [SELL], 3, 4)))
    answer = answer_of(store)
    assert answer.named[0].key == SELL
    assert len(answer.named) == 12
    assert any("named more rarely are left out" in note for note in by_key(answer)["shares"].notes)


def test_nobody_asked_is_refused_with_the_way_out(store: Store):
    load(store, rows((20, None, 3, 4)))
    with pytest.raises(NothingChosen) as refused:
        answer_of(store)
    assert remedy(refused.value, EN).startswith(
        "No answers on objectives are left with these filters."
    )
    assert "关于参展目的的回答" in remedy(refused.value, ZH)


def test_no_answers_at_all_are_refused(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    with pytest.raises(NothingChosen) as refused:
        answer_of(store)
    assert refused.value.what == "answers"


def test_one_respondent_is_refused_and_an_unknown_edition_too(store: Store):
    load(store, rows((1, [SELL], 3, 4)))
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert (refused.value.needed, refused.value.found) == (10, 1)
    with pytest.raises(UnknownChoice):
        answer_of(store, ("compare_with", "f-9"))


def test_answers_all_alike_give_figures_without_certainty(store: Store):
    respondents = [{"objectives": [SELL], "goal_attainment": 3, "overall": 5} for _ in range(20)]
    respondents += [{"objectives": [SELL], "goal_attainment": 1, "overall": 5} for _ in range(20)]
    load(store, respondents)
    assert "cannot be told, because all are alike" in by_key(answer_of(store))["pull"].finding


def test_items_answered_by_five_percent_hide_behind_their_base(store: Store):
    respondents = rows((95, [SELL], None, 4), (5, [SELL], 3, 4))
    load(store, respondents)
    figures = by_key(answer_of(store))
    assert "reached" not in figures
    assert "pull" not in figures


def test_visitors_have_objectives_too(demo: Store):
    figures = by_key(answer_of(demo, filters=Filters("demo", audience="visitor")))
    assert figures.keys() == {"shares", "drift"}


def test_the_demo_fair_reaches_what_the_paper_printed(demo: Store):
    """92.2% of exhibitors of the 8th edition who answered reached their purpose by and large."""
    reached = answer_of(demo, filters=Filters("demo")).reached
    assert reached is not None
    assert reached.share == pytest.approx(0.922, abs=0.0005)


@pytest.mark.parametrize("say", [EN, ZH], ids=["en", "zh"])
def test_every_figure_has_a_sentence_a_base_and_a_table(store: Store, say: Say):
    respondents = rows((30, [SELL], 3, 5), (30, [SELL, SHOW_IT], 1, 3))
    for row in respondents:
        row["attained"] = row["objectives"][:1]
    load(store, respondents, respondents)
    figures = by_key(answer_of(store), say)
    assert figures.keys() == {"shares", "drift", "reached", "attained", "pull"}
    for figure in figures.values():
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base
