"""An edition is held after its last day, or as somebody says; the day is that of the one clock."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from analytics import clock
from analytics.store import Store
from tests import fairs

LAST_DAYS = (date(2026, 10, 13), date(2027, 10, 13))


def fair(folder: Path, **more: Any) -> Store:
    """Two editions with two exhibitors each; the second is over in October 2027."""
    store = Store(folder)
    rows = fairs.editions([7, 8], ends_on=LAST_DAYS, **more)
    fairs.load(store, "editions", edition_rows=rows)
    taking_part = [
        {"edition_id": f"f-{edition}", "line": n, "exhibitor_key": f"n:{n}", "exhibitor_name": n}
        for edition in (7, 8)
        for n in ("a", "b")
    ]
    for line, row in enumerate(taking_part, 2):
        row["line"] = line
    names = [
        {"fair_id": "f", "line": n, "name": name, "name_key": name}
        for n, name in enumerate(("a", "b"), 2)
    ]
    fairs.load(store, "participations", participation_rows=taking_part, exhibitor_rows=names)
    return store


def held(store: Store) -> dict[int, bool]:
    with store.reader() as reader:
        rows = reader.rows("select number, is_held from editions order by number")
    return {row["number"]: row["is_held"] for row in rows}


def taking_part(store: Store) -> list[str]:
    with store.reader() as reader:
        rows = reader.rows("select distinct edition_id from participations order by 1")
    return [row["edition_id"] for row in rows]


@pytest.fixture(autouse=True)
def _dates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fairs.TYPES, "ends_on", pa.date32())
    monkeypatch.setenv(clock.SETTING, "2026-12-01")


def test_an_edition_to_come_is_not_held_and_its_bookings_are_no_participations(
    tmp_path: Path,
) -> None:
    with fair(tmp_path) as store:
        assert held(store) == {7: True, 8: False}
        assert taking_part(store) == ["f-7"]


def test_an_edition_is_held_when_somebody_says_so_before_its_last_day(tmp_path: Path) -> None:
    with fair(tmp_path, held=(False, True)) as store:
        assert held(store) == {7: False, 8: True}


def test_the_day_after_its_last_an_edition_is_held_without_a_word_and_answers_are_asked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fair(tmp_path) as store:
        before = store.version
        monkeypatch.setenv(clock.SETTING, "2027-10-13")
        assert held(store)[8] is False
        assert store.version == before
        monkeypatch.setenv(clock.SETTING, "2027-10-14")
        assert held(store)[8] is True
        assert store.version > before
        assert taking_part(store) == ["f-7", "f-8"]


def test_an_edition_of_a_year_to_come_is_not_held(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        rows = fairs.editions([1, 2, 3])
        for row, year in zip(rows, (2026, 2027, None), strict=True):
            row["year"] = year
        fairs.load(store, "editions", edition_rows=rows)
        assert held(store) == {1: True, 2: False, 3: True}


def test_amounts_of_several_currencies_are_never_added(tmp_path: Path) -> None:
    amounts = [("a", 100.0, "CNY"), ("b", 50.0, "CNY"), ("c", 30.0, "USD"), ("a", 7.0, "USD")]
    amounts.append(("b", 10.0, "CNY"))
    rows = [
        {"edition_id": "f-1", "line": n, "exhibitor_key": f"n:{name}", "fee": fee, "currency": sign}
        for n, (name, fee, sign) in enumerate(amounts, 2)
    ]
    names = [{"fair_id": "f", "line": 2, "name": name, "name_key": name} for name in "abc"]
    with Store(tmp_path) as store:
        fairs.load(store, "editions", edition_rows=fairs.editions([1]))
        fairs.load(store, "participations", participation_rows=rows, exhibitor_rows=names)
        slice_of_fair = {"fair": "f", "editions": None, "industries": None, "regions": None}
        with store.reader() as reader:
            fees = reader.rows(
                "select name, fee from chosen_participations($slice) order by name",
                slice=slice_of_fair | {"segment": None},
            )
            sums = reader.rows(
                "select currency, fees, fee from amounts_by_currency('f') order by 1"
            )
    assert {row["name"]: row["fee"] for row in fees} == {"a": 100.0, "b": 60.0, "c": None}
    assert [tuple(row.values()) for row in sums] == [("CNY", 2, 160.0), ("USD", 1, 30.0)]


def counted(store: Store) -> list[tuple[Any, Any]]:
    with store.reader() as reader:
        rows = reader.rows("select day, visitors from attendance order by day nulls first")
    return [(row["day"].day if row["day"] else None, row["visitors"]) for row in rows]


def test_files_of_single_days_stand_beside_each_other_and_a_count_for_all_days_replaces_them(
    tmp_path: Path,
) -> None:
    def load(day: date | None, visitors: int) -> None:
        row = {"edition_id": "f-1", "line": 2, "audience": "visitor", "visitors": visitors}
        fairs.load(store, "attendance", attendance_rows=[row | {"day": day}])

    with Store(tmp_path) as store:
        fairs.load(store, "editions", edition_rows=fairs.editions([1]))
        load(date(2026, 10, 1), 100)
        load(date(2026, 10, 2), 200)
        load(date(2026, 10, 1), 150)
        assert counted(store) == [(1, 150), (2, 200)]
        load(None, 500)
        assert counted(store) == [(None, 500)]
        load(date(2026, 10, 3), 70)
        assert counted(store) == [(3, 70)]
