"""Weights to the register, on fairs small enough to be weighted by head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analytics.ask import ask
from analytics.errors import CannotWeight, NothingChosen
from analytics.remedies import remedy
from analytics.store import Store
from analytics.studies.intention import STUDY as INTENTION
from analytics.studies.loyalty import STUDY as LOYALTY
from analytics.studies.objectives import STUDY as OBJECTIVES
from analytics.studies.retention import STUDY as RETENTION
from analytics.studies.satisfaction import STUDY
from analytics.studies.satisfaction_turnover import STUDY as TURNOVER
from analytics.studies.trends import STUDY as TRENDS
from analytics.study import Filters
from analytics.weighting import figures_of, plain, read_weights
from analytics.weighting.pooled_groups import can_weight, pooled
from analytics.weighting.register_weights import EditionWeights, Weights
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
WEIGHTED = Filters("f", weighted=True)
# Of A 10 of 20 exhibitors answered, of B 30 of 40: the register is a third A, the answers a
# quarter.
SIZES, ANSWERED = {"A": 20, "B": 40}, {"A": 10, "B": 30}
OF_A, OF_B = 4 / 3, 8 / 9
WORTH = 40**2 / (10 * OF_A**2 + 30 * OF_B**2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path, memory_limit="512MB") as opened:
        yield opened


def register(
    store: Store, sizes: dict[str, int], editions: Sequence[int] = (1,), **more: Any
) -> None:
    """Exhibitors A0, A1 … B0 … at every edition named; `more` gives each a further field."""
    names = [(industry, f"{industry}{n}") for industry, size in sizes.items() for n in range(size)]
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {
                "fair_id": "f",
                "line": line,
                "name": name,
                "name_key": name.lower(),
                "industry": industry,
            }
            | more
            for line, (industry, name) in enumerate(names)
        ],
    )
    for edition in editions:
        fairs.load(
            store,
            f"participations-{edition}",
            participation_rows=[
                {"edition_id": f"f-{edition}", "line": line, "exhibitor_key": f"n:{name.lower()}"}
                for line, (_, name) in enumerate(names)
            ],
        )


def survey(store: Store, answered: dict[str, int], edition: int = 1, **more: Any) -> None:
    """A gives 5 and 3 by turns (mean 4), everybody else 2."""
    rows = [
        {
            "exhibitor_key": f"n:{industry.lower()}{n}",
            "overall": (5, 3)[n % 2] if industry == "A" else 2,
            "sat": [(5, 3)[n % 2] if industry == "A" else 2],
        }
        | more
        for industry, size in answered.items()
        for n in range(size)
    ]
    fairs.load(
        store,
        f"survey-{edition}",
        questionnaire=fairs.items({"hall": ["air"]}),
        question_rows=fairs.questions(f"f-{edition}", ["air"], ["overall", "goal_attainment"]),
        response_rows=fairs.answers(f"f-{edition}", rows),
    )


@pytest.fixture
def fair(store: Store) -> Store:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, SIZES)
    survey(store, ANSWERED)
    return store


def weights_of(store: Store, filters: Filters = WEIGHTED) -> Weights:
    with store.reader() as reader:
        return read_weights(reader, filters)


def test_each_industry_counts_as_much_as_its_share_of_the_register(fair: Store):
    (made,) = weights_of(fair).editions
    assert {industry: weight for (industry, _), weight in made.cells.items()} == pytest.approx(
        {"A": OF_A, "B": OF_B}
    )
    assert (made.n, made.outside, made.fields, made.why_not) == (40, 0, ("industry",), "")
    assert made.n_eff == pytest.approx(WORTH)


def test_the_weighted_mean_is_that_of_the_register(fair: Store):
    score, *_ = plain(ask(fair, STUDY, WEIGHTED)).overalls.scores
    assert score.now.mean == pytest.approx((20 * 4 + 40 * 2) / 60)
    assert (score.now.n, score.now.n_eff) == (40, pytest.approx(WORTH))


def test_its_error_is_the_linearised_one(fair: Store):
    score, *_ = plain(ask(fair, STUDY, WEIGHTED)).overalls.scores
    mean = 8 / 3
    scatter = (
        5 * (OF_A * (5 - mean)) ** 2 + 5 * (OF_A * (3 - mean)) ** 2 + 30 * (OF_B * (2 - mean)) ** 2
    )
    assert score.now.se == pytest.approx((40 / 39 * scatter) ** 0.5 / 40)


def test_a_weighted_share_stands_on_the_effective_n(fair: Store):
    overall, _ = plain(ask(fair, STUDY, WEIGHTED)).boxes
    share = overall.satisfied
    assert share.share == pytest.approx(5 * OF_A / 40)
    assert (share.n, share.answers, share.givers) == (pytest.approx(WORTH), 40, 5)


def test_items_and_dimension_means_are_weighted_alike(fair: Store):
    answer = plain(ask(fair, STUDY, WEIGHTED))
    assert [score.now.mean for score in answer.dimensions.scores] == pytest.approx([8 / 3])
    assert [score.now.mean for score in answer.overalls.scores] == pytest.approx([8 / 3] * 3)


def test_a_filter_chooses_among_the_weighted_answers_and_moves_no_weight(fair: Store):
    only_a = Filters("f", industries=("A",), weighted=True)
    assert weights_of(fair, only_a).table == weights_of(fair).table
    score, *_ = plain(ask(fair, STUDY, only_a, (("small_bases", "show"),))).overalls.scores
    assert (score.now.mean, score.now.n_eff) == (pytest.approx(4), pytest.approx(10))


def test_answers_counted_from_rows_carry_the_weights_of_those_counted_before(store: Store):
    """A filter on the answers themselves reads the rows; here everybody passes it."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, SIZES)
    survey(store, ANSWERED, profile=[("size", ["big"])])
    by_rows = Filters("f", profile=(("size", ("big",)),), weighted=True)
    first, second = (plain(ask(store, STUDY, one)) for one in (WEIGHTED, by_rows))
    for score, other in zip(first.overalls.scores, second.overalls.scores, strict=True):
        assert (score.now.mean, score.now.se, score.now.n_eff) == pytest.approx(
            (other.now.mean, other.now.se, other.now.n_eff)
        )
    assert first.boxes[0].satisfied.share == pytest.approx(second.boxes[0].satisfied.share)


