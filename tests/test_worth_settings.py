"""What a fair says of its money is kept, checked, and derived where nobody said it."""

import pytest

from analytics.errors import UnknownChoice
from analytics.store import Store
from analytics.worth_settings import (
    WorthSettings,
    has_settings,
    read_margin,
    read_settings,
    save_settings,
    settings_of,
)
from tests import fairs


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as opened:
        money = {"revenue": [100.0, 300.0], "cost": [90.0, 210.0], "currency": ["CNY", "CNY"]}
        fairs.load(opened, "editions", edition_rows=fairs.editions([1, 2], **money))
        fairs.load(opened, "editions", fair="g", edition_rows=fairs.editions([1], fair="g"))
        yield opened


def test_a_fair_nobody_spoke_of_has_the_defaults(store):
    assert settings_of(store, "f") == WorthSettings()
    assert not has_settings(store, "f")


def test_what_was_said_is_kept_for_that_fair_only(store):
    chosen = WorthSettings(money="both", margin=0.35, discount=0.2, is_first_ever=True)
    save_settings(store, "f", chosen)
    assert settings_of(store, "f") == chosen
    assert settings_of(store, "g") == WorthSettings()


def test_the_editions_say_the_margin_together_where_nobody_set_one(store):
    with store.reader() as reader:
        margin = read_margin(reader, "f", WorthSettings())
        assert (margin.share, margin.source, margin.editions) == (0.25, "editions", 2)
        assert read_margin(reader, "f", WorthSettings(margin=0.4)).share == 0.4
        nothing = read_margin(reader, "g", WorthSettings())
        assert (nothing.share, nothing.source) == (1.0, "none")


def test_editions_that_lost_money_say_no_margin(store):
    fairs.load(
        store,
        "editions",
        fair="h",
        edition_rows=fairs.editions([1], fair="h", revenue=[100.0], cost=[120.0]),
    )
    with store.reader() as reader:
        margin = read_margin(reader, "h", WorthSettings())
    assert (margin.source, margin.is_loss) == ("none", True)


@pytest.mark.parametrize(
    "wrong", [{"margin": 0.0}, {"margin": 1.5}, {"discount": -0.1}, {"money": "gold"}]
)
def test_a_share_that_is_none_is_refused(store, wrong):
    with pytest.raises(UnknownChoice):
        save_settings(store, "f", WorthSettings(**wrong))


def test_values_that_cannot_be_read_count_as_not_said(store):
    for text in ("{", "[]", '{"margin": "much"}', '{"margin": 7}', '{"new": 1}'):
        store.write("insert or replace into settings values ('worth:f', $text)", text=text)
        with store.reader() as reader:
            assert read_settings(reader, "f") == WorthSettings()
