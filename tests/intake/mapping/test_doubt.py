"""A doubt is asked, accepted or only said; what was agreed to is not asked again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from analytics.intake.load.finding_list import sentence
from analytics.intake.load.point_findings import point_findings
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.direction_points import accepted
from analytics.intake.mapping.doubt import Doubt
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection
from analytics.wording import speaker
from tests.intake.files import csv_text, inspect

ROWS = [f"{n},{n % 5 + 1},{(n + 2) % 5 + 1}" for n in range(1, 31)]
KNOWN = Known("f", "展会", "Fair")
SAY = speaker("en")


def both_ways(tmp_path: Path) -> tuple[Inspection, Mapping]:
    """A survey whose questions point to exhibitors and to visitors alike."""
    text = csv_text("编号,再次参展意愿,再次参观意愿", *ROWS)
    inspection = inspect(tmp_path, text, "survey.csv")
    return inspection, replace(suggest(inspection, KNOWN), edition=8)


def blocking(inspection: Inspection, mapping: Mapping) -> list[str]:
    points = open_points(mapping, inspection, KNOWN)
    return [point.reason for point in points if point.is_blocking]


def test_a_guess_blocks_until_it_is_accepted_and_is_then_a_finding(tmp_path: Path) -> None:
    inspection, mapping = both_ways(tmp_path)
    assert "whose_survey" in blocking(inspection, mapping)
    agreed = replace(mapping, accepts_guesses=True)
    assert "whose_survey" not in blocking(inspection, agreed)
    findings = point_findings(open_points(agreed, inspection, KNOWN))
    assert any(
        sentence(finding, SAY).startswith("Taken as suggested, without an answer: Whose answers")
        for finding in findings
    )


def test_a_person_who_names_the_kind_is_not_asked(tmp_path: Path) -> None:
    inspection, _ = both_ways(tmp_path)
    named = replace(suggest(inspection, KNOWN, "visitor_survey"), edition=8)
    assert "whose_survey" not in blocking(inspection, named)


def test_what_was_agreed_to_is_only_said_of_the_next_file(tmp_path: Path) -> None:
    inspection, mapping = both_ways(tmp_path)
    doubt = next(doubt for doubt in mapping.doubts if doubt.reason == "whose_survey")
    before = replace(KNOWN, mappings=(mapping.settled().dumps(),))
    assert doubt.key in Mapping.loads(before.mappings[0]).agreed
    again = suggest(inspection, before)
    assert [(d.reason, d.weight) for d in again.doubts if d.weight != "note"] == []


def test_doubts_go_with_a_mapping_as_a_file() -> None:
    doubt = Doubt("renamed", ("a", "b"), "guess", {"earlier": "c"})
    mapping = Mapping("exhibitor_survey", (), doubts=(doubt,), agreed=("x|y",))
    assert Mapping.loads(mapping.dumps()) == mapping
    assert mapping.agreed_to(doubt).doubts == ()
    assert mapping.as_read() == Mapping("exhibitor_survey", ())


def test_a_file_that_says_nothing_of_whose_it_is_is_asked_where_visitors_are_asked(
    tmp_path: Path,
) -> None:
    inspection = inspect(tmp_path, csv_text("编号,总体满意度,班车满意度", *ROWS), "survey.csv")
    earlier = replace(KNOWN, mappings=(Mapping("visitor_survey", ()).dumps(),))
    reasons = [doubt.reason for doubt in suggest(inspection, KNOWN).doubts]
    later = [doubt.reason for doubt in suggest(inspection, earlier).doubts]
    assert ("whose_survey" in reasons, "whose_survey" in later) == (False, True)


def test_an_accepted_complaint_has_its_best_end_where_nobody_agrees(tmp_path: Path) -> None:
    header = 'ID,Overall satisfaction,"The aisles were too crowded (1 = disagree, 5 = agree)"'
    inspection = inspect(tmp_path, csv_text(header, *ROWS), "survey.csv")
    mapping = suggest(inspection, KNOWN, "exhibitor_survey")
    asked = accepted(mapping, inspection)
    agreed = accepted(replace(mapping, accepts_guesses=True), inspection)
    assert [use.direction for use in asked.columns] == ["", "", ""]
    assert [use.direction for use in agreed.columns] == ["", "", "down"]
