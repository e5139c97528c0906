"""The comparison of what a user reads before and after finds what differs, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unchanged.__main__ import main
from tests.unchanged.comparing import differences
from tests.unchanged.imports import complete

CONTENT = {
    "finding": "Satisfaction rises",
    "rows": [{"label": "Hall 3", "value": 0.25, "n": 12}, {"label": "Hall 4", "value": None}],
}


def folder_with(folder: Path, **contents: Any) -> Path:
    """A folder as `take` leaves it, of the contents of its files."""
    folder.mkdir()
    for name, content in contents.items():
        (folder / f"{name}.json").write_text(json.dumps(content), "utf-8")
    return folder


def lines(tmp_path: Path, before: Any, after: Any) -> list[str]:
    """What is told of two contents of one file."""
    folders = (folder_with(tmp_path / "a", x=before), folder_with(tmp_path / "b", x=after))
    return list(differences(*folders))


def test_the_same_twice_is_no_difference(tmp_path: Path) -> None:
    assert lines(tmp_path, CONTENT, CONTENT) == []


@pytest.mark.parametrize("number", [0.25, 1e-3, 1e9, -7.5])
def test_a_number_that_moved_by_rounding_is_the_same(tmp_path: Path, number: float) -> None:
    assert lines(tmp_path, [number], [number * (1 + 1e-13)]) == []


@pytest.mark.parametrize("number", [0.25, 1e9, -7.5])
def test_a_number_that_moved_in_its_eleventh_digit_is_found(tmp_path: Path, number: float) -> None:
    before, after = ({"rows": [{"value": value}]} for value in (number, number * (1 + 1e-11)))
    (line,) = lines(tmp_path, before, after)
    assert line.startswith("x.json.rows[0].value: ")


@pytest.mark.parametrize(
    ("before", "after"),
    [(12, 13), (10**15, 10**15 + 1), (1, 1.0), (1, True), (None, 0), (0.0, None), ("3.7", 3.7)],
)
def test_whole_numbers_and_kinds_of_value_are_compared_exactly(
    tmp_path: Path, before: Any, after: Any
) -> None:
    assert len(lines(tmp_path, [before], [after])) == 1


def test_a_changed_text_is_found_where_it_changed(tmp_path: Path) -> None:
    before, after = "满意度 " * 200 + "上升", "满意度 " * 200 + "下降"
    (line,) = lines(tmp_path, {"finding": before}, {"finding": after})
    assert line.startswith("x.json.finding: ")
    assert "上升" in line
    assert "下降" in line


def test_a_number_inside_a_text_is_text(tmp_path: Path) -> None:
    assert len(lines(tmp_path, ["mean 0.25"], ["mean 0.2500000000000001"])) == 1


def test_a_lost_and_a_new_file_are_found(tmp_path: Path) -> None:
    before = folder_with(tmp_path / "a", same=1, old=1)
    after = folder_with(tmp_path / "b", same=1, younger=1)
    assert list(differences(before, after)) == ["old.json: lost", "younger.json: new"]


def test_a_lost_and_a_new_entry_are_found(tmp_path: Path) -> None:
    moved = lines(tmp_path, {"a": 1, "b": 2}, {"b": 2, "c": 3})
    assert moved == ["x.json.a: lost: 1", "x.json.c: new: 3"]


def test_entries_in_another_order_are_found(tmp_path: Path) -> None:
    assert len(lines(tmp_path, {"a": 1, "b": 2}, {"b": 2, "a": 1})) == 1


def test_a_list_that_grew_says_so_and_where(tmp_path: Path) -> None:
    grown = lines(tmp_path, ["a", "b", "c"], ["a", "new", "b", "c"])
    assert grown == ["x.json: 3 entries → 4 entries", 'x.json[1]: "b" → "new"']


def test_the_exit_code_says_whether_anything_differs(tmp_path: Path) -> None:
    same = [folder_with(tmp_path / name, x=CONTENT) for name in ("a", "b")]
    other = folder_with(tmp_path / "c", x=CONTENT | {"finding": "Satisfaction falls"})
    assert main(["compare", *map(str, same)]) == 0
    assert main(["compare", str(same[0]), str(other)]) == 1
    assert main(["compare", str(same[0]), str(tmp_path / "nowhere")]) == 2


def test_nothing_is_taken_down_over_something_else(tmp_path: Path) -> None:
    assert main(["take", str(folder_with(tmp_path / "a", x=1))]) == 2


def test_a_suggested_mapping_is_completed_without_asking_anybody() -> None:
    columns = [
        {"column": "a", "target": "item", "is_reversed": True, "doubt": "which_scale"},
        {"column": "b", "target": "field", "key": "turnover", "unit": 0},
        {"column": "c", "target": "ignore"},
    ]
    item, turnover, ignored = complete({"kind": "x", "columns": columns})["columns"]
    assert "doubt" not in item
    assert (item["scale"], item["direction"]) == ([1, 5], "down")
    assert (turnover["unit"], turnover["grouping"], turnover["date_order"]) == (1, ",", "dmy")
    assert ignored == columns[2]
