import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.sample.generate import generate
from tests.sample.read_back import (
    FOLDER,
    alpha,
    before,
    cells,
    code_of,
    dimension_scores,
    item_columns,
    key,
    participations,
    present,
    register,
    resolved,
    survey,
    text_of,
)

EDITIONS = range(1, 9)
DATA_FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".csv", ".xlsx"))
MANIFEST = json.loads((FOLDER / "manifest.json").read_text("utf-8"))


def percent(column: pd.Series, *answers: str) -> float:
    """Share of those who answered."""
    return float(100 * column[column != ""].isin(answers).mean())


def test_overall_satisfaction_is_the_published_one():
    assert 3.695 <= survey(8)["总体满意度"].mean() < 3.705
    assert 3.655 <= survey(7)["总体满意度"].mean() < 3.665


def test_overall_satisfaction_rises_irregularly_over_the_editions():
    means = np.array([survey(edition)["总体满意度"].mean() for edition in EDITIONS])
    assert means.round(2).tolist() == [3.41, 3.48, 3.44, 3.56, 3.52, 3.60, 3.66, 3.70]
    assert all(0.75 < survey(edition)["总体满意度"].std() < 0.85 for edition in EDITIONS)


def test_hardware_and_ceremonies_lead_the_dimensions_as_published():
    means = dimension_scores(8).mean().sort_values(ascending=False)
    assert list(means.index[:2]) == ["场馆硬件", "礼仪活动"]
    assert means.round(2).tolist()[:2] == [3.89, 3.81]
    assert means.iloc[2] <= 3.77
    assert len(means) == 10


def test_ticketing_falls_to_the_last_place():
    now, then = dimension_scores(8).mean(), dimension_scores(7).mean()
    assert now.idxmin() == "票证服务"
    assert now["票证服务"] < then["票证服务"] - 0.1


def test_the_eighth_register_repeats_as_published():
    here, count = present(8), before(8)
    assert 100 * len(here & set(count.index)) / len(here) == pytest.approx(63.0, abs=0.05)
    assert 100 * len(here & set(count.index[count == 7])) / len(here) == pytest.approx(
        16.0, abs=0.05
    )


def test_the_eighth_editions_respondents_repeat_as_the_register_does():
    count = survey(8)["code"].map(before(8)).fillna(0)
    assert 100 * (count > 0).mean() == pytest.approx(63.0, abs=0.5)
    assert 100 * (count == 7).mean() == pytest.approx(16.0, abs=0.5)


def test_goal_attainment_and_intention_are_the_published_ones():
    rows = survey(8)
    assert round(percent(rows["参展目的是否达到"], "完全达到", "基本达到"), 1) == 92.2
    assert round(percent(rows["下届参展意向"], "计划参加"), 1) == 41.9
    assert round(percent(rows["下届参展意向"], "可能参加"), 1) == 51.6
    assert round(percent(rows["下届参展意向"], "计划参加", "可能参加"), 1) == 93.5


def test_the_fair_has_the_size_it_says():
    assert 4_800 <= len(register()) <= 5_400
    counts = participations().groupby("edition").size()
    assert counts.loc[1] == 1_100
    assert counts.loc[8] == 1_900
    for edition in EDITIONS:
        assert 0.50 <= len(survey(edition)) / counts.loc[edition] <= 0.60
    visitors = cells(FOLDER / "05_专业观众调查_历届.csv", header=0)
    assert visitors.groupby("Edition").size().between(900, 1_200).all()
    complaints = cells(FOLDER / "07_投诉记录.xlsx", header=0)
    assert complaints.groupby("届次").size().between(130, 175).all()
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.is_file()) < 6_000_000


def test_items_of_a_dimension_belong_together_except_in_one():
    rows = survey(8)
    alphas = {}
    for dimension in dimension_scores(8):
        items = [name for name in item_columns(rows) if name.startswith(f"{dimension}-")]
        alphas[dimension] = alpha(rows[items])
    assert alphas.pop("配套服务") < 0.6
    assert min(alphas.values()) > 0.7


def test_gaps_are_as_announced():
    for edition in EDITIONS:
        rows = survey(edition)
        missing = rows[item_columns(rows)].isna().mean()
        assert 0.75 < missing.pop("专项活动-专场发布会") < 0.85
        assert missing.between(0.01, 0.16).all()
        assert 0.12 < (rows["意见建议"] != "").mean() < 0.19


def test_the_questionnaire_changes_twice():
    asked = {edition: set(item_columns(survey(edition))) for edition in EDITIONS}
    assert [edition for edition in EDITIONS if "网站-网上展厅" in asked[edition]] == [4, 5, 6, 7, 8]
    abroad = [edition for edition in EDITIONS if "宣传推广-海外推广" in asked[edition]]
    assert abroad == [1, 2, 3, 4, 5]


