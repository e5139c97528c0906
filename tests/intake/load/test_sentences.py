"""Everything the import says has a sentence in both languages."""

from __future__ import annotations

import ast

import pytest

from analytics.errors import Unreadable
from analytics.folders import ROOT
from analytics.intake.load.finding_sentences import FINDINGS, finding_text
from analytics.intake.load.point_sentences import POINTS, point_text
from analytics.intake.load.refusal_sentences import REFUSALS, refusal_text
from analytics.intake.mapping.open_points import OpenPoint
from analytics.intake.table.file_kinds import KINDS
from analytics.wording import LANGUAGES, Language, speaker

ROOM = ROOT / "analytics" / "intake"


def reasons_given() -> set[str]:
    """Every reason that the code of the import gives for a line."""
    reasons = set()
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                position = {"add": 0, "Refused": 0, "leave_out": 1}.get(name)
                if (
                    position is not None
                    and len(node.args) > position
                    and isinstance(node.args[position], ast.Constant)
                ):
                    reasons.add(node.args[position].value)
    return reasons


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
