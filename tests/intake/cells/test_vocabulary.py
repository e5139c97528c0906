"""A word added to `vocabulary.toml` is understood wherever words of its kind are."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from analytics.folders import ROOT
from analytics.intake.cells.rating import rating_words
from analytics.intake.cells.vocabulary import FILE, either, vocabulary
from analytics.standard_objectives import OBJECTIVES
from tests.intake.files import inspect

STEPS = [
    "rất không hài lòng",
    "không hài lòng",
    "bình thường",
    "hài lòng|khá hài lòng",
    "rất hài lòng",
]
ADDED = {
    "[[word_sets]]\n": f"[[word_sets]]\nsteps = {json.dumps(STEPS)}\n[[word_sets]]\n",
    "[missing]\nwords = [\n": '[missing]\nwords = [\n    "không biết",\n',
    "[ticks]\nyes = [\n": '[ticks]\nyes = [\n    "đã chọn",\n',
    "[yes_no]\nyes = [": '[yes_no]\nyes = ["có", ',
    '"1000000" = [': '"1000000" = ["triệu", ',
    "VND = [": 'VND = ["đồng", ',
}
STEP_WORDS = [step.partition("|")[0] for step in STEPS]
COLUMNS = ("Khu vệ sinh", "Nhân viên (1=rất hài lòng, 5=rất không hài lòng)", "Ăn uống")
HEADER = ",".join(f'"{name}"' for name in ("编号", *COLUMNS, "Kênh:Web", "Kênh:Báo"))
ROWS = [
    f"{n},{STEP_WORDS[n % 5]},{n % 5 + 1},{5 - n % 5}-{STEP_WORDS[n % 5]},{'Đã chọn' * (n % 2)},"
    for n in range(20)
]
SILENT = "20,không biết,Không biết,không biết,,đã chọn"
ANSWERS = "\n".join((HEADER, *ROWS, SILENT))
READ = """
import json, sys
from pathlib import Path
from analytics.intake.cells import vocabulary
vocabulary.FILE = Path(sys.argv[1])
from analytics.intake.cells.amount_unit import header_says
from analytics.intake.cells.best_end import direction_of_answers, direction_of_header
from analytics.intake.cells.yes_no import parse_yes_no
from tests.intake.files import convert
conversion = convert(Path(sys.argv[2]), sys.stdin.read(), kind="exhibitor_survey")
unit = header_says("Doanh thu (triệu đồng)")
print(json.dumps({
    "uses": {use.column: (use.target, use.scale, use.is_reversed, use.doubt, use.choice)
             for use in conversion.mapping.columns},
    "ratings": [row["sat"] for row in conversion.table("response_rows")],
    "choices": [list(dict(row["profile"] or {}).values())
                for row in conversion.table("response_rows")],
    "reasons": conversion.reasons(),
    "unit": (unit.multiple, unit.currency),
    "is_held": parse_yes_no("Có") is True,
    "directions": [direction_of_header("5 = hài lòng, 2 = không hài lòng"),
                   direction_of_answers(["2-không hài lòng", "4-hài lòng"])],
}))
"""


@pytest.fixture(scope="module")
def in_vietnamese(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process makes of answers in Vietnamese whose vocabulary has been told the words."""
    folder = tmp_path_factory.mktemp("vietnamese")
    words = FILE.read_text("utf-8")
    for place, addition in ADDED.items():
        assert place in words
        words = words.replace(place, addition, 1)
    (folder / "vocabulary.toml").write_text(words, "utf-8")
    process = subprocess.run(
        [sys.executable, "-c", READ, str(folder / "vocabulary.toml"), str(folder)],
        cwd=ROOT,
        input=ANSWERS,
        capture_output=True,
        text=True,
        check=True,
    )
    answers: dict[str, Any] = json.loads(process.stdout)
    return answers


def test_a_column_of_words_is_known_to_rate_by_its_words_alone(
    in_vietnamese: dict[str, Any],
) -> None:
    assert in_vietnamese["uses"][COLUMNS[0]] == ["item", [1, 5], False, "new_item", ""]


def test_words_beside_numbers_in_header_and_answers_say_which_end_is_best(
    in_vietnamese: dict[str, Any],
) -> None:
    assert in_vietnamese["directions"] == ["up", "up"]
    for column in COLUMNS[1:]:
        assert in_vietnamese["uses"][column] == ["item", [1, 5], True, "reversed", ""]


def test_ratings_in_the_added_words_are_read_and_silence_is_none(
    in_vietnamese: dict[str, Any],
) -> None:
    ratings = in_vietnamese["ratings"]
    assert ratings[:20] == [
        [100 * (n % 5 + 1), 100 * (5 - n % 5), 100 * (n % 5 + 1)] for n in range(20)
    ]
    assert ratings[20] == [None] * 3
    assert in_vietnamese["reasons"] == []


def test_added_words_for_yes_ticks_multiples_and_currencies_count(
    in_vietnamese: dict[str, Any],
) -> None:
    assert in_vietnamese["is_held"]
    assert in_vietnamese["choices"][:2] == [[], [["Web"]]]
    assert in_vietnamese["choices"][20] == [["Báo"]]
    assert in_vietnamese["unit"] == [1e6, "VND"]


def test_without_them_nobody_guesses_what_the_words_mean(tmp_path: Path) -> None:
    assert inspect(tmp_path, ANSWERS).columns[1].word_share == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["差", "中", "良", "优"], {"差", "中", "良", "优"}),
        (["B.中", "A.差", "别的"], {"B.中", "A.差"}),
        (["大", "中", "小"], set()),
    ],
)
def test_a_single_character_rates_only_beside_another_word_of_rating(
    words: list[str], expected: set[str]
) -> None:
    assert rating_words(words) == expected


def test_a_word_of_an_alphabet_is_met_as_a_whole_only() -> None:
    assert re.search(either(["hài lòng", "满意"]), "hài lòngs") is None
    assert re.search(either(["hài lòng", "满意"]), "总体满意度") is not None


def test_every_standard_objective_has_its_words() -> None:
    assert set(vocabulary()["objectives"]) == {objective.key for objective in OBJECTIVES}