def test_a_few_items_hit_the_floor_or_the_ceiling():
    first, last = survey(1), survey(8)
    assert (first["票证服务-领证排队"] == 1).mean() > 0.10
    assert (last["礼仪活动-开幕式"] == 5).mean() > 0.40


def test_every_respondent_was_there_and_answered_once():
    for edition in EDITIONS:
        known = survey(edition)["code"]
        known = known[known != ""]
        assert known.is_unique
        assert set(known) <= present(edition)
        assert len(known) >= 0.98 * len(survey(edition))


def test_a_code_names_one_exhibitor_and_a_name_one_code():
    known = register()
    names = pd.concat([known["企业名称"], known.loc[known["曾用名"] != "", "曾用名"]]).map(key)
    assert names.is_unique
    assert known["展商编号"].is_unique
    assert not participations().duplicated(["edition", "code"]).any()
    for name in ("03_参展记录.csv", "07_投诉记录.xlsx"):
        rows = cells(FOLDER / name, header=0)
        assert (rows["企业名称"].map(key).map(code_of()) == resolved(rows)).all()


def test_every_renamed_exhibitor_resolves_to_one_that_came_on():
    renamed = register()[lambda known: known["曾用名"] != ""]
    rows = participations()
    old = rows[rows["企业名称"].isin(renamed["曾用名"])]
    assert len(renamed) >= 60
    assert set(old["企业名称"]) == set(renamed["曾用名"])
    assert old.groupby("code")["企业名称"].nunique().max() == 1
    newest = rows.sort_values("edition").groupby("code")["企业名称"].last()
    assert (newest.loc[renamed["展商编号"]].to_numpy() == renamed["企业名称"].to_numpy()).all()


def test_some_rows_are_linked_by_a_former_name_alone():
    former = set(register()["曾用名"].map(key)) - {""}
    named = pd.concat([survey(edition)["企业名称"] for edition in (1, 2)]).map(key)
    assert named.isin(former).sum() >= 30
    rows = participations()
    assert (rows["展商编号"] == "").sum() >= 40
    assert (rows["code"] != "").all()


def test_all_four_ways_of_coming_and_going_occur():
    for edition in range(3, 9):
        last, here, ever = present(edition - 1), present(edition), set(before(edition).index)
        new, stayed, back, gone_again = here - ever, here & last, (here & ever) - last, last - here
        assert min(len(new), len(stayed), len(back), len(gone_again)) >= 10


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda path: path.name)
def test_no_file_holds_anything_like_a_persons_number(path: Path):
    text = text_of(path) if path.suffix == ".csv" else cells(path).to_csv()
    assert not re.search(
        r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}[-—]\d{7,8}|\d{17}[\dXx]|\S@\S", text
    )
    addresses = re.findall(r"\d+\.\d+\.\d+\.\d+", text)
    assert all(
        address.startswith(("192.0.2.", "198.51.100.", "203.0.113.")) for address in addresses
    )


def test_each_survey_file_is_in_the_encoding_of_its_year():
    for ordinal in ("一", "二", "三", "四", "五"):
        with pytest.raises(UnicodeDecodeError):
            (FOLDER / f"04_参展商调查_第{ordinal}届.csv").read_bytes().decode("utf-8")
    for ordinal in ("七", "八"):
        assert (
            (FOLDER / f"04_参展商调查_第{ordinal}届.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        )
    assert (FOLDER / "05_专业观众调查_历届.csv").read_bytes().startswith(b"\xff\xfe")


def test_the_manifest_lists_every_file_and_names_every_item():
    assert sorted(entry["file"] for entry in MANIFEST["files"]) == [
        path.name for path in DATA_FILES
    ]
    asked = {
        name.split("-", 1)[1] for edition in EDITIONS for name in item_columns(survey(edition))
    }
    visitors = cells(FOLDER / "05_专业观众调查_历届.csv", header=0)
    in_english = {name.split(" - ", 1)[1] for name in visitors.columns if " - " in name}
    assert asked <= set(MANIFEST["items"])
    assert in_english <= set(MANIFEST["items"].values())


@pytest.fixture(scope="module")
def again(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    generate(folder)
    return folder


def test_generating_again_gives_the_same_cells(again):
    assert sorted(path.name for path in again.iterdir() if path.suffix != ".json") == [
        path.name for path in DATA_FILES
    ]
    for path in DATA_FILES:
        pd.testing.assert_frame_equal(cells(again / path.name), cells(path))
    for name in ("manifest.json", "model.json"):
        assert (again / name).read_bytes() == (FOLDER / name).read_bytes()
