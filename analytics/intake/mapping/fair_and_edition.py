"""Which fair and edition a file goes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analytics.edition_number import FIRST_YEAR
from analytics.intake.cells.edition import edition_in
from analytics.intake.cells.text_keys import name_key, slug
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known, KnownFair
from analytics.intake.table.inspection import Inspection

NO_EDITION = ("exhibitors", "editions", "contacts", "prospects")


def fair_id_of(zh: str, en: str, ids_in_use: set[str]) -> str:
    """An id for a new fair: its English name's words, else a digest of its Chinese one; numbered
    where that is taken.
    """
    plain = slug(en or zh)
    stem = plain if en and not plain.isdigit() else f"fair-{plain}"
    return next(
        fair_id
        for fair_id in (stem, *(f"{stem}-{n}" for n in range(2, 1000)))
        if fair_id not in ids_in_use
    )


def namesake(own: Iterable[KnownFair], *names: str) -> str:
    """The fair that has one of these names (one fair must not become two); '' where none does."""
    keys = {name_key(name) for name in names if name}
    for fair in own:
        if keys & {name_key(fair.name_zh), name_key(fair.name_en)}:
            return fair.fair_id
    return ""


def needs_edition(mapping: Mapping) -> bool:
    """Is the edition to be chosen, because no column says it."""
    return mapping.kind not in NO_EDITION and mapping.field_column("edition") is None


def edition_of(mapping: Mapping, inspection: Inspection, known: Known) -> Mapping:
    """The mapping with the edition that the file's name, sheet or title mentions, where it has to
    be chosen.
    """
    if not needs_edition(mapping):
        return mapping
    number, year = edition_in(
        inspection.file_name.rsplit(".", 1)[0], inspection.sheet, *inspection.titles
    )
    return with_edition(mapping, number or year, known, year)


def with_edition(
    mapping: Mapping, number: int | None, known: Known, year: int | None = None
) -> Mapping:
    """The mapping sent to an edition by number, or by year where the number is one: 2006 is the
    edition held in 2006.
    """
    if number is not None and number >= FIRST_YEAR:
        held = next(
            (edition.number for edition in known.editions if edition.year == number), number
        )
        return replace(mapping, edition=held, year=number)
    of_known = next((edition.year for edition in known.editions if edition.number == number), None)
    return replace(mapping, edition=number, year=year or of_known)
