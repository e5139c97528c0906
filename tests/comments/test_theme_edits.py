"""Changes of themes: carried out in order, undone as if they had never been, by whom and when."""

from __future__ import annotations

import pytest

from analytics.comments import theme_edits
from analytics.comments.dictionary import Theme, dictionary_of
from analytics.comments.reading import mentions
from analytics.errors import UnknownChoice
from analytics.store import Store
from analytics.wording import Name

WHO = "anna@example.com"


def themes(store: Store, fair: str = "f") -> dict[str, Theme]:
    with store.reader() as reader:
        return {theme.key: theme for theme in theme_edits.themes_of(reader, fair)}


def named(store: Store, text: str) -> set[str]:
    return {each.theme for each in mentions(text, dictionary_of(themes(store).values()))}


def test_a_renamed_theme_keeps_its_words_and_the_name_is_this_fairs_only(store: Store):
    theme_edits.rename(store, "f", "costs", Name("价钱", ""), WHO)
    assert themes(store)["costs"].name == Name("价钱", "价钱")
    assert themes(store, "g")["costs"].name != Name("价钱", "价钱")
    assert named(store, "太贵") == {"costs"}


def test_words_are_added_and_removed_however_they_are_written(store: Store):
    theme_edits.add_words(store, "f", "internet", ["Star-Link"], WHO)
    theme_edits.remove_words(store, "f", "internet", ["ＷｉＦｉ", "wi-fi"], WHO)
    assert named(store, "starlink star link") == {"internet"}
    assert named(store, "wifi") == set()


def test_merged_themes_are_one_and_a_dropped_one_is_looked_for_no_longer(store: Store):
    theme_edits.merge(store, "f", "parking", "transport", WHO)
    theme_edits.drop(store, "f", "noise", WHO)
    assert named(store, "停车场太小") == {"transport"}
    assert named(store, "太吵了") == set()


def test_a_theme_that_somebody_makes_is_found_and_undone(store: Store):
    key = theme_edits.create(store, "f", Name("机器人", "Robots"), ["导览机器人"], "other", WHO)
    assert named(store, "导览机器人不好用") == {key}
    with store.reader() as reader:
        edit = theme_edits.read_edits(reader, "f")[-1]
    assert (edit.actor, edit.kind, edit.undone_at) == (WHO, "create", None)
    theme_edits.undo(store, "f", edit.edit_id, "bob@example.com")
    assert key not in themes(store)
    with store.reader() as reader:
        undone = theme_edits.read_edits(reader, "f")[-1]
    assert undone.undone_by == "bob@example.com"
    with pytest.raises(UnknownChoice):
        theme_edits.undo(store, "f", edit.edit_id, WHO)


def test_an_undone_change_is_as_if_it_had_never_been_and_later_ones_stay(store: Store):
    theme_edits.drop(store, "f", "noise", WHO)
    theme_edits.rename(store, "f", "costs", Name("价钱", "Money"), WHO)
    theme_edits.undo(store, "f", 1, WHO)
    assert "noise" in themes(store)
    assert themes(store)["costs"].name.en == "Money"


def test_a_change_of_a_theme_that_is_gone_does_nothing(store: Store):
    theme_edits.merge(store, "f", "parking", "transport", WHO)
    theme_edits.merge(store, "f", "transport", "hotels", WHO)
    theme_edits.undo(store, "f", 1, WHO)
    assert {"parking", "hotels"} <= themes(store).keys()
    assert "transport" not in themes(store)


def test_a_new_theme_never_takes_the_key_of_an_undone_one(store: Store):
    first = theme_edits.create(store, "f", Name("甲", ""), ["机器人"], "other", WHO)
    theme_edits.undo(store, "f", 1, WHO)
    second = theme_edits.create(store, "f", Name("乙", ""), ["无人车"], "other", WHO)
    assert first != second


@pytest.mark.parametrize(
    "change",
    [
        lambda store: theme_edits.rename(store, "f", "nothing", Name("a", ""), WHO),
        lambda store: theme_edits.rename(store, "f", "costs", Name(" ", ""), WHO),
        lambda store: theme_edits.add_words(store, "f", "costs", ["…", " "], WHO),
        lambda store: theme_edits.merge(store, "f", "costs", "costs", WHO),
        lambda store: theme_edits.merge(store, "f", "costs", "nothing", WHO),
        lambda store: theme_edits.create(store, "f", Name("a", ""), ["b"], "nowhere", WHO),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_noted(store: Store, change):
    with pytest.raises(UnknownChoice):
        change(store)
    with store.reader() as reader:
        assert theme_edits.read_edits(reader, "f") == []
