"""Each exhibitor stands at one level of a view, and a level without evidence is left out."""

from __future__ import annotations

import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.customers.measures import read_measures
from analytics.customers.relation_levels import (
    NOBODY,
    VIEWS,
    Cuts,
    Prospects,
    counted,
    evidence,
    levels,
)
from analytics.customers.stages import stages
from analytics.filters import Filters
from analytics.store import Store
from analytics.wording import Say
from tests import fairs
from tests.customers import registers

FAIR = Filters("f")
NONE, USUAL = Prospects(0, 0, 0), Cuts()
LIVES = {"new": "0001", "twice": "0011", "long": "0111", "always": "1111", "missed": "0110"}
EVERYBODY = LIVES | {"gone": "0100", "back": "0101"}
ANSWERS = {
    "new": (1.0, 1.0),
    "twice": (4.0, 2.0),
    "long": (5.0, 5.0),
    "always": (5.0, 1.0),
    "back": (1.0, 5.0),
}
"""Intention and recommending at the last edition, of five."""
LARGE = {"long": {4: 900.0}, "always": {4: 80.0}} | {
    name: {4: 5.0} for name in ("new", "twice", "back")
}


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as opened:
        yield opened


def survey(store: Store) -> None:
    rows = [
        {"intention": intention, "recommend": recommend, "exhibitor_key": f"c:{name}"}
        for name, (intention, recommend) in ANSWERS.items()
    ]
    fairs.load(
        store,
        "survey",
        question_rows=fairs.questions("f-4", [], ("intention", "recommend")),
        response_rows=fairs.answers("f-4", rows),
    )


def levels_of(store: Store, cuts: Cuts = USUAL) -> dict[str, dict[str, int]]:
    """By view the level of each exhibitor."""
    with store.reader() as reader:
        now = read_measures(reader, FAIR).now
    codes = levels(now, stages(now, trust=cuts.trust, missed=cuts.missed), cuts)
    names = now["exhibitor_id"].str[2:].tolist()
    return {view: dict(zip(names, of.tolist(), strict=True)) for view, of in codes.items()}


def test_every_view_puts_each_exhibitor_where_its_rules_say(store):
    registers.load(store, EVERYBODY, LARGE)
    survey(store)
    shown = levels_of(store)
    assert shown["ladder"] == {
        "new": 0,
        "twice": 1,
        "long": 3,
        "always": 1,
        "back": 2,
        "missed": NOBODY,
        "gone": NOBODY,
    }
    assert shown["funnel"]["back"] == 5
    assert [shown["funnel"][name] for name in ("new", "twice", "always")] == [2, 3, 4]
    assert [shown["contact"][name] for name in ("new", "missed", "gone")] == [4, 2, 3]
    assert [shown["relation"][name] for name in ("new", "twice", "always", "long")] == [0, 1, 2, 3]
    assert shown["phases"] == {
        "new": 0,
        "twice": 1,
        "back": 1,
        "long": 2,
        "always": 2,
        "missed": 3,
        "gone": 3,
    }


def test_the_cuts_move_the_levels(store):
    registers.load(store, EVERYBODY, LARGE)
    survey(store)
    strict = levels_of(store, Cuts(trust=4, missed=3, yes=0.9))
    assert [strict["contact"][name] for name in ("missed", "gone")] == [2, 2]
    assert strict["funnel"]["long"] == 5
    assert strict["relation"]["long"] == 1
    assert strict["phases"]["long"] == 1


def test_what_nobody_asked_is_left_out_and_not_counted_as_no(store):
    registers.load(store, EVERYBODY)
    with store.reader() as reader:
        now = read_measures(reader, FAIR).now
    known = evidence(now, NONE)
    assert known == frozenset()
    counts = counted(levels(now, stages(now), Cuts()), NONE, known)
    by_view = {view.key: view for view in VIEWS}
    assert counts["ladder"] == [None, 3, None, None]
    assert counts["funnel"] == [None, None, 1, 2, 2, None]
    assert counts["contact"] == [None, None, 1, 1, 5]
    assert len(counts["relation"]) == len(by_view["relation"].levels)
    prospects = Prospects(9, 4, 1)
    counts = counted(levels(now, stages(now), Cuts()), prospects, evidence(now, prospects))
    assert counts["funnel"][:2] == [5, 4]
    assert counts["contact"][:2] == [8, 1]


def figures(store: Store) -> dict:
    study = next(study for study in STUDIES if study.key == "lifecycle")
    return {figure.key: figure for figure in study.figures(ask(store, study, FAIR), Say("en"))}


def test_the_page_says_which_levels_are_left_out_and_counts_prospects_once(store):
    registers.load(store, EVERYBODY, LARGE)
    shown = figures(store)["levels"]
    notes = " ".join(shown.notes)
    assert "Advocate" in notes
    assert "They need a list of prospects" in notes
    lists = [
        ("New Firm", ["rival"], None),
        ("Other", ["rival", "members"], "Li"),
        ("Firm new", [], None),
    ]
    fairs.load(
        store,
        "prospects",
        prospect_rows=[
            {
                "fair_id": "f",
                "line": line,
                "name": name,
                "name_key": name.removeprefix("Firm ").lower(),
            }
            | {"prospect_lists": on, "contact": contact}
            for line, (name, on, contact) in enumerate(lists)
        ],
    )
    rows = figures(store)["levels"].data.set_index("key")["n"]
    assert [rows[f"{view}-{at}"] for view in ("funnel", "contact") for at in (0, 1)] == [1] * 4


def test_what_those_who_stayed_away_rated_lower_is_found_and_a_like_item_is_not(store):
    came = {f"s{n}": "11" for n in range(60)} | {f"g{n}": "10" for n in range(60)}
    registers.load(store, came)
    rows = [
        {"sat": [2 + n % 2 + 2 * (name[0] == "s"), 3 + n % 3], "exhibitor_key": f"c:{name}"}
        for n, name in enumerate(came)
    ]
    fairs.load(
        store,
        "survey",
        questionnaire=fairs.items({"hall": ["light", "air"]}),
        question_rows=fairs.questions("f-1", ["light", "air"], ()),
        response_rows=fairs.answers("f-1", rows),
    )
    shown = figures(store)["decline"]
    first, second = shown.data.to_dict("records")
    assert (first["label"], first["value"]) == ("light", pytest.approx(-2.0))
    assert first["low"] < -2 < first["high"]
    assert first["p"] < 0.001
    assert second["value"] == pytest.approx(0, abs=0.1)
    assert second["p"] > 0.05
    assert shown.claim.certainty == "confirmed"
    assert "light" in figures(store)["work"].notes[0]
