"""What was planted for complaints, comments and actions shows in the demo fair's files."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.actions import STUDY
from data.sample.actions import ACTIONS
from data.sample.calibrate import seeded
from data.sample.fair import hold_all
from data.sample.outcomes import complaint_cases
from data.sample.remarks import comments, remarks
from tests.sample.read_back import FOLDER, ORDINALS, cells, present

MODEL = json.loads((FOLDER / "model.json").read_text("utf-8"))
SEEDS = (MODEL["seed"], 7, 2_026)


def complaints() -> pd.DataFrame:
    return cells(FOLDER / "07_投诉记录.xlsx", header=0)


def test_only_a_closed_complaint_has_an_outcome():
    rows = complaints()
    is_closed = rows["状态"] == "已办结"
    assert rows.loc[is_closed, "是否满意"].isin(("满意", "不满意")).all()
    assert (rows.loc[~is_closed, "是否满意"] == "").all()
    assert rows.groupby("届次")["是否满意"].nunique().min() == 3


def test_a_case_is_reopened_after_it_came_in_and_closed_again_or_still_open():
    rows = complaints()
    rows = rows[rows["重新受理日期"] != ""]
    dates = rows[["受理日期", "办结日期", "重新受理日期"]].apply(pd.to_datetime)
    is_open = rows["状态"] == "重新受理"
    assert min(is_open.sum(), (~is_open).sum()) >= 20
    assert (dates["重新受理日期"] > dates["受理日期"]).all()
    assert ((dates["重新受理日期"] > dates["办结日期"]) == is_open).all()


def _odds(rows: pd.DataFrame) -> tuple[float, float]:
    """Log odds ratio of coming again between content and not, by firm and edition, with its
    standard error.
    """
    counts = rows.groupby(["content", "again"]).size().to_numpy()
    return float(np.log(counts[0] * counts[3] / (counts[1] * counts[2]))), float(
        np.sqrt((1 / counts).sum())
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_those_made_content_come_again_by_the_odds_ratio_that_was_planted(seed: int):
    with seeded(seed):
        population, editions = hold_all()
        cases = [complaint_cases(population, edition) for edition in editions[:-1]]
    firms = [
        rows[rows["outcome"] != ""]
        .groupby("row", as_index=False)
        .agg(content=("outcome", lambda outcomes: (outcomes == "满意").all()))
        .assign(again=lambda own, n=edition.number: population.came[own["row"], n + 1])
        for rows, edition in zip(cases, editions, strict=False)
    ]
    estimate, error = _odds(pd.concat(firms))
    assert abs(estimate - np.log(MODEL["complaints"]["odds_ratio"])) < 3 * error
    assert estimate > 3 * error


def test_the_files_hold_the_outcomes_of_those_who_came_again():
    rows = complaints()
    closed = rows[rows["是否满意"] != ""]
    came = [
        code in present(ORDINALS.index(ordinal) + 2)
        for ordinal, code in zip(closed["届次"], closed["展商编号"], strict=True)
        if ordinal != ORDINALS[-1]
    ]
    content = closed.loc[closed["届次"] != ORDINALS[-1], "是否满意"] == "满意"
    estimate, error = _odds(pd.DataFrame({"content": content, "again": came}))
    assert abs(estimate - np.log(3)) < 3 * error


@pytest.mark.parametrize("seed", SEEDS)
def test_each_comment_speaks_of_what_was_planted_in_it(seed: int):
    with seeded(seed):
        _, editions = hold_all()
        planted = [remark for edition in editions for remark in remarks(edition)]
        texts = [text for edition in editions for text in comments(edition)]
    assert [remark.text for remark in planted] == texts
    dimensions, general = (
        MODEL["remarks"][key] for key in ("dimension_of_item", "themes_of_general_sentences")
    )
    for remark in planted:
        assert remark.item in remark.text
        assert remark.item in {*dimensions, ""}
        assert remark.text.endswith(remark.general)
        assert remark.general in {*general, ""}
        assert bool(remark.item) == bool(remark.tone)
        assert bool(remark.text) == bool(remark.item or remark.general)
    share = np.mean([bool(text) for text in texts])
    assert abs(share - MODEL["remarks"]["written"]) < 0.015


def test_the_study_of_actions_says_of_each_what_was_planted(demo: Store):
    with demo.reader() as reader:
        plan = STUDY.analyse(reader, Filters("demo"), STUDY.chosen(()))
    verdicts = {each.action.title: each.verdict for each in plan.actions}
    assert verdicts == {
        action.title: "moved" if action.has_moved else "did not move" for action in ACTIONS
    }


def test_the_model_states_the_actions():
    assert [action["item"] for action in MODEL["actions"]] == [action.item for action in ACTIONS]
