"""Prospects are held against the register and each other; what people say wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.load.prospect_entry import Entry, enter
from analytics.matching import prospects
from analytics.matching.pairs import CompanyNames, duplicates, match
from analytics.matching.prospect_comparison import ProspectPairs, compared_in_a_child
from analytics.matching.prospects import Settled
from analytics.store import Store
from tests import fairs

HERE, GONE = "广州市明辉五金有限公司", "佛山市美家电器厂"
BRANCH, NEW, AGAIN = (
    "广州市明辉五金有限公司上海分公司",
    "宁波海涛文具有限公司",
    "寧波海濤文具有限公司",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path) as opened:
        for edition, names in ((1, (HERE, GONE)), (2, (HERE,))):
            fairs.load(
                opened,
                "participations",
                edition_rows=fairs.editions([edition]),
                exhibitor_rows=[
                    {"fair_id": "f", "line": n, "name": name, "name_key": name}
                    for n, name in enumerate(names)
                ],
                participation_rows=[
                    {"edition_id": f"f-{edition}", "line": n, "exhibitor_key": f"n:{name}"}
                    for n, name in enumerate(names)
                ],
            )
        yield opened


def here(names: Sequence[CompanyNames], register: Sequence[CompanyNames]) -> ProspectPairs:
    return ProspectPairs(tuple(match(names, register)), tuple(duplicates(names)))


def add(store: Store, name: str, *lists: str, seen_at: tuple[str, ...] = ()) -> int:
    return enter(store, "f", Entry(name, lists, seen_at), "anna").import_id


def look(store: Store, compare: prospects.Compare = here) -> dict[str, Settled]:
    with store.reader() as reader:
        pairs = prospects.suspected(reader, "f", compare)
        return {firm.prospect.name: firm for firm in prospects.sorted_out(reader, "f", pairs)}


def test_an_exhibitor_is_no_prospect_and_a_likeness_is_asked_about(store: Store) -> None:
    for name in ("廣州市明輝五金有限公司", BRANCH, NEW, AGAIN):
        add(store, name, "directories")
    firms = look(store)
    known = firms["廣州市明輝五金有限公司"]
    assert known.state == "exhibitor"
    assert known.exhibitor
    assert [edition.year for edition in known.exhibitor.editions] == [1999, 2000]
    assert [pair.kept.name for pair in firms[BRANCH].pairs if pair.kept][:1] == [HERE]
    assert (firms[BRANCH].state, firms[NEW].state, firms[AGAIN].state) == ("ask", "new", "same")


def test_what_somebody_says_of_a_pair_wins_and_is_taken_back(store: Store) -> None:
    add(store, BRANCH, "enquiries")
    keys = (f"p:{BRANCH}", f"n:{HERE}")
    for verdict, state in (("different", "new"), ("same", "exhibitor")):
        prospects.decide(store, "f", keys, verdict, "anna")  # type: ignore[arg-type]
        assert look(store)[BRANCH].state == state
    with store.reader() as reader:
        assert [answer.verdict for answer in prospects.answers(reader, "f")] == ["same"]
    prospects.take_back(store, "f", keys, "anna")
    assert look(store)[BRANCH].state == "ask"


def test_a_firm_on_two_lists_is_one_firm_that_counts_in_both(store: Store) -> None:
    add(store, NEW, "directories")
    number = add(store, NEW, "enquiries", seen_at=("Canton Fair",))
    firm = look(store)[NEW].prospect
    assert (firm.prospect_lists, firm.seen_at) == (("directories", "enquiries"), ("Canton Fair",))
    counts = {row["key"]: row["new"] for row in prospects.counts_by_list(look(store).values())}
    assert counts == {"directories": 1, "enquiries": 1}
    store.undo(number, "anna")
    assert look(store)[NEW].prospect.prospect_lists == ("directories",)


def test_two_lists_follow_from_the_register(store: Store) -> None:
    with store.reader() as reader:
        lists = prospects.register_lists(reader, "f")
    assert (lists.current, lists.lapsed, lists.never) == (1, 1, 0)


def test_a_prospect_that_comes_is_an_exhibitor_from_then_on(store: Store) -> None:
    add(store, NEW, "association_members")
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[{"fair_id": "f", "line": 2, "name": NEW, "name_key": NEW}],
    )
    firm = look(store)[NEW]
    assert firm.state == "exhibitor"
    assert firm.exhibitor
    assert firm.exhibitor.editions == ()


def test_the_child_says_what_the_comparison_here_says(store: Store) -> None:
    for name in (HERE, BRANCH, NEW, AGAIN):
        add(store, name, "directories")
    with store.reader() as reader:
        answers = [prospects.suspected(reader, "f", how) for how in (here, compared_in_a_child)]
    alone = tuple(pair for pair in answers[0].of_register if pair.kept)
    assert answers[1] == ProspectPairs(alone, answers[0].among)


def test_the_same_entry_twice_is_one_and_a_name_is_needed(store: Store) -> None:
    assert add(store, NEW, "directories") == add(store, NEW, "directories")
    with pytest.raises(Unreadable):
        add(store, " \u200b ", "directories")
