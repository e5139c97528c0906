"""A scale that runs the other way is found by its answers, asked, and never turned by itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from analytics.errors import Unreadable
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection
from tests.intake.files import inspect

ITEMS = ("场馆硬件-洗手间", "场馆硬件-空调", "现场服务-咨询", "现场服务-安保")


def survey(
    turned: int | None = 4, people: int = 200, spread: float = 0.7, header: str = "总体满意度"
) -> str:
    """Four items and an overall score that go with a mood, one of the five (by place) the other way
    round.
    """
    rng = np.random.default_rng(3)
    mood = rng.normal(0, 1, people)
    marks = np.clip(np.rint(3 + mood[:, None] + rng.normal(0, spread, (people, 5))), 1, 5).astype(
        int
    )
    if turned is not None:
        marks[:, turned] = 6 - marks[:, turned]
    rows = [",".join(map(str, row)) for row in marks.tolist()]
    return "\n".join([",".join((*ITEMS, header)), *rows])


def asked(seen: Inspection, mapping: Mapping | None = None) -> list[str]:
    points = open_points(mapping or suggest(seen, Known("f")), seen, Known("f"))
    return [
        point.column for point in points if point.reason == "needs_direction" and point.is_blocking
    ]


@pytest.mark.parametrize("turned", [0, 2, 4])
def test_a_column_that_runs_against_the_others_is_asked_about(tmp_path: Path, turned: int) -> None:
    seen = inspect(tmp_path, survey(turned))
    assert asked(seen) == [(*ITEMS, "总体满意度")[turned]]
    assert not suggest(seen, Known("f")).columns[turned].is_reversed


@pytest.mark.parametrize(
    "harmless",
    [
        survey(turned=None),
        survey(people=12),  # chance may do that
        survey(spread=30.0),  # nothing goes with anything
        survey(header="总体满意度（1=非常满意 5=非常不满意）"),  # the header says it
    ],
)
def test_no_file_is_held_up_without_good_evidence(tmp_path: Path, harmless: str) -> None:
    assert asked(inspect(tmp_path, harmless)) == []


@pytest.mark.parametrize(("answer", "is_reversed"), [("up", False), ("down", True)])
def test_a_mapping_file_settles_it_either_way(
    tmp_path: Path, answer: str, is_reversed: bool
) -> None:
    seen = inspect(tmp_path, survey())
    told = json.loads(suggest(seen, Known("f")).dumps())
    told["columns"][4]["direction"] = answer
    mapping = Mapping.loads(json.dumps(told))
    assert (mapping.columns[4].is_reversed, asked(seen, mapping)) == (is_reversed, [])
    assert Mapping.loads(mapping.dumps()) == mapping


def test_a_direction_that_is_none_is_no_mapping(tmp_path: Path) -> None:
    told = json.loads(suggest(inspect(tmp_path, survey()), Known("f")).dumps())
    told["columns"][4]["direction"] = "sideways"
    with pytest.raises(Unreadable) as caught:
        Mapping.loads(json.dumps(told))
    assert caught.value.reason == "mapping_file"
