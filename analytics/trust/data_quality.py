"""What a study's data stand on: who could have answered and who did, what was left out, whether the
questions changed.

Method: the register (or the count of visitors) of the last edition in view beside the answers it
led to; lines of the files behind these answers that were not taken in, by reason; the questions of
every edition in view beside each other. Assumption: the register lists everybody who took part.
Source: AAPOR 2023 (Standard Definitions) for what to report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from analytics.filters import Audience, Filters
from analytics.ratings.questions import Questionnaire, read_questions
from analytics.store import Reader, Store
from analytics.study import statement
from analytics.wording import Name


@dataclass(frozen=True, slots=True)
class Response:
    """The last edition in view with answers. `could`: exhibitors on its register, or visitors
    counted; None where neither is known. `did`: exhibitors who answered, or answers of visitors.
    """

    edition: Name
    could: int | None
    did: int

    @property
    def rate(self) -> float:
        return self.did / self.could if self.could else float("nan")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Lines of the files behind the answers in view: `read`, and those not taken in by reason."""

    read: int
    lines: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What differs between the surveys in view: dimensions with other items, editions by their
    rating scale, questions not asked throughout. `skipped` numbers between the first and the last
    edition were not held, or are not on file.
    """

    changed: tuple[Name, ...]
    scales: int
    not_throughout: int
    questions: int
    skipped: tuple[int, ...]

    @property
    def is_alike(self) -> bool:
        return not (self.changed or self.scales > 1 or self.not_throughout)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is in view: `editions` with answers, the oldest first.

    `unmatched` answers lead to nobody on file; None for visitors.
    """

    audience: Audience
    editions: tuple[Name, ...]
    answers: int
    unmatched: int | None
    response: Response | None
    left_out: LeftOut
    asked: Asked


def read_ground(store: Store, filters: Filters) -> Ground:
    """The same for every study of these filters."""
    with store.reader() as reader:
        return ground(reader, filters)


def ground(reader: Reader, filters: Filters) -> Ground:
    register = replace(filters, editions=(), audience="exhibitor", profile=())
    within: dict[str, Any] = {"fair": filters.fair, "chosen": list(filters.editions) or None}
    rows = reader.rows(_sql("editions"), slice=filters.slice(), register=register.slice(), **within)
    answered = [row for row in rows if row["answers"]]
    answers = sum(row["answers"] for row in answered)
    is_exhibitor = filters.audience == "exhibitor"
    return Ground(
        filters.audience,
        tuple(_name(row) for row in answered),
        answers,
        answers - sum(row["matched"] for row in answered) if is_exhibitor else None,
        _response(reader, filters, answered[-1]) if answered else None,
        _left_out(reader.rows(_sql("left_out"), audience=filters.audience, **within)),
        _question_changes(read_questions(reader, filters), answered),
    )


def _sql(name: str) -> str:
    return statement(__package__ or "", name)


def _name(row: dict[str, Any]) -> Name:
    return Name(row["name_zh"], row["name_en"])


def _response(reader: Reader, filters: Filters, last: dict[str, Any]) -> Response:
    """Profile filters ask about answers, so nobody knows how many of the register they leave."""
    if filters.audience == "visitor":
        is_narrowed = filters.industries or filters.regions or filters.profile or filters.segment
        return Response(_name(last), None if is_narrowed else last["visitors"], last["answers"])
    if not last["registered"] or filters.profile:
        return Response(_name(last), None, last["answers"])
    within = replace(filters, editions=()).slice()
    row = reader.rows(_sql("answered"), register=within, edition=last["edition_id"])[0]
    return Response(_name(last), row["exhibitors"], row["respondents"])


def _left_out(rows: Sequence[dict[str, Any]]) -> LeftOut:
    total, reasons = rows[0], [row for row in rows[1:] if row["n"]]
    ordered = sorted(reasons, key=lambda row: -int(row["n"]))
    return LeftOut(total["read"], total["n"], tuple((row["reason"], row["n"]) for row in ordered))


def _question_changes(questions: Questionnaire, answered: Sequence[dict[str, Any]]) -> Asked:
    keys = [row["edition_id"] for row in answered]
    here = questions.of(keys)
    by_edition = {
        key: {question.key for question in here.questions if question.edition == key}
        for key in keys
    }
    ever_asked = set().union(*by_edition.values()) if by_edition else set()
    throughout = set.intersection(*by_edition.values()) if by_edition else set()
    numbers = [row["number"] for row in answered]
    skipped = sorted(set(range(min(numbers), max(numbers))) - set(numbers)) if numbers else []
    return Asked(
        here.changed_dimensions(),
        len(here.item_scales()),
        len(ever_asked - throughout),
        len(ever_asked),
        tuple(skipped),
    )
