"""Drafts made in a test, with the suggested mapping."""

from __future__ import annotations

from dataclasses import replace

from analytics.intake.load.draft import Draft
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import know
from analytics.intake.mapping.suggest import suggest
from analytics.store import Store
from tests.intake.files import csv_text

SURVEY = csv_text(
    "问卷编号,场馆硬件-空调通风,总体满意度", *(f"q{n},{n % 5 + 1},{n % 5 + 1}" for n in range(10))
)


def drafted(
    store: Store, data: str = SURVEY, name: str = "参展商调查_第8届.csv"
) -> tuple[Draft, Mapping]:
    draft = Draft.create(name, data.encode())
    inspection = draft.inspect()
    with store.reader() as reader:
        known = know(reader, "f")
    return draft, replace(suggest(inspection, known), fair_id="f", fair_zh="展会", fair_en="Fair")
