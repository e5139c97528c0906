"""Is the loop closed: on a fair that can be counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.complaints import events, topics
from analytics.complaints.events import NewComplaint
from analytics.errors import NothingChosen
from analytics.filters import Filters
from analytics.key_numbers.row import of_store
from analytics.stats.service_recovery import Tally
from analytics.store import Store
from analytics.studies.complaints.compute_recovery import recovered_from
from analytics.wording import LANGUAGES, Say, speaker
from tests import fairs

COMPLAINTS, FAIR, EN = study("complaints"), Filters("f"), Say("en")
FIRMS = 40


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Forty firms at the first of two editions; of the ten that complained and were content nine
    came again, of the ten that were not three, of the others all.
    """
    monkeypatch.setenv("EXPOLENS_TODAY", "2026-05-31")
    with Store(tmp_path) as opened:
        fairs.load(opened, "editions", edition_rows=fairs.editions([1, 2]))
        came = [n for n in range(FIRMS) if n != 9 and not 13 <= n < 20]
        fairs.load(
            opened,
            "participations",
            exhibitor_rows=[
                {"fair_id": "f", "line": n, "name": f"Firm {n}", "name_key": f"firm{n}"}
                for n in range(FIRMS)
            ],
            participation_rows=[
                {"edition_id": f"f-{number}", "line": n, "exhibitor_key": f"n:firm{n}"}
                for number, firms in ((1, range(FIRMS)), (2, came))
                for n in firms
            ],
        )
        yield opened


def row(n: int, **values: Any) -> dict[str, Any]:
    plain = {"edition_id": "f-1", "line": n, "exhibitor_key": f"n:firm{n}"}
    return plain | {"exhibitor_name": f"Firm {n}", "received_on": date(2026, 5, 1)} | values


def loaded(store: Store) -> None:
    closed = {"resolved_on": date(2026, 5, 4)}
    rows = [row(n, topic="Wi-Fi", outcome="satisfied", **closed) for n in range(10)]
    rows += [row(n, topic="WIFI", outcome="unsatisfied", **closed) for n in range(10, 15)]
    rows += [row(n, topic="noise", channel="phone") for n in range(15, 20)]
    fairs.load(store, "complaints", complaint_rows=rows)


def figures(store: Store, language: str = "en") -> dict[str, Any]:
    shown = COMPLAINTS.figures(ask(store, COMPLAINTS, FAIR), speaker(language))
    return {figure.key: figure for figure in shown}


def test_open_and_closed_are_counted_and_the_loop_is_a_key_number(store: Store) -> None:
    loaded(store)
    shown = figures(store)
    assert shown["overview"].claim.text == "5 of 20 complaints are open."
    counts = shown["overview"].data.set_index("series")["value"]
    assert counts["Closed, satisfied"] == 10
    assert counts["Closed, not satisfied"] == counts["Open"] == 5
    number = {number.key: number for number in of_store(store, FAIR, EN)}["complaints"]
    assert (number.value, number.base) == ("5", "of 20 complaints on file")


def test_time_to_closing_counts_the_open_ones(store: Store) -> None:
    loaded(store)
    assert "Half were closed within 3 days" in figures(store)["resolution"].finding
    points = figures(store)["resolution"].data.set_index("x")["value"]
    assert points["0"] == 1
    assert points["30"] == 0.25


def test_spellings_are_one_topic_by_a_rule_and_others_by_what_was_said(store: Store) -> None:
    loaded(store)
    shown = figures(store)["topics"]
    assert shown.data["value"].tolist() == [15, 5]
    assert "1 other spellings" in shown.notes[0]
    topics.join(store, "f", "noise", "wifi")
    assert figures(store)["topics"].data["value"].tolist() == [20]
    topics.part(store, "f", "noise")
    assert len(figures(store)["topics"].data) == 2


def test_who_was_made_content_came_back_more_often_and_the_caveat_is_said(store: Store) -> None:
    loaded(store)
    recovered = ask(store, COMPLAINTS, FAIR).recovered
    groups = {key: (share.count, share.n) for key, share in recovered.returns.groups.items()}
    assert groups == {"satisfied": (9, 10), "unsatisfied": (3, 10), "never": (20, 20)}
    shown = figures(store)["recovery"]
    assert shown.claim.text == "Of complainers made content 90% came back, of the others 30%."
    assert shown.claim.certainty == "a sign"
    assert "not drawn by lot" in shown.notes[0]


def test_the_worst_outcome_of_an_edition_counts(store: Store) -> None:
    loaded(store)
    fairs.load(store, "complaints", complaint_rows=[row(0, topic="heat")])
    groups = ask(store, COMPLAINTS, FAIR).recovered.returns.groups
    assert (groups["satisfied"].n, groups["unsatisfied"].n) == (9, 11)


def test_closed_nobody_knows_how_is_in_no_group() -> None:
    rows = [
        {"industry": "", "outcome": outcome, "n": 6, "came": 3}
        | {"answers": 0, "total": 0.0, "squares": 0.0}
        for outcome in ("satisfied", "unsatisfied", "unknown")
    ]
    recovered = recovered_from(rows)
    assert recovered.unknown == 6
    assert recovered.returns.strata[""]["satisfied"] == Tally(6, 3)
    assert recovered.score_difference is None


def test_impossible_days_are_left_out_and_counted_and_the_complaints_are_not(store: Store) -> None:
    loaded(store)
    odd = [
        row(30, topic="a", received_on=None),
        row(31, topic="b", resolved_on=date(2026, 4, 1)),
        row(99, topic="c", exhibitor_key="n:nobody", exhibitor_name="Nobody"),
    ]
    fairs.load(store, "complaints", complaint_rows=odd)
    shown = figures(store)
    assert shown["overview"].claim.text == "7 of 23 complaints are open."
    assert "1 complaints name an exhibitor that no register has" in shown["overview"].notes[0]
    assert "1 have no day of receiving. 1 were closed before" in shown["resolution"].notes[0]


def test_an_owner_who_left_is_said(store: Store) -> None:
    store.write("insert into users values ('ann@x.example', 'importer', false)")
    complaint = NewComplaint("f-1", date(2026, 5, 2), "x", owner="ann@x.example")
    events.enter(store, "f", complaint, "bob@x.example")
    shown = figures(store)["owners"]
    assert shown.data["state"].tolist() == ["has left"]
    assert "People who left and still have open ones: 1." in shown.finding
    assert "owners" in COMPLAINTS.names_people


def test_without_a_complaint_it_says_which_file_or_page_brings_one(store: Store) -> None:
    with pytest.raises(NothingChosen) as caught:
        ask(store, COMPLAINTS, FAIR)
    assert caught.value.what == "complaints"


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_complaint_alone_is_enough_for_a_page(store: Store, language: str) -> None:
    events.enter(store, "f", NewComplaint("f-2", date(2026, 5, 2), "x"), "bob@x.example")
    assert set(figures(store, language)) == {
        "overview",
        "waiting",
        "rates",
        "topics",
        "owners",
    }
