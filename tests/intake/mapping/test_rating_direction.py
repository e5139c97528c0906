"""A scale that runs the other way is found by its answers, asked, and never turned by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection
from tests.intake.files import TURNED_ITEMS, inspect, turned_survey


def columns_asked_about(inspection: Inspection, mapping: Mapping | None = None) -> list[str]:
    points = open_points(mapping or suggest(inspection, Known("f")), inspection, Known("f"))
    return [
        point.column for point in points if point.reason == "needs_direction" and point.is_blocking
    ]


@pytest.mark.parametrize("turned", [0, 2, 4])
def test_a_column_that_runs_against_the_others_is_asked_about(tmp_path: Path, turned: int) -> None:
    inspection = inspect(tmp_path, turned_survey(turned))
    assert columns_asked_about(inspection) == [(*TURNED_ITEMS, "总体满意度")[turned]]
    assert not suggest(inspection, Known("f")).columns[turned].is_reversed


@pytest.mark.parametrize(
    "harmless",
    [
        turned_survey(turned=None),
        turned_survey(people=12),  # chance may do that
        turned_survey(spread=30.0),  # nothing goes with anything
        turned_survey(header="总体满意度（1=非常满意 5=非常不满意）"),  # the header says it
    ],
)
def test_no_file_is_held_up_without_good_evidence(tmp_path: Path, harmless: str) -> None:
    assert columns_asked_about(inspect(tmp_path, harmless)) == []


@pytest.mark.parametrize(("answer", "is_reversed"), [("up", False), ("down", True)])
def test_a_mapping_file_settles_it_either_way(
    tmp_path: Path, answer: str, is_reversed: bool
) -> None:
    inspection = inspect(tmp_path, turned_survey())
    mapping_json = json.loads(suggest(inspection, Known("f")).dumps())
    mapping_json["columns"][4]["direction"] = answer
    mapping = Mapping.loads(json.dumps(mapping_json))
    assert (mapping.columns[4].is_reversed, columns_asked_about(inspection, mapping)) == (
        is_reversed,
        [],
    )
    assert Mapping.loads(mapping.dumps()) == mapping


def test_a_direction_that_is_none_is_no_mapping(tmp_path: Path) -> None:
    mapping_json = json.loads(suggest(inspect(tmp_path, turned_survey()), Known("f")).dumps())
    mapping_json["columns"][4]["direction"] = "sideways"
    with pytest.raises(Unreadable) as caught:
        Mapping.loads(json.dumps(mapping_json))
    assert caught.value.reason == "mapping_file"
