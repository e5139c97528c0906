"""Everything the import says has a sentence in both languages, and templates come back as what they
are for.
"""

import ast
from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.load.finding_sentences import (
    FINDINGS,
    POINTS,
    REFUSALS,
    finding_text,
    point_text,
    refusal_text,
)
from analytics.intake.mapping.blank_files import header_of, names_of, write_templates
from analytics.intake.mapping.detect_kind import detect_kind
from analytics.intake.mapping.open_points import OpenPoint
from analytics.intake.table.file_kinds import KINDS, field_named
from analytics.settings import ROOT, TEMPLATES
from analytics.wording import LANGUAGES, Language, speaker
from tests.intake.files import inspect

ROOM = ROOT / "analytics" / "intake"


def reasons_given() -> set[str]:
    """Every reason that the code of the import gives for a line."""
    given = set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                position = {"add": 0, "Refused": 0, "leave_out": 1}.get(name)
                if (
                    position is not None
                    and len(node.args) > position
                    and isinstance(node.args[position], ast.Constant)
                ):
                    given.add(node.args[position].value)
    return given


def test_every_reason_given_for_a_line_has_a_sentence() -> None:
    assert reasons_given() - {"claimed"} <= FINDINGS.keys()
    assert len(reasons_given()) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_there_in_both_languages(language: Language) -> None:
    say = speaker(language)
    for sentence in (
        *FINDINGS.values(),
        *POINTS.values(),
        *REFUSALS.values(),
        *(kind.label for kind in KINDS),
    ):
        assert say(sentence) != ("" if language == "en" else sentence)


def test_details_are_filled_in() -> None:
    say = speaker("en")
    assert "scale 1–5" in finding_text("outside_scale", {"low": "1", "high": "5"}, say)
    assert point_text(
        OpenPoint("needs_one_of", details={"field1": "Company", "field2": "Exhibitor code"}), say
    ).endswith("Company, Exhibitor code.")
    refused = Unreadable("nothing_left", {"reason": "no_count"})
    assert "no count of visitors" in refusal_text(refused, say)
    assert refusal_text(Unreadable("needs_scale", {"column": "Q1"}), say).startswith("Column “Q1”:")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_template_filled_in_is_recognised_as_its_kind(
    kind, language: Language, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    header = header_of(kind, language)
    rows = [
        [
            (
                f"{n + 3}"
                if "1-5" in name
                else f"2006-10-1{n}"
                if is_day(kind, name)
                else f"{place + n}"
            )
            for place, name in enumerate(header)
        ]
        for n in range(3)
    ]
    text = "\r\n".join(",".join(cells) for cells in [header, *rows])
    (tmp_path / "x").mkdir()
    seen = inspect(tmp_path / "x", text, names_of(kind, language)[0])
    assert detect_kind(seen) == kind.key


def is_day(kind, name: str) -> bool:  # type: ignore[no-untyped-def]
    found = field_named(kind, name)
    return bool(found and found.form == "day")


def test_the_templates_in_the_repository_are_those_the_product_writes(tmp_path: Path) -> None:
    for path in write_templates(tmp_path):
        if path.suffix == ".csv":
            assert path.read_bytes() == (TEMPLATES / path.name).read_bytes()
        assert (TEMPLATES / path.name).exists()