def test_without_the_switch_nothing_is_weighted_and_nothing_is_said(fair: Store):
    answer = ask(fair, STUDY, Filters("f"))
    assert answer.overalls.scores[0].now.mean == pytest.approx(2.5)
    assert answer.overalls.scores[0].now.n_eff == 40
    for figure in figures_of(STUDY, answer, EN):
        assert "weight" not in " ".join((figure.base, *figure.notes))
        assert "n_eff" not in [column.name for column in figure.columns]


def test_weighted_figures_show_n_and_what_it_is_worth(fair: Store):
    first = figures_of(STUDY, ask(fair, STUDY, WEIGHTED), EN)[0]
    assert "n = 40 answers" in first.base
    assert first.base.endswith("weighted to the register (effective n = 39)")
    assert "Effective n" in first.table()
    told = figures_of(STUDY, ask(fair, STUDY, WEIGHTED), ZH)[0]
    assert told.base.endswith("已按名录加权（有效样本量 39）")


def test_a_study_that_counts_everybody_says_that_it_does_not_weight(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    register(store, SIZES, editions=(1, 2))
    survey(store, ANSWERED)
    counted = ask(store, RETENTION, Filters("f"))
    told = figures_of(RETENTION, ask(store, RETENTION, WEIGHTED), EN)
    for figure, same in zip(told, figures_of(RETENTION, counted, EN), strict=True):
        assert figure.notes[0].startswith("Not weighted: everybody on the register is counted here")
        assert figure.base == f"{same.base} · not weighted"
        assert figure.data.equals(same.data)


def test_what_rests_on_no_answers_says_that_weights_do_not_bear_on_it(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2], turnover=[5.0, 6.0]))
    register(store, SIZES, editions=(1, 2))
    survey(store, ANSWERED, 1)
    survey(store, {"A": 20, "B": 20}, 2)
    told = {figure.key: figure for figure in figures_of(TRENDS, ask(store, TRENDS, WEIGHTED), EN)}
    assert told["turnover"].notes[0] == "This figure is the same with and without weights."
    assert "weighted" in told["overview"].base


