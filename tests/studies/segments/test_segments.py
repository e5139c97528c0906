"""Which kinds of customers are there?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analytics.errors import NotEnough, NothingChosen, NoVariation
from analytics.store import Store
from analytics.studies.segments import STUDY, compute_profiles
from analytics.studies.segments.compute import Segments
from analytics.studies.segments.compute_cluster_methods import group
from analytics.studies.segments.figures_wording import names
from analytics.wording import Say
from analytics.worker import listener
from tests import fairs
from tests.in_process import without_child
from tests.studies.segments.fair import EN, ZH, answer_of, by_key, load, two_kinds


@pytest.fixture(scope="module")
def two_kinds_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two kinds of exhibitors, to be read only."""
    with Store(tmp_path_factory.mktemp("two_kinds_store")) as opened:
        load(opened, two_kinds())
        yield opened


@pytest.fixture(scope="module")
def of_two_kinds(two_kinds_store: Store) -> Segments:
    with without_child():
        return answer_of(two_kinds_store)


def test_two_kinds_are_found_and_named_after_what_sets_them_apart(of_two_kinds: Segments) -> None:
    assert (of_two_kinds.k, of_two_kinds.reason) == (2, "found")
    assert sorted(of_two_kinds.segments["n"]) == [60, 60]
    large = int(of_two_kinds.segments["turnover_share"].idxmax())
    assert of_two_kinds.members(large) == [f"c:{i}" for i in sorted(range(60), key=str)]
    assert "satisfied" in names(of_two_kinds, EN)[large].lower()
    assert "less satisfied" in names(of_two_kinds, EN)[1 - large].lower()


def test_segments_are_given_as_a_share_of_exhibitors_and_of_turnover(
    of_two_kinds: Segments,
) -> None:
    overview = by_key(of_two_kinds)["overview"]
    assert overview.headline.value == "2"
    assert overview.data["share"].tolist() == [0.5, 0.5]
    assert overview.data["turnover_share"].sum() == pytest.approx(1)
    assert "100" in overview.finding


@pytest.mark.usefixtures("in_process")
def test_one_cloud_has_no_segments(store: Store) -> None:
    generator = np.random.default_rng(7)
    cloud = generator.normal(size=(120, 3))
    firms = [
        {
            "came": (1, 2),
            "turnover": float(10 ** (5 + a)),
            "area": float(10 ** (2 + b / 3)),
            "score": 3 + round(c, 1) / 4,
        }
        for a, b, c in np.clip(cloud, -2.5, 2.5)
    ]
    load(store, firms)
    answer = answer_of(store)
    assert answer.k == 1
    assert set(answer.constant) == {"editions", "absent"}
    shown = by_key(answer)
    assert "profiles" not in shown
    assert shown["overview"].finding.startswith("No segments")
    assert not shown["overview"].is_established


@pytest.mark.usefixtures("in_process")
def test_a_number_asked_for_is_called_a_cut_of_convenience(store: Store) -> None:
    generator = np.random.default_rng(7)
    firms = [
        {
            "came": (1, 2),
            "turnover": float(10 ** (5 + a)),
            "area": float(10 ** (2 + b)),
            "score": 3 + round(float(c), 1),
        }
        for a, b, c in generator.uniform(-1, 1, size=(150, 3))
    ]
    load(store, firms)
    answer = answer_of(store, k="7")
    assert answer.k == 7
    assert "a cut of convenience" in by_key(answer)["overview"].finding


@pytest.mark.usefixtures("in_process")
def test_a_number_asked_for_is_a_sign_at_most(of_two_kinds: Segments) -> None:
    by_rule, by_reader = (
        {figure.key: figure for figure in STUDY.figures(answer, EN)}
        for answer in (of_two_kinds, replace(of_two_kinds, reason="wanted"))
    )
    assert (by_rule["overview"].claim.certainty, by_rule["overview"].is_established) == (
        "confirmed",
        True,
    )
    assert (by_reader["overview"].claim.certainty, by_reader["overview"].is_established) == (
        "a sign",
        False,
    )


def test_exhibitors_lacking_a_feature_are_left_out_and_counted(store: Store) -> None:
    load(store, [*two_kinds(), *[{"came": (1,), "area": 12.0} for _ in range(5)]])
    answer = answer_of(store)
    assert (answer.known, answer.grouped) == (125, 120)
    assert answer.missing["turnover"] == 5
    assert answer.missing["area"] == 0
    assert "5 exhibitors are left out" in by_key(answer)["overview"].notes[1]


@pytest.mark.usefixtures("in_process")
def test_the_register_alone_is_enough_for_its_own_set(store: Store) -> None:
    load(store, [{**firm, "score": None} for firm in two_kinds()])
    assert answer_of(store, features="register").k >= 2
    with pytest.raises(NotEnough):
        answer_of(store, features="value")


def test_three_exhibitors_are_too_few(store: Store) -> None:
    load(store, two_kinds(3)[:3])
    with pytest.raises(NotEnough) as fault:
        answer_of(store)
    assert (fault.value.what, fault.value.needed, fault.value.found) == ("exhibitors", 50, 3)


