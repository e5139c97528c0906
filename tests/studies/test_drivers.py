"""What matters, and what to fix first? On fairs whose answer can be told by head, and on the demo
fair's known model.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analytics.ask import ask
from analytics.errors import NotEnough, NothingChosen, NoVariation, UnknownChoice
from analytics.figures import Bars, Figure, Scatter
from analytics.ratings.answer_blocks import GROUPS, read_blocks
from analytics.ratings.pair_blocks import pair_sums_by_group
from analytics.remedies import remedy
from analytics.settings import ROOT
from analytics.stats.relative_weights import relative_weights, shares_of
from analytics.store import Store
from analytics.studies.drivers import STUDY
from analytics.studies.drivers.method import Drivers
from analytics.studies.drivers.pooled import read_pooled
from analytics.studies.drivers.weighing import weigh
from analytics.study import Filters
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
ITEMS_LEVEL = ("level", "item")
ITEMS = fairs.items({"hall": ["air", "light"], "website": ["website"], "food": ["food"]})
ASKED = ["air", "light", "website", "food"]
Rows = Sequence[dict[str, Any]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path, memory_limit="512MB") as opened:
        yield opened


def survey(
    store: Store,
    number: int,
    rows: Rows,
    measures: Sequence[str] = ("overall",),
    items: Any = ITEMS,
    asked: Sequence[str] = ASKED,
) -> None:
    fairs.load(
        store,
        f"survey-{number}",
        edition_rows=fairs.editions([number]),
        questionnaire=items,
        question_rows=fairs.questions(f"f-{number}", asked, measures),
        response_rows=fairs.answers(f"f-{number}", rows),
    )


def moved(
    n: int,
    weights: Sequence[float],
    noise: float = 0.3,
    lift: Sequence[float] = (0, 0, 0, 0),
    seed: int = 0,
) -> Rows:
    """Ratings 1–5 drawn apart from each other, and an overall judgement moved by them with these
    weights.
    """
    rng = np.random.default_rng(seed)
    raw = rng.normal(3, 0.8, (n, len(weights)))
    overall = 3 + (raw - 3) @ np.array(weights) + rng.normal(0, noise, n)
    sat = np.clip(np.round((raw + np.array(lift)) * 2) / 2, 1, 5)
    return [
        {"overall": round(float(np.clip(one, 1, 5)), 1), "sat": row}
        for one, row in zip(overall, sat.tolist(), strict=True)
    ]


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Drivers:
    found = ask(store, STUDY, filters, options)
    assert isinstance(found, Drivers)
    return found


def by_key(answer: Drivers, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def shares(answer: Drivers) -> dict[str, float]:
    return {driver.key: driver.share.value for driver in answer.drivers}


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_items_drawn_apart_share_r_squared_by_their_squared_weights(store: Store):
    """0.6², 0.3² and 0.15² of one spread: 36 to 9 to 2.25 of 47.25; the fourth has no part
    in it.
    """
    survey(store, 1, moved(1500, [0.6, 0.3, 0.15, 0]))
    found = shares(answer_of(store, ITEMS_LEVEL))
    assert list(found) == ["air", "light", "website", "food"]
    assert list(found.values()) == pytest.approx([36 / 47.25, 9 / 47.25, 2.25 / 47.25, 0], abs=0.03)


def test_shares_add_up_and_agree_with_lmg(store: Store):
    survey(store, 1, moved(800, [0.5, 0.4, 0.2, 0.1]))
    answer = answer_of(store, ITEMS_LEVEL)
    assert sum(shares(answer).values()) == pytest.approx(1)
    for driver in answer.drivers:
        assert driver.lmg is not None
        assert driver.lmg.value == pytest.approx(driver.share.value, abs=0.01)
        assert driver.share.low < driver.share.value < driver.share.high


def test_a_dimension_stands_for_the_mean_of_its_items(store: Store):
    rows = moved(600, [0.5, 0.5, 0.1, 0])
    survey(store, 1, rows)
    answer = answer_of(store)
    assert [driver.key for driver in answer.drivers] == ["hall", "website", "food"]
    halls = [sum(row["sat"][:2]) / 2 for row in rows]
    expected = np.corrcoef(halls, [row["overall"] for row in rows])[0, 1]
    assert answer.drivers[0].r.value == pytest.approx(expected, abs=1e-5)


def test_what_is_important_and_weak_is_fixed_first_and_what_is_important_and_strong_is_kept_up(
    store: Store,
):
    survey(store, 1, moved(1000, [0.5, 0.5, 0.05, 0], lift=(0.6, -0.6, 0.6, -0.6)))
    answer = answer_of(store, ITEMS_LEVEL)
    assert {driver.key: driver.quadrant for driver in answer.drivers} == {
        "air": "keep up the good work",
        "light": "concentrate here",
        "website": "possible overkill",
        "food": "low priority",
    }
    assert not any(driver.is_borderline for driver in answer.drivers)
    finding = plain(by_key(answer)["overview"].finding)
    assert finding.startswith("Fix light first: ")
    assert "below the average of" in finding
    assert "Keep up air." in finding
    assert "borderline" not in finding


def test_an_interval_across_a_line_is_borderline(store: Store):
    survey(store, 1, moved(300, [0.3, 0.3, 0.3, 0.3]))
    answer = answer_of(store, ITEMS_LEVEL)
    assert all(driver.is_borderline for driver in answer.drivers)
    figure = by_key(answer)["overview"]
    assert "4 of 4 items are borderline" in figure.finding
    assert set(figure.data["series"]) == {"Borderline"}


def test_the_crosshair_moves_with_its_dial(store: Store):
    survey(store, 1, moved(400, [0.6, 0.3, 0.15, 0.1], lift=(1.2, 0, 0, 0)))
    placed = {
        rule: answer_of(store, ITEMS_LEVEL, ("crosshair", rule)).at
        for rule in ("mean", "median", "midpoint")
    }
    means = sorted(driver.performance.mean for driver in answer_of(store, ITEMS_LEVEL).drivers)
    assert placed["mean"].across == pytest.approx(sum(means) / 4)
    assert placed["mean"].up == pytest.approx(0.25)
    assert placed["median"].across == pytest.approx((means[1] + means[2]) / 2)
    assert placed["midpoint"].across == pytest.approx(3)


def test_the_grid_is_points_with_intervals_and_a_crosshair(store: Store):
    survey(store, 1, moved(400, [0.6, 0.3, 0.15, 0.1]))
    answer = answer_of(store, ITEMS_LEVEL)
    figure = by_key(answer)["overview"]
    assert isinstance(figure.form, Scatter)
    assert figure.form.has_interval
    assert figure.guides is not None
    lines = figure.guides[figure.guides["x"].isna() | figure.guides["y"].isna()]
    assert lines[["x", "y"]].max().tolist() == pytest.approx([answer.at.across, answer.at.up])
    assert set(figure.guides["label"]) >= {"Fix first", "Possible overkill"}


def test_overall_judgements_drawn_apart_from_everything_are_no_evidence(store: Store):
    survey(store, 1, moved(200, [0, 0, 0, 0], noise=0.8))
    answer = answer_of(store, ITEMS_LEVEL)
    assert not answer.is_established
    for key in ("overview", "importance"):
        figure = by_key(answer)[key]
        assert figure.finding.startswith(
            "No evidence that any of the 4 items goes with overall satisfaction"
        )
        assert not figure.is_established
    assert by_key(answer)["overview"].headline is None


def test_the_first_is_named_alone_only_where_the_data_tell_it_from_the_others(store: Store):
    survey(store, 1, moved(400, [0.6, 0.1, 0.1, 0.1]))
    alone = answer_of(store, ITEMS_LEVEL)
    assert [leader.key for leader in alone.leaders] == ["air"]
    assert "air matters most" in by_key(alone)["importance"].finding
    survey(store, 2, moved(100, [0.5, 0.5, 0, 0], seed=1))
    together = answer_of(store, ITEMS_LEVEL, filters=Filters("f", ("f-2",)))
    assert {leader.key for leader in together.leaders} == {"air", "light"}
    assert "the data cannot tell them apart" in by_key(together)["importance"].finding


def test_coefficients_never_order_anything(store: Store):
    survey(store, 1, moved(400, [0.6, 0.3, 0.15, 0.1]))
    answer = answer_of(store, ITEMS_LEVEL)
    figure = by_key(answer)["measures"]
    assert figure.data["share"].is_monotonic_decreasing
    assert {column.name: column.title for column in figure.columns}[
        "beta"
    ] == "Standardised β (not for ranking)"
    assert not any(
        "beta" in column.name
        for key in ("overview", "importance")
        for column in by_key(answer)[key].columns
    )


def test_editions_are_pooled_within_themselves_and_rated_at_the_last(store: Store):
    """Between the two editions website rises with the overall judgement; within them it has no part
    in it.
    """
    low = [
        row | {"overall": row["overall"] - 0.9}
        for row in moved(300, [0.3, 0.2, 0, 0.1], lift=(0, 0, -0.9, 0))
    ]
    survey(store, 1, low)
    survey(store, 2, moved(300, [0.3, 0.2, 0, 0.1], lift=(0, 0, 0.9, 0), seed=3))
    answer = answer_of(store, ITEMS_LEVEL)
    assert shares(answer)["website"] < 0.03
    assert [edition.number for edition in answer.editions] == [1, 2]
    rated = {driver.key: driver.performance.mean for driver in answer.drivers}
    assert rated["website"] == pytest.approx(3.9, abs=0.15)
    assert all(driver.n == 600 for driver in answer.drivers)


def stated(rows: Rows, importances: Sequence[float | None], seed: int = 0) -> Rows:
    rng = np.random.default_rng(seed)
    return [
        row
        | {
            "imp": [
                None if importance is None else importance + float(rng.integers(0, 2))
                for importance in importances
            ]
        }
        for row in rows
    ]


def test_gaps_are_ratings_less_stated_importance_of_those_who_gave_both(store: Store):
    """All rate 3; importance is 4 or 5 for air, 1 or 2 for light."""
    rows = [
        {
            "overall": 1 + i % 5,
            "sat": [3, 3, 1 + i % 5, 1 + (i // 5) % 5],
            "imp": [4 + i % 2, 1 + i % 2, 3, None],
        }
        for i in range(100)
    ]
    rows[0]["imp"] = [None, 1, 3, None]
    rows += [{"overall": 1 + i % 5, "sat": [2 + i % 3, 3 + i % 2, 3, 3]} for i in range(10)]
    survey(store, 1, rows)
    figure = by_key(answer_of(store, ITEMS_LEVEL))["gaps"]
    found = figure.data.set_index("key")
    assert found.loc["air", "value"] == pytest.approx(-1 - 50 / 99 + 0, abs=1e-6)
    assert found.loc["light", "value"] == pytest.approx(1.5)
    assert found.loc["air", "n"] == 99
    assert "food" not in found.index
    assert (
        "1 of 3 items are rated below the importance they give them, most of all air"
        in figure.finding
    )


def test_a_gap_that_grew_since_the_last_edition_is_named_with_its_family(store: Store):
    weights = [0.4, 0.3, 0.2, 0.1]
    survey(store, 1, stated(moved(300, weights), [3, 3, 3, 3]))
    survey(store, 2, stated(moved(300, weights, seed=1), [4, 3, 3, 3], seed=1))
    answer = answer_of(store, ITEMS_LEVEL)
    figure = by_key(answer)["gaps"]
    assert isinstance(figure.form, Bars)
    assert figure.form.series == ("Edition 1", "Edition 2")
    assert (
        "Ratings lost ground on importance since Edition 1: air (Holm over 4 changes)."
        in figure.finding
    )
    alone = by_key(answer_of(store, ITEMS_LEVEL, filters=Filters("f", ("f-1",))))["gaps"]
    assert isinstance(alone.form, Bars)
    assert alone.form.series == ("Edition 1",)


def test_what_they_say_and_what_shows_make_four_needs(store: Store):
    survey(store, 1, stated(moved(800, [0.6, 0.6, 0.02, 0.02]), [4, 1, 4, 1]))
    answer = answer_of(store, ITEMS_LEVEL)
    assert {driver.key: driver.need for driver in answer.drivers} == {
        "air": "key",
        "light": "hidden excitement",
        "website": "basic",
        "food": "minor",
    }
    finding = by_key(answer)["needs"].finding
    assert finding.startswith(
        "Said to matter and shown to: air. Matter more than they say: light. Said to matter, yet"
    )
    assert finding.endswith("website.")


def test_without_stated_importance_there_is_no_gap_and_no_second_grid(store: Store):
    survey(store, 1, moved(200, [0.6, 0.3, 0.15, 0.1]))
    assert by_key(answer_of(store)).keys() == {"overview", "importance", "measures"}


def test_fewer_than_ten_answers_a_part_are_refused_with_the_way_out(store: Store):
    survey(store, 1, moved(49, [0.6, 0.3, 0.15, 0.1]))
    with pytest.raises(NotEnough) as refused:
        answer_of(store, ITEMS_LEVEL)
    assert (refused.value.needed, refused.value.found) == (50, 49)
    assert (
        remedy(refused.value, EN)
        == "This needs 50 answers to the overall question; the filters leave 49. Remove a filter or"
        " add editions."
    )
    assert "总体满意度回答" in remedy(refused.value, ZH)


def test_one_respondent_is_refused(store: Store):
    survey(store, 1, moved(1, [0.6, 0.3, 0.15, 0.1]))
    with pytest.raises(NotEnough):
        answer_of(store)


def test_all_missing_is_refused(store: Store):
    survey(store, 1, [{"overall": None, "sat": [None] * 4}] * 80)
    with pytest.raises(NotEnough):
        answer_of(store)
    survey(store, 2, [{"overall": None, "sat": [1 + i % 5, 2, 3, 1 + i % 3]} for i in range(80)])
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert refused.value.found == 0


def test_no_answers_are_refused(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    with pytest.raises(NothingChosen):
        answer_of(store)


def test_no_overall_question_is_refused(store: Store):
    survey(store, 1, [{"sat": row["sat"]} for row in moved(100, [0, 0, 0, 0])], measures=())
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert refused.value.what == "answers to the overall question"


def test_an_overall_judgement_that_never_varies_is_refused(store: Store):
    survey(store, 1, [row | {"overall": 4} for row in moved(100, [0, 0, 0, 0])])
    with pytest.raises(NoVariation) as refused:
        answer_of(store)
    assert "answers to the overall question" in remedy(refused.value, EN)


def test_ratings_all_alike_are_refused(store: Store):
    survey(store, 1, [row | {"sat": [3, 3, 3, 3]} for row in moved(100, [0, 0, 0, 0], noise=0.8)])
    with pytest.raises(NoVariation):
        answer_of(store, ITEMS_LEVEL)


def test_one_constant_item_is_left_out_and_named(store: Store):
    survey(
        store, 1, [row | {"sat": [*row["sat"][:3], 5]} for row in moved(200, [0.5, 0.3, 0.2, 0])]
    )
    answer = answer_of(store, ITEMS_LEVEL)
    assert set(shares(answer)) == {"air", "light", "website"}
    assert "Left out because all gave the same answer: food." in by_key(answer)["overview"].notes


def test_an_item_answered_by_five_percent_is_left_out_and_the_others_keep_their_answers(
    store: Store,
):
    rows = [
        row | {"sat": [*row["sat"][:3], row["sat"][3] if i % 20 == 0 else None]}
        for i, row in enumerate(moved(400, [0.5, 0.3, 0.2, 0.4]))
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert {driver.key: driver.n for driver in answer.drivers} == {
        "air": 400,
        "light": 400,
        "website": 400,
    }
    assert "Hidden because too few answered: food." in by_key(answer)["overview"].notes


def test_missing_answers_cost_no_other_answers(store: Store):
    """Every respondent left one item out: nobody is complete, and yet everybody counts."""
    rows = [
        row | {"sat": [None if at == i % 4 else one for at, one in enumerate(row["sat"])]}
        for i, row in enumerate(moved(1200, [0.6, 0.3, 0.15, 0]))
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert {driver.n for driver in answer.drivers} == {900}
    assert list(shares(answer).values()) == pytest.approx(
        [36 / 47.25, 9 / 47.25, 2.25 / 47.25, 0], abs=0.05
    )


def test_items_that_copy_each_other_share_their_weight_and_have_no_coefficient(store: Store):
    rows = [
        row | {"sat": [row["sat"][0], row["sat"][0], *row["sat"][2:]]}
        for row in moved(300, [0.6, 0, 0.3, 0.1])
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    found = {driver.key: driver for driver in answer.drivers}
    assert found["air"].share.value == pytest.approx(found["light"].share.value)
    assert np.isnan(found["air"].std_beta)
    figure = by_key(answer)["measures"]
    assert "air and light repeat each other exactly" in figure.finding
    assert np.isnan(figure.data.set_index("key").loc["air", "vif"])


def test_ties_everywhere_still_give_an_answer(store: Store):
    rows = [
        {"overall": 1 + 4 * (i % 2), "sat": [1 + 4 * (i % 2), 1 + 4 * (i // 2 % 2), 3 + i % 2, 3]}
        for i in range(80)
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert answer.drivers[0].r.value == pytest.approx(1)
    assert all(plain(figure.finding) for figure in STUDY.figures(answer, EN))


def test_a_single_rated_item_has_nothing_to_be_weighed_against(store: Store):
    items = fairs.items({"hall": ["air"]})
    survey(
        store,
        1,
        [row | {"sat": row["sat"][:1]} for row in moved(100, [1, 0, 0, 0])],
        items=items,
        asked=["air"],
    )
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert (refused.value.what, refused.value.needed, refused.value.found) == ("items", 2, 1)


def test_a_thousand_items_are_refused_not_fitted(store: Store):
    names = [f"i{n}" for n in range(1000)]
    rng = np.random.default_rng(0)
    rows = [
        {"overall": int(integer[0]), "sat": integer[1:].tolist()}
        for integer in rng.integers(1, 6, (60, 1001))
    ]
    survey(store, 1, rows, items=fairs.items({"all": names}), asked=names)
    with pytest.raises(NotEnough) as refused:
        answer_of(store, ITEMS_LEVEL)
    assert refused.value.needed == 10_000


def test_answers_that_match_no_exhibitor_count_all_the_same(store: Store):
    survey(
        store,
        1,
        [
            row | {"exhibitor_key": f"c:{i}"}
            for i, row in enumerate(moved(100, [0.6, 0.3, 0.15, 0.1]))
        ],
    )
    assert all(driver.n == 100 for driver in answer_of(store).drivers)


def test_an_unknown_edition_to_compare_with_is_refused(store: Store):
    survey(store, 1, moved(100, [0.6, 0.3, 0.15, 0.1]))
    with pytest.raises(UnknownChoice):
        answer_of(store, ("compare_with", "f-9"))


@pytest.mark.parametrize("say", [EN, ZH], ids=["en", "zh"])
def test_every_figure_has_a_sentence_a_base_and_a_table(store: Store, say: Say):
    survey(store, 1, stated(moved(200, [0.6, 0.3, 0.15, 0.1]), [4, 1, 4, 1]))
    for figure in STUDY.figures(answer_of(store), say):
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base


KNOWN_ORDER = json.loads((ROOT / "data" / "sample" / "model.json").read_text("utf-8"))["overall"][
    "driver_order"
]


def test_the_known_order_of_drivers_of_the_demo_fair_comes_back_within_the_intervals(demo: Store):
    """No pair of drivers stands the other way round beyond its resampled interval, and the first
    four stand in order.
    """
    chosen = {"level": "dimension", "crosshair": "mean", "compare_with": ""}
    with demo.reader() as reader:
        pooled = read_pooled(reader, Filters("demo"), chosen)
        sums = pair_sums_by_group(
            read_blocks(reader, Filters("demo"), pooled.plan), pooled.plan, pooled.places()
        )
    weighed, keys = weigh(sums), [one.key for one in pooled.rated]
    column = {key: weighed.shares.drawn[:, at] for at, key in enumerate(keys)}
    for heavier, lighter in combinations(KNOWN_ORDER, 2):
        assert np.quantile(column[heavier] - column[lighter], 0.975) > 0, (heavier, lighter)
    assert [driver.key for driver in ask(demo, STUDY, Filters("demo")).drivers][:4] == KNOWN_ORDER[
        :4
    ]


def test_the_intervals_of_the_demo_fair_hold_what_its_own_weights_imply(demo: Store):
    """The generator's weights, through the correlations of the dimensions, give the shares an
    endless sample would.
    """
    weights = json.loads((ROOT / "data" / "sample" / "model.json").read_text("utf-8"))["overall"][
        "weights"
    ]
    answer = ask(demo, STUDY, Filters("demo"))
    with demo.reader() as reader:
        pooled = read_pooled(
            reader, Filters("demo"), {"level": "dimension", "crosshair": "mean", "compare_with": ""}
        )
        whole = pair_sums_by_group(
            read_blocks(reader, Filters("demo"), pooled.plan), pooled.plan, pooled.places()
        ).pooled()
    known = np.array([weights[one.key] for one in pooled.rated])
    mean = whole.sums / whole.n
    covariance = (whole.products / whole.n - mean * mean.T)[:-1, :-1]
    spread = np.sqrt(np.diag(covariance))
    implied = covariance @ known / spread / np.sqrt(known @ covariance @ known)
    expected = shares_of(relative_weights(covariance / np.outer(spread, spread), implied))
    inside = {
        one.key: one.share.low <= share <= one.share.high
        for one, share in (
            (next(d for d in answer.drivers if d.key == r.key), s)
            for r, s in zip(pooled.rated, expected, strict=True)
        )
    }
    # Ten intervals of 95 %: at least eight hold the truth with a probability of 0.988.
    assert sum(inside.values()) >= 8, inside


def test_group_and_row_resampling_agree_on_the_demo_fair(demo: Store):
    """The 8th edition, once in groups of one answer each and once in 200 groups: the same width up
    to a quarter.
    """
    chosen = {"level": "dimension", "crosshair": "mean", "compare_with": ""}
    one_each, grouped = Filters("demo", ("demo-8",)), Filters("demo", ("demo-7", "demo-8"))
    with demo.reader() as reader:
        few = read_pooled(reader, one_each, chosen)
        assert few.plan.is_one_each
        many = read_pooled(reader, grouped, chosen)
        assert many.plan.groups == GROUPS
        widths = []
        for filters, pooled in ((one_each, few), (grouped, many)):
            sums = pair_sums_by_group(
                read_blocks(reader, filters, pooled.plan), pooled.plan, pooled.places()
            )
            widths.append(
                weigh(sums).r.se * np.sqrt(sum(edition.responses for edition in pooled.editions))
            )
    assert widths[0] == pytest.approx(widths[1], rel=0.25)
