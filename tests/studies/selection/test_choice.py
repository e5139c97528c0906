"""Whom the dials choose, on registers that can be read by head."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.errors import NotEnough, NothingChosen
from analytics.filters import Filters
from analytics.headless_answer import as_json
from analytics.remedies import invitation, remedy
from analytics.store import Store
from analytics.wording import speaker
from tests import fairs
from tests.customers import registers

SELECTION, FAIR = study("selection"), Filters("f")
CAME = {
    "gone": "1100",
    "weak": "1110",
    "true": "0111",
    "new": "0001",
    "big": "1111",
    "odd": "1011",
}
FEES = {
    "gone": {1: 50.0, 2: 60.0},
    "weak": {3: 90.0},
    "true": {4: 40.0},
    "new": {4: 10.0},
    "big": {3: 900.0, 4: 800.0},
    "odd": {4: None},
}


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as opened:
        yield opened


@pytest.fixture
def loaded(store: Store) -> Store:
    registers.load(store, CAME, FEES)
    return store


def chosen(store: Store, **options: str) -> list[str]:
    answer = ask(store, SELECTION, FAIR, tuple(options.items()))
    return [firm.removeprefix("c:") for firm in answer.ids]


def test_without_a_dial_everybody_is_chosen_the_most_at_stake_first(loaded: Store) -> None:
    assert chosen(loaded) == ["big", "weak", "gone", "true", "new", "odd"]


def test_at_stake_is_the_latest_known_amount(loaded: Store) -> None:
    calls = ask(loaded, SELECTION, FAIR).calls.set_index("exhibitor_id")["stake"]
    assert calls["c:gone"] == 60
    assert calls["c:weak"] == 90
    assert calls["c:big"] == 800
    assert pd.isna(calls["c:odd"])


def test_dials_moved_together_must_all_fit(loaded: Store) -> None:
    assert chosen(loaded, stage="away") == ["weak", "gone"]
    assert chosen(loaded, stage="gone") == ["gone"]
    assert chosen(loaded, abc="A") == ["big"]
    assert chosen(loaded, stage="trust", abc="B") == ["true"]
    assert chosen(loaded, abc="A", reason="shrank") == ["big"]


def test_where_nobody_fits_the_way_out_is_a_dial(loaded: Store) -> None:
    with pytest.raises(NothingChosen) as caught:
        chosen(loaded, stage="gone", abc="A")
    for language in ("en", "zh"):
        sentence = invitation((), caught.value, speaker(language))
        assert sentence == remedy(caught.value, speaker(language))
    assert "back to “Any”" in invitation((), caught.value, speaker("en"))


def test_without_amounts_a_class_of_money_is_refused_and_the_rest_is_answered(
    store: Store,
) -> None:
    registers.load(store, CAME)
    assert len(chosen(store)) == len(CAME)
    assert chosen(store, stage="gone") == ["gone"]
    with pytest.raises(NothingChosen, match="amounts"):
        chosen(store, abc="A")
    figure = SELECTION.figures(ask(store, SELECTION, FAIR), speaker("en"))[0]
    assert "stake" not in figure.title


def test_without_a_register_it_says_which_file_to_load(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions(range(1, 3)))
    with pytest.raises(NothingChosen, match="participations"):
        chosen(store)


@pytest.mark.parametrize("dial", [{"rfm": "core"}, {"value": "valued"}, {"risk": "from60"}])
def test_one_edition_bears_no_class_of_a_history(store: Store, dial: dict[str, str]) -> None:
    registers.load(store, dict.fromkeys(CAME, "1"), {firm: {1: 5.0} for firm in CAME})
    assert len(chosen(store, stage="unknown")) == len(CAME)
    with pytest.raises(NotEnough):
        chosen(store, **dial)


def test_the_owner_of_an_account_chooses_too(store: Store) -> None:
    registers.load(store, CAME, FEES)
    rows = [row | {"account_owner": "Ling"} for row in registers.exhibitors(["weak", "new"])]
    fairs.load(store, "exhibitors", exhibitor_rows=rows)
    assert chosen(store, owner="Ling") == ["weak", "new"]
    with pytest.raises(NothingChosen, match="selection"):
        chosen(store, owner="Nobody of that name")


def test_fewer_than_five_are_no_count_and_no_sum(loaded: Store) -> None:
    overview, classes, calls = SELECTION.figures(
        ask(loaded, SELECTION, FAIR, (("stage", "away"),)), speaker("en")
    )
    assert overview.title == "fewer than 5 of 6 exhibitors to call."
    assert classes.data["stake"].isna().all()
    assert len(calls.data) == 2
    assert calls.data["reasons"].tolist() == [
        "missed the last edition",
        "missed two or more editions",
    ]


def test_the_command_line_gives_the_list_as_numbers(loaded: Store) -> None:
    text = as_json(loaded, "selection", FAIR, (("stage", "away"),), speaker("en"), None)
    assert '"key": "calls"' in text
    assert '"stake": 90.0' in text
