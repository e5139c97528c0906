"""The scale that numbers show; what they leave open is asked, or settled by what stands beside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.rating_scale import Guess, guess_scale, rivals
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import ColumnSeen, Inspection
from tests.intake.files import csv_text, inspect

NOBODY = Known("f")


def numbers(**counts: int) -> ColumnSeen:
    common = tuple((key[1:].replace("m", "-"), count) for key, count in counts.items())
    values = [float(value) for value, _ in common]
    filled = sum(count for _, count in common)
    return ColumnSeen("x", filled, len(common), common, 1.0, min(values), max(values))


@pytest.mark.parametrize(
    ("column", "guess"),
    [
        (numbers(_1=5, _3=20, _5=9), Guess((1, 5))),
        (numbers(_1=5, _3=20, _7=9), Guess((1, 7))),
        (numbers(_0=5, _3=20, _9=9, _10=4), Guess((0, 10))),
        (numbers(_0=1, _1=3, _5=30, _9=9, _10=4), Guess((0, 10))),
        (numbers(_60=5, _85=20, _100=4), Guess((0, 100))),
        (numbers(_1=5, _3=20, _5=9, _99=3), Guess((1, 5), ("99",), "missing_codes")),
        (numbers(_0=4, _1=5, _3=20, _5=9), Guess((1, 5), ("0",), "which_scale")),
        (numbers(_1=50, _3=200, _5=90, _55=2), Guess((1, 5), (), "outliers")),
    ],
)
def test_the_scale_is_the_smallest_usual_one_that_holds_the_numbers(
    column: ColumnSeen, guess: Guess
) -> None:
    assert guess_scale(column) == guess


def test_a_recommendation_on_ten_points_that_uses_only_five_is_doubted() -> None:
    assert guess_scale(numbers(_1=5, _3=20, _5=9), None, "recommend") == Guess(
        (0, 10), (), "which_scale"
    )


def column(*values: int, times: int = 6) -> ColumnSeen:
    common = tuple((str(value), times) for value in values)
    return ColumnSeen("x", times * len(values), len(values), common, 1.0, min(values), max(values))


@pytest.mark.parametrize(
    "values",
    [
        range(1, 5),
        range(1, 7),
        range(1, 9),
        range(12),
        (1, 2, 3, 4, 5, 7),
        range(5),
        (-2, -1, 1, 3),
    ],
)
def test_an_end_nobody_uses_or_a_step_beyond_a_usual_scale_is_asked(values: range) -> None:
    assert guess_scale(column(*values)).doubt == "which_scale"


@pytest.mark.parametrize(
    ("values", "scale"),
    [(range(1, 6), (1, 5)), (range(1, 8), (1, 7)), (range(11), (0, 10)), (range(-2, 3), (-2, 2))],
)
def test_a_scale_used_to_its_ends_is_certain(values: range, scale: tuple[int, int]) -> None:
    guess = guess_scale(column(*values))
    assert (guess.scale, guess.missing, guess.doubt) == (scale, (), "")


@pytest.mark.parametrize(
    "values", [(-3, -2, 1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 99), (1, 2, 3, 4, 5, 9)]
)
def test_codes_apart_from_the_scale_are_no_answers(values: tuple[int, ...]) -> None:
    guess = guess_scale(column(*values))
    assert guess.scale == (1, 5)
    assert guess.missing == tuple(str(value) for value in values if not 1 <= value <= 5)


def test_few_answers_prove_nothing_about_an_unused_end() -> None:
    assert guess_scale(column(2, 3, 4, times=3)).doubt == ""


def test_every_scale_that_may_be_meant_is_offered_with_the_codes_it_would_leave() -> None:
    assert rivals(column(*range(1, 7)), (1, 7)) == {
        (1, 4): ("5", "6"),
        (1, 5): ("6",),
        (0, 5): ("6",),
        (1, 6): (),
        (1, 7): (),
        (1, 9): (),
    }


def survey(folder: Path, header: str, *tops: int) -> Inspection:
    rows = [",".join(str(n % top + 1) for top in tops) for n in range(40)]
    return inspect(folder, csv_text(header, *rows), "参展商调查第8届.csv")


def columns_asked_about(inspection: Inspection, mapping: Mapping) -> list[str]:
    points = open_points(mapping, inspection, NOBODY)
    return [
        column
        for point in points
        if point.reason == "which_scale" and point.is_blocking
        for column in point.columns or (point.column,)
    ]


def test_a_four_is_asked_about_where_nothing_else_settles_it(tmp_path: Path) -> None:
    inspection = survey(tmp_path, "场馆硬件,网站", 4, 4)
    assert columns_asked_about(inspection, suggest(inspection, NOBODY)) == ["场馆硬件", "网站"]


@pytest.mark.parametrize(
    "header", ["场馆硬件（1-4分）,网站（1-4分）", "场馆硬件（1=很差 4=很好）,网站（1=很差 4=很好）"]
)
def test_a_header_settles_the_scale(tmp_path: Path, header: str) -> None:
    inspection = survey(tmp_path, header, 4, 4)
    mapping = suggest(inspection, NOBODY)
    assert (columns_asked_about(inspection, mapping), mapping.columns[0].scale) == ([], (1, 4))


def test_neighbours_settle_the_scale(tmp_path: Path) -> None:
    inspection = survey(tmp_path, "场馆硬件,网站", 4, 5)
    mapping = suggest(inspection, NOBODY)
    assert (columns_asked_about(inspection, mapping), mapping.columns[0].scale) == ([], (1, 5))


def test_an_earlier_file_settles_the_scale_and_a_mapping_without_the_doubt_does(
    tmp_path: Path,
) -> None:
    inspection = survey(tmp_path, "编号,场馆硬件,网站,会刊", 40, 6, 6, 6)
    first = suggest(inspection, NOBODY)
    columns = [replace(use, scale=(1, 6)) if use.scale else use for use in first.columns]
    settled = replace(first, columns=tuple(columns)).settled()
    again = suggest(inspection, Known("f", mappings=(settled.dumps(),)))
    assert len(columns_asked_about(inspection, Mapping.loads(first.dumps()))) == 3
    assert columns_asked_about(inspection, settled) == []
    assert columns_asked_about(inspection, again) == []
    assert again.use("网站").scale == (1, 6)


def test_a_recommendation_on_ten_points_says_nothing_about_its_neighbours(tmp_path: Path) -> None:
    inspection = survey(tmp_path, "场馆硬件,网站,推荐意愿（0-10）", 4, 5, 10)
    mapping = suggest(inspection, NOBODY)
    assert (columns_asked_about(inspection, mapping), mapping.columns[0].scale) == ([], (1, 5))
