"""Every reference case the product has a method for; more of them where $EXPOLENS_REFERENCE names a
folder.
"""

import os
from pathlib import Path

import pytest

from tests.reference.__main__ import main
from tests.reference.comparison import compare, within
from tests.reference.run import built_folders, run_folder

GOLDEN = Path(__file__).parent.parent / "golden"


def given_folders():
    named = os.environ.get("EXPOLENS_REFERENCE")
    if not named:
        return [
            pytest.param(
                None, marks=pytest.mark.skip(reason="EXPOLENS_REFERENCE names no folder"), id="none"
            )
        ]
    return [pytest.param(folder, id=folder.name) for folder in built_folders(Path(named))]


@pytest.mark.parametrize("folder", built_folders(GOLDEN), ids=lambda folder: folder.name)
def test_the_product_agrees_with_the_golden_case(folder):
    outcome = run_folder(folder)
    assert outcome.state == "passed", str(outcome)


@pytest.mark.parametrize("folder", given_folders())
def test_the_product_agrees_with_the_case_given(folder):
    outcome = run_folder(folder)
    assert outcome.state == "passed", str(outcome)


def failures(expected, actual, **rules):
    return [finding.path for finding in compare(expected, actual, rules) if not finding.agrees]


def test_an_expected_value_nobody_computed_is_a_failure():
    assert failures({"a": 1, "b": {"c": 2}}, {"a": 1, "b": {}}) == ["b.c"]


def test_words_about_the_case_need_no_counterpart():
    assert failures({"note": "made by hand", "a": 1}, {"a": 1}) == []


def test_numbers_must_agree_to_nine_digits_unless_a_rule_is_milder():
    assert failures({"a": 1.0}, {"a": 1.00000001}) == ["a"]
    assert failures({"a": 1.0}, {"a": 1.00000001}, a=within(absolute=1e-6)) == []


def test_lists_of_other_lengths_differ():
    assert failures({"a": [1, 2]}, {"a": [1, 2, 3]}) == ["a"]


def test_what_r_calls_missing_is_nan_here():
    assert failures({"a": None}, {"a": float("nan")}) == []
    assert failures({"a": None}, {"a": 0.0}) == ["a"]


def test_the_command_ends_with_the_count_and_lists_what_it_does_not_know(tmp_path, capsys):
    (tmp_path / "strange").mkdir()
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "unknown   strange                      no how.md and expected.json",
        "0 passed, 1 failed, 0 not built",
    ]


def test_a_wrong_number_fails_the_command(tmp_path, capsys):
    case = tmp_path / "two_groups"
    case.mkdir()
    (case / "how.md").write_text("method: Newcombe difference CI\n", encoding="utf-8")
    (case / "input.csv").write_text("x1,n1,x2,n2\n1,2,1,2\n", encoding="utf-8")
    (case / "expected.json").write_text('{"cases": [{"diff": 0.5}]}', encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.endswith("0 passed, 1 failed, 0 not built\n")
