"""Only what somebody changed in a file changes, and what is doubtful is asked, never silent."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.errors import ChangedMeanwhile, Unreadable
from analytics.round_trip.carry_out import carry_out, take_back
from analytics.round_trip.changes import Changes
from analytics.store import Store, hand_edits
from tests.round_trip.conftest import CHECK, KEY, cell, compared, load_register, taken


def edits(edited: Changes) -> list[tuple[str, str, str | None, str | None, str]]:
    return [(edit.name, edit.field, edit.before, edit.after, edit.state) for edit in edited.edits]


def reasons(edited: Changes) -> list[str]:
    return sorted({remark.reason for remark in edited.remarks})


def by_hand(store: Store, exhibitor: str, **values: str | None) -> None:
    store.carry_out(lambda cursor: hand_edits.edit(cursor, "f", exhibitor, values, {}, "anna"))


def field_of(store: Store, name: str, field: str) -> str | None:
    with store.reader() as reader:
        rows = reader.rows("select * from exhibitors where name = $name", name=name)
    return rows[0][field] if rows else None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_file_that_nobody_touched_changes_nothing(store: Store, language: str) -> None:
    edited = compared(store, taken(store, language))
    assert (edited.edits, edited.entries, edited.remarks, edited.stale) == ((), (), (), 0)
    assert edited.rows == 4


def test_cells_changed_and_emptied_are_shown_with_both_values(store: Store) -> None:
    table = cell(taken(store), "Alpha Ltd", "Region", "South")
    table = cell(cell(table, "甲公司", "Region", None), "=Beta", "Enterprise or individual", "个人")
    assert sorted(edits(compared(store, table))) == [
        ("=Beta", "kind", None, "individual", "changed"),
        ("Alpha Ltd", "region", "North", "South", "changed"),
        ("甲公司", "region", "North", None, "emptied"),
    ]


def test_columns_moved_and_taken_away_a_sheet_renamed_and_rows_sorted_change_nothing(
    store: Store,
) -> None:
    table = taken(store)
    moved = table[list(reversed(table.columns))].drop(columns=["Country"]).iloc[::-1]
    edited = compared(store, moved, "edited.xlsx")
    assert edits(edited) == []
    assert [(each.reason, each.column) for each in edited.remarks] == [("column_absent", "country")]


def test_a_newer_value_of_the_register_is_asked_about_field_by_field(store: Store) -> None:
    table = cell(taken(store), "Alpha Ltd", "Region", "South")
    by_hand(store, "n:alphaltd", region="West", industry="Tools")
    edited = compared(store, table)
    (edit,) = edited.edits
    assert (edit.before, edit.after, edit.state, edit.actor) == ("West", "South", "newer", "anna")
    assert (edited.safe_edits, edited.stale) == ((), 1)


def test_last_years_file_brings_no_old_value_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPOLENS_TODAY", "2025-11-30")
    table = cell(taken(store), "甲公司", "Account owner", "Li")
    monkeypatch.setenv("EXPOLENS_TODAY", "2026-12-01")
    load_register(store, region="Centre")
    edited = compared(store, table)
    assert edits(edited) == [("甲公司", "account_owner", None, "Li", "changed")]
    assert str(edited.taken_on) == "2025-11-30"
    assert edited.stale == 4


def test_without_the_check_every_difference_is_asked_about(store: Store) -> None:
    table = cell(taken(store), "Alpha Ltd", "Region", "South").drop(columns=[CHECK])
    edited = compared(store, table)
    assert edits(edited) == [("Alpha Ltd", "region", "North", "South", "unsure")]
    assert "no_check" in reasons(edited)


def test_columns_sorted_apart_are_seen_and_nothing_of_the_row_is_taken(store: Store) -> None:
    table = taken(store)
    table[KEY] = list(reversed(table[KEY].tolist()))
    edited = compared(store, table)
    assert edits(edited) == []
    assert reasons(edited) == ["check_of_another_row"]


def test_new_rows_are_entered_and_those_there_already_are_told(store: Store) -> None:
    rows = [
        {"Company": "Delta Tools Co., Ltd.", "Region": "East"},
        {"Company": "ALPHA LTD"},
        {"Company": "Delta Tools Co., Ltd."},
        {"Region": "East"},
    ]
    table = pd.concat([taken(store), pd.DataFrame(rows)], ignore_index=True)
    edited = compared(store, table)
    assert [entry.values for entry in edited.entries] == [
        {"name": "Delta Tools Co., Ltd.", "region": "East"}
    ]
    assert reasons(edited) == ["already_there", "new_without_name"]
    carry_out(store, "f", (), edited.entries, "ben")
    assert field_of(store, "Delta Tools Co., Ltd.", "region") == "East"


def test_a_new_firm_that_looks_like_one_of_the_register_is_asked_about(store: Store) -> None:
    load_register(store)
    table = pd.concat(
        [taken(store), pd.DataFrame([{"Company": "Alpha Limited Company"}])], ignore_index=True
    )
    edited = compared(store, table)
    assert [entry.like for entry in edited.entries] == [("Alpha Ltd",)]
    assert edited.safe_entries == ()


def test_what_cannot_be_taken_is_told_line_by_line(store: Store) -> None:
    by_hand(store, "n:gammaworks", account_owner="013800001111")
    table = taken(store)
    table["Colour"] = "red"
    table = cell(table, "甲公司", "Exhibitor code", "999")
    table = cell(table, "Gamma Works", "Account owner", "13800001111")
    table = cell(table, "=Beta", "Enterprise or individual", "both")
    table = cell(table, "Alpha Ltd", "Company", None)
    table = pd.concat(
        [table, pd.DataFrame([{KEY: "c:404", "Company": "X"}, {KEY: "n:=beta", "Company": "Y"}])],
        ignore_index=True,
    )
    edited = compared(store, table)
    assert edits(edited) == []
    assert reasons(edited) == [
        "cell_closed",
        "cell_damaged",
        "column_unknown",
        "key_twice",
        "key_unknown",
        "needed_emptied",
    ]


def test_a_column_that_stands_twice_changes_nothing(store: Store) -> None:
    table = cell(taken(store), "Alpha Ltd", "Region", "South")
    table.insert(2, "Region", "East", allow_duplicates=True)
    edited = compared(store, table)
    assert edits(edited) == []
    assert [(each.reason, each.column) for each in edited.remarks] == [("column_twice", "region")]


def test_rows_left_out_stay_in_the_register(store: Store) -> None:
    edited = compared(store, taken(store).head(3))
    assert [(each.reason, each.count) for each in edited.remarks] == [("rows_absent", 1)]


def test_a_row_joined_to_another_since_leads_to_that(store: Store) -> None:
    table = cell(taken(store), "Gamma Works", "Region", "South")
    store.merge("f", "n:alphaltd", "n:gammaworks", "anna")
    assert [edit.key for edit in compared(store, table).edits] == ["n:alphaltd"]


def test_one_undo_takes_the_whole_round_trip_back(store: Store) -> None:
    table = cell(cell(taken(store), "Alpha Ltd", "Region", "South"), "=Beta", "Company", "Beta AG")
    table = pd.concat([table, pd.DataFrame([{"Company": "Delta"}])], ignore_index=True)
    before = taken(store)
    edited = compared(store, table)
    act = carry_out(store, "f", edited.edits, edited.entries, "ben")
    assert field_of(store, "Alpha Ltd", "region") == "South"
    assert field_of(store, "Beta AG", "region") == "North"
    assert compared(store, taken(store)).edits == ()
    take_back(store, act, "ben")
    pd.testing.assert_frame_equal(taken(store), before)


def test_what_moved_since_it_was_shown_is_not_overwritten(store: Store) -> None:
    edited = compared(store, cell(taken(store), "Alpha Ltd", "Region", "South"))
    by_hand(store, "n:alphaltd", region="West")
    with pytest.raises(ChangedMeanwhile):
        carry_out(store, "f", edited.edits, (), "ben")
    assert field_of(store, "Alpha Ltd", "region") == "West"


def test_a_file_of_something_else_is_refused(store: Store) -> None:
    with pytest.raises(Unreadable) as caught:
        compared(store, pd.DataFrame({"Company": ["A"], "Region": ["B"]}))
    assert caught.value.reason == "no_round_trip"


def test_long_texts_and_texts_in_three_scripts_come_back_as_they_went(store: Store) -> None:
    by_hand(store, "n:alphaltd", name_en="x" * 10_000, ownership="民營 · Частная; =1+1\tприват")
    assert edits(compared(store, taken(store))) == []
    assert edits(compared(store, taken(store), "edited.xlsx")) == []
