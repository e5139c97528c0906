"""Blank files come back as what they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.folders import TEMPLATES
from analytics.intake.mapping.blank_files import header_of, names_of, write_templates
from analytics.intake.mapping.detect_kind import detect_kind
from analytics.intake.table.file_kinds import KINDS, field_named
from analytics.wording import LANGUAGES, Language
from tests.intake.files import inspect


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_template_filled_in_is_recognised_as_its_kind(
    kind, language: Language, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    header = header_of(kind, language)
    rows = [
        [cell(kind, name, place, number) for place, name in enumerate(header)]
        for number in range(3)
    ]
    text = "\r\n".join(",".join(cells) for cells in [header, *rows])
    (tmp_path / "x").mkdir()
    inspection = inspect(tmp_path / "x", text, names_of(kind, language)[0])
    assert detect_kind(inspection) == kind.key


def cell(kind, name: str, place: int, number: int) -> str:  # type: ignore[no-untyped-def]
    if "1-5" in name:
        return f"{number + 3}"
    return f"2006-10-1{number}" if is_day(kind, name) else f"{place + number}"


def is_day(kind, name: str) -> bool:  # type: ignore[no-untyped-def]
    field = field_named(kind, name)
    return bool(field and field.form == "day")


def test_the_templates_in_the_repository_are_those_the_product_writes(tmp_path: Path) -> None:
    for path in write_templates(tmp_path):
        if path.suffix == ".csv":
            assert path.read_bytes() == (TEMPLATES / path.name).read_bytes()
        assert (TEMPLATES / path.name).exists()
