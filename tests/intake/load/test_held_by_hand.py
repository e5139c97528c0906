"""A list of exhibitors never takes the place of what was written by hand unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.intake.load.draft import Draft
from analytics.intake.load.held_by_hand import HeldByHand
from analytics.intake.load.outcome import as_json, fault_of
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.intake.load.take_in import check, take_in
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import know
from analytics.intake.mapping.suggest import suggest
from analytics.people import Person
from analytics.registers import writing
from analytics.store import Store
from analytics.wording import speaker
from tests.intake.files import csv_text

WHO = Person("li@f", "importer")
HEAD = "企业名称,行业,企业性质,客户经理"


def drafted(store: Store, *lines: str) -> tuple[Draft, Mapping]:
    draft = Draft.create("展商名录.csv", csv_text(HEAD, *lines).encode())
    with store.reader() as reader:
        mapping = suggest(draft.inspect(), know(reader, "f"), "exhibitors")
    return draft, replace(mapping, fair_id="f", fair_zh="展会", fair_en="Fair")


def field(store: Store, name: str) -> str | None:
    with store.reader() as reader:
        return reader.value(f"select {name} from exhibitors where name = '甲公司'")


@pytest.fixture
def edited(store: Store) -> Store:
    take_in(store, *drafted(store, "甲公司,五金,民营,小王", "乙公司,玩具,民营,小王"), "anna")
    writing.edit(store, WHO, "f", "n:甲公司", {"industry": "照明", "account_owner": "小李"}, {})
    return store


LATER = ("甲公司,五金,国有,小张", "乙公司,家具,民营,小王")


def test_it_asks_field_by_field_and_stores_nothing_before(edited: Store) -> None:
    for ask in (check, lambda *asked: take_in(*asked, "anna")):
        with pytest.raises(HeldByHand) as caught:
            ask(edited, *drafted(edited, *LATER))
        assert caught.value.counts == {"account_owner": 1, "industry": 1}
    assert "industry" in refusal_text(caught.value, speaker("en")).casefold()
    answer = as_json(edited, {"state": "failed", "fault": caught.value}, "x.csv")
    assert fault_of(answer["fault"]).__dict__ == caught.value.__dict__
    assert (field(edited, "ownership"), len(edited.history())) == ("民营", 1)


def test_what_holds_is_said_for_each_field_and_the_receipt_names_it(edited: Store) -> None:
    draft, mapping = drafted(edited, *LATER)
    verdict = replace(mapping, holds=("industry:file", "account_owner:hand"))
    assert Mapping.loads(verdict.dumps()).held_fields == verdict.held_fields
    receipt = take_in(edited, draft, verdict, "anna")
    values = [field(edited, name) for name in ("industry", "account_owner", "ownership")]
    assert values == ["五金", "小李", "国有"]
    reasons = {finding.reason for finding in edited.findings(receipt.import_id)}
    assert {"held_by_hand", "taken_over_from_hand"} <= reasons
    edited.undo(receipt.import_id, "anna")
    assert field(edited, "industry") == "照明"


def test_accepting_what_is_suggested_keeps_what_was_written_by_hand(edited: Store) -> None:
    draft, mapping = drafted(edited, *LATER)
    receipt = take_in(edited, draft, replace(mapping, accepts_guesses=True), "anna")
    assert (field(edited, "industry"), field(edited, "account_owner")) == ("照明", "小李")
    held = [f for f in edited.findings(receipt.import_id) if f.reason == "held_by_hand"]
    assert [(f.column, f.value, f.details["by_hand"]) for f in held] == [
        ("客户经理", "小张", "小李"),
        ("行业", "五金", "照明"),
    ]


def test_a_file_that_says_the_same_is_not_asked_about(edited: Store) -> None:
    receipt = take_in(edited, *drafted(edited, "甲公司,照明,民营,小李"), "anna")
    assert not [f for f in edited.findings(receipt.import_id) if "hand" in f.reason]
