"""Variants of a name find their firm, other firms stay apart, and what is unsure is asked."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analytics.folders import ROOT
from analytics.matching import CompanyNames, duplicates, match
from analytics.matching.match_reasons import REASONS
from analytics.matching.scoring import COSTS
from tests.matching.generator import world
from tests.matching.tally import candidate_recall, company_names, tally, verdicts

CORPUS = os.environ.get("EXPOLENS_CORPUS", "")


def verdict(name: str, other: str, *others: str) -> str:
    return match([CompanyNames("new", name)], [CompanyNames("known", other, others)])[0].verdict


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("广州市明辉五金制品有限责任公司", "广州市明辉五金制品有限公司"),
        ("明辉五金制品（广州）有限公司", "广州明辉五金制品有限公司"),
        ("廣東省廣州市明輝五金製品有限公司", "广州明辉五金制品有限公司"),
        ("宁波海天进出口股份有限公司（出口部）", "宁波海天进出口股份有限公司"),
        ("永康明隆化工（集团）有限公司", "永康明隆化工集团"),
        ("广州第1机床厂", "广州第一机床厂"),
        ("ＡＢＣ　ＬＩＭＩＴＥＤ", "A.B.C. Co., Ltd."),
        ("Société Lavaud & Fils S.A.", "SOCIETE LAVAUD AND FILS SA"),
        ("株式会社村田製作所", "（株）村田制作所"),
    ],
)
def test_another_way_of_writing_is_the_same_firm(name: str, other: str):
    assert verdict(name, other) == verdict(other, name) == "automatic"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("宁波海天进出口股份有限公司上海分公司", "宁波海天进出口股份有限公司"),
        ("明辉五金制品有限公司", "广州市明辉五金制品有限公司"),
        ("广州市明晖五金制品有限公司", "广州市明辉五金制品有限公司"),
        ("广州市明辉五金制品集团有限公司", "广州市明辉五金制品有限公司"),
        ("广州市明辉五金制品厂", "广州市明辉五金制品有限公司"),
        ("Guangzhou Ming Hui Hardware Products Co., Ltd.", "广州市明辉五金制品有限公司"),
        ("Halvorn Furniture Ltd. Shanghai Branch", "Halvorn Furniture Limited"),
        ("Halvorn Furnitur Ltd", "Halvorn Furniture Ltd"),
        ("Samsung Electronics (UK) Ltd", "Samsung Electronics Co., Ltd."),
        ("Delta Tools Inc.", "Delta Tools Ltd"),
    ],
)
def test_what_may_be_the_same_firm_is_asked(name: str, other: str):
    assert verdict(name, other) == verdict(other, name) == "ask"


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("佛山市南海区美家电器厂", "佛山市顺德区美家电器厂"),
        ("广州市明辉玩具制品有限公司", "广州市明辉五金制品有限公司"),
        ("深圳市明辉五金制品有限公司", "广州市明辉五金制品有限公司"),
        ("广州市明光五金制品有限公司", "广州市明辉五金制品有限公司"),
        ("广州第二机床厂", "广州第一机床厂"),
        ("明辉五金二厂", "明辉五金厂"),
        ("东美塑料制品集团财务有限公司", "东美塑料制品集团有限公司"),
        ("海天股份有限公司上海分公司", "海天股份有限公司北京分公司"),
        ("Kestrand Energy Ltd", "Kestrand Software Ltd"),
        ("Alfa 2000 Ltd", "Alfa 3000 Ltd"),
        ("-", "—"),
        ("无", "无"),
    ],
)
def test_look_alikes_stay_apart(name: str, other: str):
    assert verdict(name, other) == verdict(other, name) == "apart"


def test_a_name_the_register_also_tells_is_the_firm():
    firm, english = "广州市明辉五金制品有限公司", "Guangzhou Minghui Hardware Co., Ltd."
    assert verdict("GUANGZHOU MINGHUI HARDWARE COMPANY LIMITED", firm, english) == "automatic"
    assert verdict("东莞恒星机械有限公司（原东莞东威纺织品厂）", "东莞东威纺织品厂") == "automatic"


def test_a_short_name_never_joins_firms_of_two_places():
    assert (
        verdict("深圳市明辉五金制品有限公司", "广州市明辉五金制品有限公司", "明辉五金") == "apart"
    )


def test_two_firms_that_fit_alike_are_both_asked_about():
    register = [
        CompanyNames("a", "广州市明辉五金有限公司"),
        CompanyNames("b", "深圳市明辉五金有限公司"),
    ]
    matches = match([CompanyNames("new", "明辉五金有限公司")], register)
    assert [(near.verdict, near.kept and near.kept.key) for near in matches] == [
        ("ask", "a"),
        ("ask", "b"),
    ]


def test_the_very_name_wins_over_a_near_one():
    register = [
        CompanyNames("a", "广州市明辉五金有限公司"),
        CompanyNames("b", "广州市明辉五金股份有限公司"),
    ]
    (nearest,) = match([CompanyNames("new", "廣州市明輝五金股份有限公司")], register)
    assert (nearest.verdict, nearest.kept, nearest.score) == ("automatic", register[1], 1.0)


def test_a_match_says_why():
    (nearest,) = match(
        [CompanyNames("new", "广州市明辉五金股份有限公司")],
        [CompanyNames("a", "广州明辉五金有限公司")],
    )
    assert (nearest.verdict, nearest.reasons) == ("automatic", ("form_differs", "same_own_name"))


def test_every_reason_is_worded():
    assert set(COSTS) <= set(REASONS)


def test_a_register_is_searched_for_what_it_holds_twice():
    register = [
        CompanyNames("1", "广州市明辉五金有限公司"),
        CompanyNames("2", "佛山美家电器厂"),
        CompanyNames("3", "广州市明辉五金有限责任公司"),
    ]
    (pair,) = duplicates(register)
    assert (pair.name.key, pair.kept and pair.kept.key, pair.verdict) == ("3", "1", "automatic")


def test_three_writings_of_one_name_are_joined_without_a_question():
    register = [
        CompanyNames(str(number), name)
        for number, name in enumerate(
            ("广州市明辉五金有限公司", "廣州明輝五金有限公司", "广州明辉五金有限责任公司")
        )
    ]
    assert [duplicate.verdict for duplicate in duplicates(register)] == ["automatic", "automatic"]


def test_a_name_between_two_firms_is_asked_about():
    register = [
        CompanyNames("1", "广州市明辉五金有限公司"),
        CompanyNames("2", "广州市白云区明辉五金厂"),
        CompanyNames("3", "广州市明辉五金有限责任公司"),
    ]
    assert {(duplicate.name.key, duplicate.verdict) for duplicate in duplicates(register)} == {
        ("2", "ask"),
        ("3", "automatic"),
    }


@pytest.mark.parametrize(("seed", "held_out"), [(1, False), (2, True)])
def test_invented_variants_are_found_and_look_alikes_are_not_joined(seed: int, held_out: bool):
    invented = world(seed, held_out)
    count = tally(invented.incoming, verdicts(match(*company_names(invented))))
    assert count.variants == 2000
    assert count.automatic > 1300
    assert count.precision >= 0.995
    assert count.recall >= 0.95
    assert candidate_recall(invented)[0] >= 0.98
    assert [
        duplicate
        for duplicate in duplicates(company_names(invented)[1])
        if duplicate.verdict == "automatic"
    ] == []


def test_five_thousand_names_against_five_thousand_take_less_than_ten_seconds():
    names, register = company_names(world(3, firms=5000, variants=4200, lookalikes=800))
    start = time.process_time()
    match(names, register)
    assert time.process_time() - start < 10


def test_matching_loads_no_engine():
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import analytics.matching; print('duckdb'"
        " in sys.modules)"
    )
    child = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True)
    assert child.stdout.strip() == "False"


@pytest.mark.skipif(
    not CORPUS, reason="EXPOLENS_CORPUS names no folder with the corpus of survey files"
)
def test_the_corpus_pair_is_matched_as_its_manifest_says():
    cases = json.loads((Path(CORPUS) / "manifest.json").read_text("utf-8"))
    pairs = [case for case in cases if "match" in case["checks"]]
    assert pairs
    for case in pairs:
        register, names = corpus_names(case["config"]["match_against"]), corpus_names(case["file"])
        matches = match(
            [CompanyNames(name, name) for name in names],
            [CompanyNames(name, name) for name in register],
        )
        firms = {
            near.name.name: near.kept.name if near.kept and near.verdict == "automatic" else None
            for near in matches
        }
        assert firms == dict(case["checks"]["match"])


def corpus_names(file: str) -> list[str]:
    raw = (Path(CORPUS) / "files" / file).read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    return [row["参展商名称"] for row in csv.DictReader(text.splitlines())]
