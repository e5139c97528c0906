"""Files of SPSS and Stata: labels, weighting, print formats; which of them it is by its bytes."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from analytics.errors import Unreadable
from analytics.intake.file.file_type import recognise, statistics_file
from analytics.intake.file.spss import read_spss
from analytics.intake.file.spss_values import weighting_variable, written_as

SIZES = {1.0: "50人以下", 2.0: "50-200人"}
ANSWERS = pd.DataFrame({"size": [1.0, 2.0], "stand": [4.0, 5.0], "fw": [1.5, 0.5]})


def sav(folder: Path, labels: dict[str, dict[float, str]], name: str = "a.sav") -> Path:
    path = folder / name
    pyreadstat.write_sav(
        ANSWERS,
        str(path),
        column_labels={"size": "企业规模", "stand": "Stand satisfaction", "fw": "抽样系数"},
        variable_value_labels=labels,
        variable_measure={"size": "ordinal", "stand": "scale"},
    )
    return path


def test_labels_that_rate_nothing_stand_without_their_numbers(tmp_path: Path) -> None:
    answers = read_spss(sav(tmp_path, {"size": SIZES}))
    assert [cells[0] for _, cells in answers.rows] == ["企业规模", "50人以下", "50-200人"]


def test_steps_of_a_scale_in_words_nobody_knows_keep_their_numbers(tmp_path: Path) -> None:
    answers = read_spss(sav(tmp_path, {"stand": {4.0: "bueno", 5.0: "genial"}}))
    assert [cells[1] for _, cells in answers.rows][1:] == ["4=bueno", "5=genial"]


def test_a_file_of_stata_and_a_portable_one_are_known_by_their_bytes(tmp_path: Path) -> None:
    pyreadstat.write_dta(ANSWERS, str(tmp_path / "a.bin"))
    pyreadstat.write_por(ANSWERS, str(tmp_path / "b.bin"))
    assert recognise(tmp_path / "a.bin") == recognise(tmp_path / "b.bin") == "spss"
    for name in ("a.bin", "b.bin"):
        assert [cells[1] for _, cells in read_spss(tmp_path / name).rows][1:] == ["4", "5"]


def test_a_file_cut_off_is_told_apart_from_other_damage(tmp_path: Path) -> None:
    whole = sav(tmp_path, {}).read_bytes()
    (tmp_path / "cut.sav").write_bytes(whole[:300])
    with pytest.raises(Unreadable, match="damaged_spss"):
        read_spss(tmp_path / "cut.sav")


def test_the_variable_a_file_is_weighted_by_is_named(tmp_path: Path) -> None:
    path = sav(tmp_path, {})
    assert read_spss(path).weight == ""
    data = bytearray(path.read_bytes())
    data[76:80] = (3).to_bytes(4, "little")
    path.write_bytes(data)
    assert read_spss(path).weight == "抽样系数"


def test_long_strings_take_several_places_before_the_weight() -> None:
    head = b"$FL2" + bytes(60) + b"\x02\0\0\0" + bytes(8) + (45).to_bytes(4, "little")
    formats = [("id", "A10"), ("long", "A300"), ("x", "F8.0"), ("w", "F8.2"), ("y", "F8.2")]
    places = {"id": 1, "long": 3, "x": 41, "w": 42, "y": 43}
    assert weighting_variable(head + bytes(4), formats) == ""
    for name, place in places.items():
        weighted = head[:76] + place.to_bytes(4, "little") + bytes(4)
        assert weighting_variable(weighted, formats) == name


@pytest.mark.parametrize(
    ("print_format", "number", "text"),
    [
        ("MOYR8", 13379040000.0, "2006-10-01"),
        ("DATETIME20", 13379074200.0, "2006-10-01 09:30:00"),
        ("DTIME10", 108900.0, "30:15:00"),
        ("PCT8.1", 85.0, "85%"),
        ("DOLLAR14.2", 1234.5, "$1234.5"),
        ("WKDAY9", 5.0, "Thursday"),
        ("MONTH9", 3.0, "March"),
        ("F8.2", 4.0, "4"),
    ],
)
def test_a_print_format_says_what_a_number_is(print_format: str, number: float, text: str) -> None:
    assert written_as(print_format)(number) == text


def test_text_is_no_statistics_file() -> None:
    assert statistics_file(b"name,score\nA,5\n") == ""
