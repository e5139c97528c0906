"""The kinds of files and their fields. The headers these go by stand in the vocabulary."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analytics.filters import Audience
from analytics.intake.cells.amount_unit import header_says, unit_ending, without_area_unit
from analytics.intake.cells.text_keys import header_key, label_key
from analytics.intake.cells.two_languages import two_parts
from analytics.intake.cells.vocabulary import either, vocabulary, word_meanings
from analytics.wording import phrase

Form = Literal[
    "text",
    "number",
    "area",
    "whole",
    "money",
    "day",
    "moment",
    "yes_no",
    "outcome",
    "edition",
    "objectives",
]


@dataclass(frozen=True)
class Field:
    """One thing a kind of file can say. `tells` is how strongly it gives its kind away."""

    key: str
    label: str
    form: Form = "text"
    tells: int = 0
    is_needed: bool = False


@dataclass(frozen=True)
class Kind:
    """`audience` is whose answers a survey holds; at least one field of `one_of` is needed."""

    key: str
    label: str
    fields: tuple[Field, ...]
    audience: Audience | None = None
    one_of: tuple[str, ...] = ()

    def field(self, key: str) -> Field | None:
        return next((field for field in self.fields if field.key == key), None)


EDITION = Field("edition", phrase("Edition"), "edition")
CODE = Field("code", phrase("Exhibitor code"))
NAME = Field("name", phrase("Company"))
INDUSTRY = Field("industry", phrase("Industry"))
REGION = Field("region", phrase("Region"))
SURVEY = (
    EDITION,
    Field("respondent", phrase("Questionnaire number"), tells=1),
    CODE,
    NAME,
    INDUSTRY,
    REGION,
    Field("answered_on", phrase("Answered on"), "moment"),
    Field("weight", phrase("Weight"), "number"),
    Field("objectives", phrase("Objectives"), "objectives", 3),
    Field("attained", phrase("Objectives reached"), "objectives", 3),
    Field("comment", phrase("Comment")),
)
EXHIBITORS = (
    CODE,
    Field("name", phrase("Company"), is_needed=True),
    Field("name_en", phrase("English name"), tells=1),
    Field("former_name", phrase("Former name"), tells=3),
    Field("country", phrase("Country")),
    REGION,
    Field("industry", phrase("Industry"), tells=1),
    Field("ownership", phrase("Ownership"), tells=2),
    Field("size_band", phrase("Company size"), tells=2),
    Field("account_owner", phrase("Account owner"), tells=3),
)
PARTICIPATIONS = (
    EDITION,
    CODE,
    NAME,
    Field("name_en", phrase("English name")),
    Field("booth_area_sqm", phrase("Stand area (m²)"), "area", 3),
    Field("booth_no", phrase("Stand number"), tells=2),
    Field("booth_type", phrase("Stand type"), tells=2),
    Field("hall", phrase("Hall"), tells=2),
    Field("fee", phrase("Fee"), "money", 3),
    Field("currency", phrase("Currency"), tells=1),
    Field("turnover", phrase("Turnover"), "money", 1),
    Field("leads", phrase("Leads"), "whole", 3),
)
EDITIONS = (
    Field("edition", phrase("Edition"), "edition", 1, is_needed=True),
    Field("year", phrase("Year"), "whole", 2),
    Field("name_zh", phrase("Name (Chinese)"), tells=1),
    Field("name_en", phrase("Name (English)"), tells=1),
    Field("starts_on", phrase("First day"), "day", 3),
    Field("ends_on", phrase("Last day"), "day", 3),
    Field("held", phrase("Held"), "yes_no", 4),
    Field("currency", phrase("Currency"), tells=1),
    Field("turnover", phrase("Turnover"), "money", 1),
    Field("revenue", phrase("Revenue"), "money", 2),
    Field("cost", phrase("Cost"), "money", 2),
)
ATTENDANCE = (
    EDITION,
    Field("day", phrase("Day"), "day", 1),
    Field("visitor_group", phrase("Visitor group"), tells=2),
    Field("visitors", phrase("Number of visitors"), "whole", 5),
    Field("visits", phrase("Number of visits"), "whole", 5),
)
COMPLAINTS = (
    EDITION,
    CODE,
    NAME,
    Field("complaint_no", phrase("Complaint number"), tells=3),
    Field("topic", phrase("Topic"), tells=4),
    Field("channel", phrase("Channel"), tells=2),
    Field("received_on", phrase("Received on"), "day", 3),
    Field("resolved_on", phrase("Resolved on"), "day", 4),
    Field("status", phrase("Status"), tells=2),
    Field("outcome", phrase("Satisfied with the outcome"), "outcome", 2),
    Field("reopened_on", phrase("Reopened on"), "day", 3),
    Field("was_reopened", phrase("Reopened"), "yes_no", 2),
    Field("owner", phrase("Handled by"), tells=1),
    Field("due_on", phrase("Due on"), "day", 1),
    Field("description", phrase("Description"), tells=2),
)
CONTACTS = (
    CODE,
    NAME,
    Field("contacted_on", phrase("Contacted on"), "day", 4),
    Field("contacted_by", phrase("Contacted by"), tells=2),
    Field("channel", phrase("Way of contact")),
    Field("person", phrase("Contact person"), tells=1),
    Field("role", phrase("Position"), tells=1),
    Field("phone", phrase("Telephone"), tells=1),
    Field("email", phrase("E-mail"), tells=1),
    Field("subject", phrase("What was said"), tells=3),
    Field("next_step", phrase("Next step"), tells=4),
    Field("next_on", phrase("Next step on"), "day", 4),
)
PROSPECTS = (
    Field("name", phrase("Company"), is_needed=True),
    Field("name_en", phrase("English name")),
    Field("prospect_lists", phrase("List of prospects"), tells=6),
    Field("seen_at", phrase("Seen at shows"), tells=4),
    Field("country", phrase("Country")),
    REGION,
    INDUSTRY,
    Field("contact", phrase("Contact"), tells=1),
    Field("note", phrase("Note"), tells=1),
)
KINDS = (
    Kind("exhibitor_survey", phrase("Exhibitor survey"), SURVEY, "exhibitor"),
    Kind("visitor_survey", phrase("Visitor survey"), SURVEY, "visitor"),
    Kind("exhibitors", phrase("Exhibitor list"), EXHIBITORS),
    Kind("participations", phrase("Participations"), PARTICIPATIONS, one_of=("code", "name")),
    Kind("editions", phrase("List of editions"), EDITIONS),
    Kind("attendance", phrase("Visitor counts"), ATTENDANCE, one_of=("visitors", "visits")),
    Kind(
        "complaints",
        phrase("Complaints"),
        COMPLAINTS,
        one_of=("topic", "description", "received_on"),
    ),
    Kind(
        "contacts",
        phrase("Contacts"),
        CONTACTS,
        one_of=("contacted_on", "subject", "next_step"),
    ),
    Kind("prospects", phrase("Prospects"), PROSPECTS),
)
CODE_AND_TEXT = re.compile(r"(\w+)\.\s+(.+)", re.ASCII)
SQUARE_METRES = re.compile(
    rf"(?:\bin\s+)?{either(vocabulary()['units']['square_metres'])}", re.IGNORECASE
)
COUNTED = ("number", "area", "whole", "money")
MONEY = frozenset(field.key for kind in KINDS for field in kind.fields if field.form == "money")
COUNTED_KEYS = frozenset(
    field.key for kind in KINDS for field in kind.fields if field.form in ("area", "whole")
)
KIND_KEYS = tuple(kind.key for kind in KINDS)
AUDIENCES: tuple[Audience, ...] = tuple(kind.audience for kind in KINDS if kind.audience)


def kind_of(key: str) -> Kind:
    """The kind of this key. Raises StopIteration for none of ours."""
    return next(kind for kind in KINDS if kind.key == key)


def survey_of(audience: str) -> Kind:
    """The kind of survey that an audience answers. Raises StopIteration for no audience."""
    return next(kind for kind in KINDS if kind.audience == audience)


def headers_of(kind: Kind, field: str) -> tuple[str, ...]:
    """The headers a field goes by in files of a kind, the usual one first."""
    words = vocabulary()
    return tuple(words["fields_of"].get(kind.key, {}).get(field) or words["fields"][field])


def field_named(kind: Kind, header: str) -> Field | None:
    """The field a header names: as a whole, without number and brackets, or by its last part under
    a merged header.
    """
    known = _fields_by_header(kind.key)
    for candidate in _keys_of(header):
        if candidate in known:
            return kind.field(known[candidate])
    if parts := two_parts(header):
        keys = {known[key] for key in map(header_key, parts[:2]) if key in known}
        if len(keys) == 1:
            return kind.field(keys.pop())
    bare = SQUARE_METRES.sub("", without_area_unit(unicodedata.normalize("NFKC", header)))
    without_unit = header_key(unit_ending(bare)[0])
    by_unit = word_meanings("fields_with_unit") if _says_unit(header) else {}
    field = kind.field(known.get(without_unit) or by_unit.get(without_unit, ""))
    return field if field and field.form in COUNTED else None


def _keys_of(header: str) -> tuple[str, ...]:
    """How a header may be known: whole, without number and brackets, by its last part under a
    merged header, by its code or its text where a tool writes 'code. text'.
    """
    last = header.rsplit("-", 1)[-1] if "-" in header else ""
    keys = (label_key(header), header_key(header), header_key(last) if last else "")
    code = CODE_AND_TEXT.fullmatch(header)
    return (*keys, *map(label_key, code.groups())) if code else keys


def _says_unit(header: str) -> bool:
    """Does a header say what its amounts are in, or the unit of its areas."""
    plain = unicodedata.normalize("NFKC", header)
    has_area = SQUARE_METRES.search(plain) or without_area_unit(plain) != plain
    return header_says(header).is_said or bool(has_area)


@cache
def _fields_by_header(kind_key: str) -> dict[str, str]:
    kind = kind_of(kind_key)
    fields_by_header: dict[str, str] = {}
    for field in kind.fields:
        for word in (*headers_of(kind, field.key), field.label):
            fields_by_header.setdefault(label_key(word), field.key)
    return fields_by_header


@cache
def _tool_columns() -> frozenset[str]:
    return frozenset(label_key(word) for word in vocabulary()["tools"]["columns"])


def is_tool_column(header: str) -> bool:
    """Does a survey tool write this column about itself rather than about the answer."""
    return any(key in _tool_columns() for key in _keys_of(header))
