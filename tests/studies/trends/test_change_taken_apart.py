"""What made the change? The mix of groups, the groups themselves, and the same exhibitors twice."""

from __future__ import annotations

import pytest

from analytics.ratings.scale import Scale
from analytics.ratings.sums import Sums, SumTable
from analytics.store import Store
from analytics.studies.trends.compute_rate_and_composition import NOT_STATED, OTHERS, parts
from tests import fairs
from tests.studies.trends.fair import answer_of, around, by_key, series, survey

PLACES = Scale(0, 1)


def cells(**groups: tuple[tuple[int, float], tuple[int, float]]) -> SumTable:
    """Groups with (n, mean place) before and after."""
    return SumTable(
        {
            (edition, None if name == "unknown" else name, ("measure", "overall")): Sums(
                n, n * mean, n * mean * mean, n, n, n * mean
            )
            for name, both in groups.items()
            for edition, (n, mean) in zip(("a", "b"), both, strict=True)
        }
    )


def change_parts(table: SumTable):
    return parts(table, "a", "b", ("measure", "overall"), PLACES, 10)


def test_a_changed_mix_alone_is_composition():
    """50/50 of 0.2 and 0.8 becomes 25/75: +0.15, all of it composition, half from each group."""
    split = change_parts(cells(low=((50, 0.2), (25, 0.2)), high=((50, 0.8), (75, 0.8))))
    assert split is not None
    assert (split.rate, split.composition) == pytest.approx((0, 0.15))
    assert {part.name: part.composition for part in split.parts} == pytest.approx(
        {"low": 0.09375, "high": 0.05625}
    )


def test_changed_minds_alone_are_rate():
    split = change_parts(cells(low=((50, 0.2), (50, 0.4)), high=((50, 0.8), (50, 0.8))))
    assert split is not None
    assert (split.rate, split.composition) == pytest.approx((0.1, 0))
    assert {part.name: part.rate for part in split.parts} == pytest.approx({"low": 0.1, "high": 0})


def test_small_groups_are_put_together_and_unknown_ones_stand_alone():
    split = change_parts(
        cells(
            a1=((50, 0.2), (50, 0.4)),
            b1=((4, 0.5), (8, 0.5)),
            b2=((9, 0.5), (6, 0.5)),
            unknown=((20, 0.5), (20, 0.5)),
        )
    )
    assert split is not None
    assert {part.name for part in split.parts} == {"a1", OTHERS, NOT_STATED}


def test_a_rest_that_stays_small_takes_the_next_smallest_group_in():
    split = change_parts(
        cells(a1=((50, 0.2), (50, 0.4)), a2=((12, 0.2), (15, 0.4)), b1=((4, 0.5), (3, 0.5)))
    )
    assert split is not None
    assert {part.name: part.n for part in split.parts} == {"a1": 100, OTHERS: 34}


def test_one_group_cannot_be_taken_apart():
    assert change_parts(cells(a1=((50, 0.2), (50, 0.4)))) is None


def test_the_parts_add_up_to_the_change(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(store, 1, [*around(2, 20, industry="Tools"), *around(4, 20, industry="Toys")])
    survey(store, 2, [*around(2, 10, industry="Tools"), *around(4.5, 30, industry="Toys")])
    answer = answer_of(store)
    assert answer.parts is not None
    assert answer.parts.change == pytest.approx(answer.change.gap.difference)
    assert answer.parts.change == pytest.approx(0.875)
    figure = by_key(answer)["parts"]
    assert (
        figure.finding
        == "Of the change of +0.875, +0.313 comes from industries answering differently and +0.563"
        " from a different mix of industries; the change itself is established."
    )
    assert figure.data["value"].sum() == pytest.approx(0.875)


def exhibitors(store: Store, count: int) -> None:
    fairs.load(
        store,
        "register",
        exhibitor_rows=[
            {"fair_id": "f", "line": i, "code": f"{i}", "name": f"E{i}", "name_key": f"e{i}"}
            for i in range(count)
        ],
    )


def test_the_same_exhibitors_are_compared_by_pairs(store: Store):
    """Twelve come twice and change by +1 or 0; eight others answer once and pull the means."""
    exhibitors(store, 30)
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(
        store,
        1,
        [{"exhibitor_key": f"c:{i}", "overall": 3, "sat": [3, 3, 3]} for i in range(12)]
        + [{"exhibitor_key": f"c:{i}", "overall": 5, "sat": [3, 3, 3]} for i in range(12, 20)],
    )
    survey(
        store,
        2,
        [
            {"exhibitor_key": f"c:{i}", "overall": 3 + i % 2, "sat": [3 + i % 2, 3, 3]}
            for i in range(12)
        ]
        + [{"exhibitor_key": f"c:{i}", "overall": 1, "sat": [3, 3, 3]} for i in range(20, 28)],
    )
    answer = answer_of(store)
    assert answer.same is not None
    assert (answer.same.n, answer.same.gap.difference) == pytest.approx((12, 0.5))
    assert answer.same.gap.high - 0.5 == pytest.approx(2.20099 * (3 / 11 / 12) ** 0.5, rel=1e-4)
    assert answer.change.gap.difference < 0
    sentence = by_key(answer)["same_exhibitors"].finding
    assert sentence.startswith(
        "The 12 exhibitors who answered both times rose by 0.50, which is established"
    )


@pytest.mark.parametrize(
    ("options", "change"),
    [
        ((("dimension", "hall"),), 0.25),
        ((("score", "dimensions"),), 0.125),
        ((("score", "pooled"),), 0.5 / 3),
    ],
)
def test_the_same_exhibitors_follow_the_score_chosen(store: Store, options, change: float):
    """Half of them rise by 1 in one of three items: hall has two of them, website the third."""
    exhibitors(store, 12)
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(store, 1, [{"exhibitor_key": f"c:{i}", "sat": [3, 4, 3]} for i in range(12)])
    survey(store, 2, [{"exhibitor_key": f"c:{i}", "sat": [3 + i % 2, 4, 3]} for i in range(12)])
    answer = answer_of(store, *options)
    assert answer.same is not None
    assert answer.same.gap.difference == pytest.approx(change)


def test_too_few_in_both_editions_leave_the_figure_out(store: Store):
    series(store, {1: 3.0, 2: 3.1})
    assert answer_of(store).same is None


def test_where_every_group_moves_against_the_whole_the_headline_says_so(store: Store):
    """Both industries rise by 0.25, but the lower one is four times as large."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(store, 1, [*around(2, 20, industry="Tools"), *around(4, 80, industry="Toys")])
    survey(store, 2, [*around(2.25, 80, industry="Tools"), *around(4.25, 20, industry="Toys")])
    shown = by_key(answer_of(store))
    paradox = (
        "But all 2 industries rose: the mean fell because others answered; at an unchanged mix it"
        " is +0.25."
    )
    assert shown["overview"].finding.endswith(paradox)
    assert paradox in shown["changes"].finding
    assert shown["overview"].notes == (
        "At an unchanged mix of industries the change is +0.25 instead of −0.95.",
    )


def test_groups_that_are_new_or_no_longer_there_are_named(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(store, 1, [*around(2, 20, industry="Tools"), *around(4, 20, industry="Toys")])
    survey(store, 2, [*around(2, 20, industry="Tools"), *around(4, 20, industry="Food")])
    answer = answer_of(store)
    assert by_key(answer)["parts"].notes == (
        "New, so that their whole effect counts as mix: Food.",
        "No longer there, so that their whole effect counts as mix: Toys.",
    )
    assert answer.parts is not None
    assert answer.parts.moves_against(2) == 0