def test_the_change_between_editions_is_that_of_the_register(store: Store):
    """Nobody changes his mind; only who answers does."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    register(store, SIZES, editions=(1, 2))
    survey(store, ANSWERED, 1)
    survey(store, {"A": 20, "B": 20}, 2)
    assert ask(store, TRENDS, Filters("f")).change.gap.difference == pytest.approx(0.5)
    weighted = plain(ask(store, TRENDS, WEIGHTED))
    assert weighted.change.gap.difference == pytest.approx(0, abs=1e-12)
    assert weighted.parts.composition == pytest.approx(0, abs=1e-12)
    # Ten of A and twenty of B answered both times; now A counts 2/3 and B 4/3.
    assert weighted.same.n == 30
    assert weighted.same.n_eff == pytest.approx(
        (10 * 2 / 3 + 20 * 4 / 3) ** 2 / (10 * 4 / 9 + 20 * 16 / 9)
    )


def test_objectives_are_shares_of_the_register(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, SIZES)
    rows = [
        {
            "exhibitor_key": f"n:{industry.lower()}{n}",
            "goal_attainment": 5 if industry == "A" else 1,
            "objectives": ["sell", "show"] if industry == "A" else ["show"],
        }
        for industry, size in ANSWERED.items()
        for n in range(size)
    ]
    fairs.load(
        store,
        "survey",
        question_rows=fairs.questions("f-1", [], ["goal_attainment"]),
        response_rows=fairs.answers("f-1", rows),
    )
    answer = plain(ask(store, OBJECTIVES, WEIGHTED))
    shares = {one.key: one.now for one in answer.named}
    assert shares["sell"].share == pytest.approx(20 / 60)
    assert (shares["sell"].givers, shares["sell"].answers) == (10, 40)
    assert answer.reached.share == pytest.approx(20 / 60)
    assert answer.ticks_each == pytest.approx(80 / 60)
    assert answer.respondents == 40


@pytest.fixture
def followed(store: Store) -> Store:
    """All forty who answered gave 5 and plan to come; those of A come to the next edition, those of
    B do not.
    """
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    register(store, SIZES)
    fairs.load(
        store,
        "participations-2",
        participation_rows=[
            {"edition_id": "f-2", "line": n, "exhibitor_key": f"n:a{n}"} for n in range(20)
        ],
    )
    rows = [
        {"exhibitor_key": f"n:{industry.lower()}{n}", "overall": 5, "intention": 3}
        for industry, size in ANSWERED.items()
        for n in range(size)
    ]
    asked = fairs.questions("f-1", []) + fairs.questions("f-1", [], ["intention"], (1, 3))
    fairs.load(store, "survey", question_rows=asked, response_rows=fairs.answers("f-1", rows))
    return store


def test_return_by_score_and_by_intention_is_that_of_the_register(followed: Store):
    scatter = 10 * (OF_A * 2 / 3) ** 2 + 30 * (OF_B / 3) ** 2
    worth = 40**2 * (1 / 3 * 2 / 3) / scatter
    (best,) = plain(ask(followed, LOYALTY, WEIGHTED)).by_score
    assert best.share.share == pytest.approx(20 / 60)
    assert (best.sums.counted, best.sums.came, best.share.n) == (40, 10, pytest.approx(worth))
    planned = plain(ask(followed, INTENTION, WEIGHTED)).answers[0]
    assert planned.kept.share == pytest.approx(20 / 60)
    assert (planned.followed, planned.kept.n) == (40, pytest.approx(worth))
    assert (planned.said.share, planned.said.answers) == (1, 40)


def test_the_mean_that_is_set_against_turnover_is_that_of_the_register(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2, 3], turnover=[1.0, 2.0, 3.0]))
    register(store, SIZES, editions=(1, 2, 3))
    for number, answered in enumerate((ANSWERED, {"A": 20, "B": 20}, {"A": 10, "B": 40}), start=1):
        survey(store, answered, number)
    counted = ask(store, TURNOVER, Filters("f")).editions
    assert counted["mean"].to_list() == pytest.approx([2.5, 3, 2.4])
    weighted = plain(ask(store, TURNOVER, WEIGHTED)).editions
    assert weighted["mean"].to_list() == pytest.approx([8 / 3] * 3)
    assert weighted["n"].to_list() == [40, 40, 50]
    mean, low, high, n_eff = weighted.loc[0, ["mean", "low", "high", "n_eff"]]
    first = (
        plain(ask(store, STUDY, Filters("f", editions=("f-1",), weighted=True)))
        .overalls.scores[0]
        .now
    )
    assert (mean, low, high, n_eff) == pytest.approx(
        (first.mean, first.low, first.high, first.n_eff)
    )


def test_groups_are_compared_with_the_errors_of_their_weighted_means(store: Store):
    """Within a region industries count differently, so its mean is less sure than its answers are
    many.
    """
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    regions = ("north", "south")
    rows = [
        {"industry": "AB"[n % 5 == 0], "region": regions[n % 2], "overall": 1 + (n * 7 + n % 2) % 5}
        for n in range(120)
    ]
    fairs.load(
        store,
        "survey",
        questionnaire=fairs.items({"hall": ["air"]}),
        question_rows=fairs.questions("f-1", ["air"]),
        response_rows=fairs.answers("f-1", rows),
    )
    uneven = Weights(
        (
            EditionWeights(
                "f-1",
                "",
                "",
                120,
                1.0,
                cells={
                    (industry, region): weight
                    for industry, weight in (("A", 0.3), ("B", 3.0))
                    for region in regions
                },
            ),
        )
    )
    with store.reader() as reader:
        asked = STUDY.chosen((("group_by", "region"),))
        groups = STUDY.analyse(reader, Filters("f", weights=uneven), asked).groups
    (pair,) = groups.pairs
    errors = [group.mean.se for group in (pair.first, pair.second)]
    assert (pair.first.mean.mean - pair.second.mean.mean) / np.hypot(*errors) == pytest.approx(
        pair.gap.t
    )
    assert (
        max(group.mean.n_eff for group in groups.groups)
        < 25
        < 60
        == min(group.mean.n for group in groups.groups)
    )


@pytest.fixture
def two_editions(store: Store) -> pd.DataFrame:
    """Exhibitors with a turnover of their own; those of A, who count more, sell more when content,
    those of B less.
    """
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    names = [f"{industry}{n}" for industry, size in SIZES.items() for n in range(size)]
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "name": name, "name_key": name.lower(), "industry": name[0]}
            for n, name in enumerate(names)
        ],
    )
    rows = []
    for edition, answered in ((1, ANSWERED), (2, {"A": 12, "B": 25})):
        own = {
            name: float(3 + (7 * n) % 11 + 40 * (name[0] == "A") * (n % 4))
            for n, name in enumerate(names)
        }
        fairs.load(
            store,
            f"participations-{edition}",
            participation_rows=[
                {
                    "edition_id": f"f-{edition}",
                    "line": n,
                    "exhibitor_key": f"n:{name.lower()}",
                    "turnover": own[name],
                }
                for n, name in enumerate(names)
            ],
        )
        told = [
            (f"{industry}{n}", (5, 3, 4, 1)[n % 4])
            for industry, size in answered.items()
            for n in range(size)
        ]
        fairs.load(
            store,
            f"survey-{edition}",
            question_rows=fairs.questions(f"f-{edition}", []),
            response_rows=fairs.answers(
                f"f-{edition}", [{"exhibitor_key": f"n:{k.lower()}", "overall": v} for k, v in told]
            ),
        )
        rows += [
            {"edition": edition, "name": k, "score": v, "turnover": own[k], "industry": k[0]}
            for k, v in told
        ]
    return pd.DataFrame(rows)


def test_the_link_between_exhibitors_is_the_weighted_one_of_plain_rows(
    store: Store, two_editions: pd.DataFrame
):
    weight = {
        (edition.edition, cell[0]): value
        for edition in weights_of(store).editions
        for cell, value in edition.cells.items()
    }
    rows = two_editions.assign(y=np.log(two_editions["turnover"]))
    w = np.array([weight[f"f-{row.edition}", row.industry] for row in rows.itertuples()])
    x, y = (
        rows[name]
        - [
            np.average(rows.loc[rows["edition"] == e, name], weights=w[rows["edition"] == e])
            for e in rows["edition"]
        ]
        for name in ("score", "y")
    )
    link = plain(ask(store, TURNOVER, WEIGHTED)).exhibitors
    assert link.pooled.r == pytest.approx(
        (w * x * y).sum() / np.sqrt((w * x * x).sum() * (w * y * y).sum())
    )
    own = pd.Series(w).groupby(rows["name"]).sum()
    assert link.n_effective == pytest.approx(w.sum() ** 2 / (own**2).sum())
    assert (link.n, link.pooled.n, link.pooled.n_eff) == (len(rows), len(rows), link.n_effective)
    best = link.scores.iloc[-1]
    inside = (rows["score"] == 5).to_numpy()
    assert best["ratio"] == pytest.approx(np.exp(np.average(y[inside], weights=w[inside])))
    counted = ask(store, TURNOVER, Filters("f")).exhibitors
    assert abs(link.pooled.r - counted.pooled.r) > 0.01


def test_equal_weights_leave_the_link_between_exhibitors_as_it_is(
    store: Store, two_editions: pd.DataFrame
):
    alike = Weights(
        tuple(
            EditionWeights(f"f-{n}", "", "", 1, 1.0, cells={("A", ""): 1.7, ("B", ""): 1.7})
            for n in (1, 2)
        )
    )
    with store.reader() as reader:
        weighted, counted = (
            TURNOVER.analyse(reader, Filters("f", weights=one), TURNOVER.chosen(())).exhibitors
            for one in (alike, None)
        )
    assert (weighted.n, weighted.n_effective) == (counted.n, pytest.approx(counted.n_effective))
    assert [weighted.pooled.r, weighted.pooled.low, weighted.pooled.p] == pytest.approx(
        [counted.pooled.r, counted.pooled.low, counted.pooled.p]
    )
    pd.testing.assert_frame_equal(weighted.scores, counted.scores)


def test_answers_that_name_no_group_of_the_register_count_once_and_are_counted(fair: Store):
    rows = [{"overall": 2, "industry": "Z", "sat": [2]}, {"overall": 2, "sat": [2]}]
    fairs.load(
        fair,
        "more",
        question_rows=fairs.questions("f-1", ["air"], ["overall"]),
        response_rows=fairs.answers("f-1", rows),
    )
    (made,) = weights_of(fair).editions
    assert (made.n, made.outside) == (42, 2)
    score, *_ = plain(ask(fair, STUDY, WEIGHTED)).overalls.scores
    assert score.now.mean == pytest.approx((40 * 8 / 3 + 2 * 2) / 42)
    note = (
        "2 of 42 answers of the editions in view name no industry or region of the register and"
        " count once."
    )
    assert note in figures_of(STUDY, ask(fair, STUDY, WEIGHTED), EN)[0].notes


def test_groups_that_few_or_none_answered_for_count_together(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, {"A": 20, "B": 40, "C": 10, "D": 30})
    survey(store, {"A": 20, "B": 20, "C": 10})
    (made,) = weights_of(store).editions
    # Nobody of D answered, so C stands for both: 40 of 100 on the register, 10 of 50 answers.
    assert {industry: weight for (industry, _), weight in made.cells.items()} == pytest.approx(
        {"A": 0.5, "B": 1, "C": 2}
    )


def test_pooling_takes_the_next_smallest_while_the_small_ones_are_too_few():
    assert pooled({"A": 30, "B": 12, "C": 4}) == (("A",), ("C", "B"))
    assert pooled({"A": 30, "B": 12, "C": 6, "D": 5}) == (("A", "B"), ("C", "D"))
    assert not can_weight(pooled({"A": 30}))
    assert not can_weight(pooled({"A": 9, "B": 9}))


def test_an_edition_without_a_register_is_refused_with_the_way_out(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    survey(store, ANSWERED)
    with pytest.raises(CannotWeight) as told:
        ask(store, STUDY, WEIGHTED)
    assert told.value.reason == "register"
    assert "no register of it is loaded. Load it, or switch the weights off" in remedy(
        told.value, EN
    )
    assert "请导入名录，或关闭加权" in remedy(told.value, ZH)


def test_a_register_of_one_industry_or_without_any_cannot_bear_weights(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, {"A": 20})
    survey(store, {"A": 12})
    with pytest.raises(CannotWeight) as told:
        ask(store, STUDY, WEIGHTED)
    assert told.value.reason == "groups"
    assert "{" not in remedy(told.value, EN) + remedy(told.value, ZH)


def test_visitors_are_refused(fair: Store):
    with pytest.raises(CannotWeight) as told:
        ask(fair, STUDY, Filters("f", audience="visitor", weighted=True))
    assert "no register lists them" in remedy(told.value, EN)


def test_where_nobody_answered_there_is_nothing_to_weight(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, SIZES)
    with pytest.raises(NothingChosen):
        ask(store, STUDY, WEIGHTED)


def test_one_edition_that_cannot_be_weighted_is_named_among_those_that_are(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    register(store, SIZES, editions=(2,))
    survey(store, ANSWERED, 1)
    survey(store, ANSWERED, 2)
    figure = figures_of(TRENDS, ask(store, TRENDS, WEIGHTED), EN)[0]
    assert "Edition 1 is not weighted: no register is loaded." in figure.notes
    with pytest.raises(CannotWeight):
        ask(store, TRENDS, Filters("f", editions=("f-1",), weighted=True))


def test_weights_are_part_of_no_key():
    bare, found = WEIGHTED, Filters("f", weighted=True, weights=Weights(()))
    assert bare == found
    assert hash(bare) == hash(found)
    assert bare != Filters("f")