def test_exhibitors_all_alike_have_nothing_to_be_grouped_by(store: Store) -> None:
    load(store, [{"came": (1,), "turnover": 5.0, "area": 9.0, "score": 4}] * 60)
    with pytest.raises(NoVariation):
        answer_of(store)


def test_no_participation_is_nothing_chosen(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    with pytest.raises(NothingChosen):
        answer_of(store)


@pytest.mark.usefixtures("in_process")
def test_the_same_data_give_the_same_segments(
    two_kinds_store: Store, of_two_kinds: Segments
) -> None:
    again = answer_of(two_kinds_store)
    assert again.labels.tolist() == of_two_kinds.labels.tolist()
    assert again.choice[1:] == of_two_kinds.choice[1:]


def test_a_child_process_does_the_work_and_tells_how_far_it_is(two_kinds_store: Store) -> None:
    progress: list[tuple[float, str]] = []
    token = listener.set(lambda share, step: progress.append((share, step)))
    try:
        assert answer_of(two_kinds_store).k == 2
    finally:
        listener.reset(token)
    assert [share for share, _ in progress] == sorted(share for share, _ in progress)
    assert progress[-1][1] == "Testing how stable the segments are"


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("way", ["ward", "mixture"])
def test_every_way_of_grouping_keeps_the_two_kinds_apart(two_kinds_store: Store, way: str) -> None:
    answer = answer_of(two_kinds_store, way=way, k="2")
    large = np.array([int(exhibitor[2:]) < 60 for exhibitor in answer.ids])
    assert len(set(answer.labels[large])) == 1
    assert len(set(answer.labels)) == 2


@pytest.mark.usefixtures("in_process")
def test_a_mixture_is_resampled_for_the_smallest_bic_only(two_kinds_store: Store) -> None:
    choice = answer_of(two_kinds_store, way="mixture").choice
    best = min(choice, key=lambda row: row.bic)
    assert [row.k for row in choice if row.jaccard == row.jaccard] == [best.k]


@pytest.mark.parametrize("way", ["kmeans", "ward"])
def test_above_a_limit_a_sample_is_grouped_and_the_rest_joins_the_nearest(
    monkeypatch: pytest.MonkeyPatch, way: Any
) -> None:
    monkeypatch.setitem(group.__globals__["MOST_ROWS"], way, 50)
    monkeypatch.setitem(group.__globals__["SAMPLE"], way, 30)
    rows = np.concatenate([np.linspace(0, 1, 70), np.linspace(10, 11, 50)])[:, None]
    assert group(rows, way, 2, "full").tolist() == [0] * 70 + [1] * 50


def test_v_tests_of_means_follow_their_formula() -> None:
    rows = pd.DataFrame({"a": [1.0, 2.0, 3.0, 4.0]})
    table = compute_profiles.profile(rows, np.array([0, 0, 1, 1]), ("a",))
    # Mean of all 2.5, variance 1.25, of two out of four: √(1.25/2 · 2/3) = 0.6455; distance −1.
    assert table["v"].tolist() == pytest.approx([-1 / 0.6455, 1 / 0.6455], rel=1e-4)
    assert table["z"].tolist() == pytest.approx([-1 / 1.290994, 1 / 1.290994])


def test_categories_that_stand_out_are_named_with_both_shares() -> None:
    rows = pd.DataFrame(
        {"industry": ["x"] * 20 + ["y"] * 20, "region": [None] * 40, "size_band": [None] * 40}
    )
    table = compute_profiles.who(rows, np.array([0] * 18 + [1] * 22))
    assert table[["segment", "category", "n"]].to_dict("records") == [
        {"segment": 0, "category": "x", "n": 18},
        {"segment": 1, "category": "y", "n": 20},
    ]
    assert table["share_overall"].tolist() == [0.5, 0.5]


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("say", [EN, ZH])
def test_every_figure_has_its_columns_and_a_whole_sentence(
    two_kinds_store: Store, say: Say
) -> None:
    shown = STUDY.figures(answer_of(two_kinds_store, features="all"), say)
    assert [f.key for f in shown] == [
        "overview",
        "profiles",
        "map",
        "who",
        "choice",
        "criteria",
        "members",
    ]
    for figure in shown:
        assert len(figure.table())
        assert figure.finding[-1] in ".。"
        assert "{" not in figure.finding + figure.base + " ".join(figure.notes)


@pytest.mark.parametrize("key", ["overview", "members"])
def test_what_segments_are_grouped_by_stands_in_numbers(of_two_kinds: Segments, key: str) -> None:
    figure = by_key(of_two_kinds)[key]
    columns = {column.name: column for column in figure.columns}
    assert all(columns[name].unit in ("number", "money") for name in of_two_kinds.features)
    assert figure.data["turnover"].max() > 1e6
    assert columns["turnover"].title == "Turnover an edition (USD)"


def test_the_members_told_of_stand_first(of_two_kinds: Segments) -> None:
    members = by_key(of_two_kinds)["members"]
    assert members.data["segment"].iloc[0] == int(of_two_kinds.segments["turnover_share"].idxmax())
    assert members.data["series"].iloc[0] in members.finding
