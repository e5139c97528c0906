"""The filter bar, the chips and the address say the same thing."""

import pytest
from streamlit.testing.v1 import AppTest

from analytics import fairs
from analytics.folders import ROOT
from analytics.store import Store
from tests import fairs as fairs_in_tests
from tests.ui.conftest import Open, load_fair, words_on
from ui.frame.filters import distinct
from ui.server import answer_cache, demo_fair


def address(at) -> dict[str, list[str]]:
    return {
        name: [value] if isinstance(value, str) else value
        for name, value in at.query_params.items()
    }


def test_a_fresh_reader_sees_the_whole_fair_and_an_address_that_says_so(
    store: Store, open_app: Open
) -> None:
    at = open_app()
    assert not at.exception
    assert address(at) == {"lang": ["en"], "fair": ["f"]}
    assert at.multiselect(key="editions").value == []


def test_a_choice_in_the_bar_lands_in_the_address(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction")
    at.multiselect(key="editions").set_value(["f-2"]).run()
    at.multiselect(key="industries").set_value(["Toys"]).run()
    assert address(at) == {"lang": ["en"], "fair": ["f"], "edition": ["f-2"], "industry": ["Toys"]}


def test_a_link_sets_the_bar(store: Store, open_app: Open) -> None:
    at = open_app(
        "satisfaction", lang="zh", edition=["f-1", "f-2"], region="North", profile__size="big"
    )
    assert at.multiselect(key="editions").value == ["f-1", "f-2"]
    assert at.multiselect(key="regions").value == ["North"]
    assert at.multiselect(key="profile.size").value == ["big"]
    assert at.segmented_control(key="language").value == "zh"


def test_the_language_switch_keeps_everything(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", lang="en", edition="f-2", region="North")
    at.segmented_control(key="language").set_value("zh").run()
    assert address(at) == {"lang": ["zh"], "fair": ["f"], "edition": ["f-2"], "region": ["North"]}
    assert at.multiselect(key="editions").value == ["f-2"]
    assert at.multiselect(key="editions").label == "届次"


def test_filters_survive_a_change_of_page(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", edition="f-2", lang="en")
    at.switch_page("../pages/trends.py").run()
    assert at.multiselect(key="editions").value == ["f-2"]
    assert address(at)["edition"] == ["f-2"]


def test_filters_survive_a_visit_to_a_page_without_them(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", edition="f-2", lang="en")
    at.switch_page("../pages/settings.py").run()
    assert not at.multiselect
    at.switch_page("../pages/satisfaction.py").run()
    assert at.multiselect(key="editions").value == ["f-2"]


def test_a_click_on_a_chip_removes_its_filter_only(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", edition="f-2", region="North", lang="en")
    at.button(key="chip-0").click().run()
    assert at.multiselect(key="editions").value == []
    assert at.multiselect(key="regions").value == ["North"]


def test_show_everything_removes_all_filters_and_keeps_the_language(
    store: Store, open_app: Open
) -> None:
    at = open_app("satisfaction", edition="f-2", region="North", lang="zh")
    at.button(key="reset").click().run()
    assert address(at) == {"lang": ["zh"], "fair": ["f"]}


def test_what_a_link_names_in_vain_is_left_out_with_a_notice(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", edition=["f-2", "f-99"], lang="en")
    assert address(at)["edition"] == ["f-2"]
    assert "This link names choices that are not in this fair" in words_on(at)


def test_a_good_link_brings_no_notice(store: Store, open_app: Open) -> None:
    assert "This link names" not in words_on(open_app("satisfaction", edition="f-2", lang="en"))


def test_a_link_to_a_fair_that_is_gone_opens_the_usual_one(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", fair="gone", edition="gone-1", lang="en")
    assert address(at)["fair"] == ["f"]
    assert "This link names" in words_on(at)


def test_an_address_typed_later_wins_over_the_session(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", edition="f-2", lang="en")
    at.query_params["edition"] = "f-1"
    at.run()
    assert at.multiselect(key="editions").value == ["f-1"]


def test_a_label_from_a_file_is_shown_as_text(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", industry="![x](http://evil.example/x.png)", lang="en")
    assert at.button(key="chip-0").label.startswith("\\!\\[x\\]")


def test_one_fair_needs_no_fair_box_and_two_do(store: Store, open_app: Open) -> None:
    assert not [box for box in open_app().selectbox if box.key == "fair"]
    load_fair(store, "g")
    at = open_app("satisfaction", edition="f-2", fair="f", lang="en")
    at.selectbox(key="fair").set_value("g").run()
    assert address(at) == {"lang": ["en"], "fair": ["g"]}


def test_a_new_own_fair_is_what_a_reader_sees_first(store: Store, open_app: Open) -> None:
    at = open_app()
    load_fair(store, "g")
    at.run()
    assert address(at)["fair"] == ["g"]


def test_the_demo_is_switched_on_in_one_click_where_it_was_never_loaded(
    store: Store, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[bool] = []
    monkeypatch.setattr(demo_fair, "load", lambda *_: called.append(True))
    at = open_app("settings")
    assert at.toggle(key="demo").value is False
    try:
        at.toggle(key="demo").set_value(True).run()
        assert called == [True]
        assert at.toggle(key="demo").value is True
    finally:
        demo_fair._loading.clear()


def test_the_demo_gives_way_to_an_own_fair_and_leaves_in_one_click(
    store: Store, open_app: Open
) -> None:
    store.write("update fairs set is_demo = true where fair_id = 'f'")
    at = open_app()
    assert "synthetic" in words_on(at)
    at.button(key="hide-demo").click().run()
    assert not fairs.is_demo_shown(store)
    assert "There is no fair here yet" in words_on(at)
    at.button(key="call-demo").click().run()
    assert address(at)["fair"] == ["f"]


def test_visitors_have_profile_fields_of_their_own(store: Store, open_app: Open) -> None:
    at = open_app("satisfaction", profile__size="big", lang="en")
    at.segmented_control(key="audience").set_value("visitor").run()
    assert address(at) == {"lang": ["en"], "fair": ["f"], "audience": ["visitor"]}
    assert [box.key for box in at.multiselect if str(box.key).startswith("profile.")] == []


def test_the_browser_decides_the_language_until_the_reader_does(store: Store) -> None:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    at.context = {"locale": "zh-CN"}
    assert address(at.run())["lang"] == ["zh"]
    at.segmented_control(key="language").set_value("en").run()
    assert address(at)["lang"] == ["en"]


def test_offers_are_read_once_a_version(store: Store) -> None:
    first = answer_cache.choices("f", "exhibitor")
    assert answer_cache.choices("f", "exhibitor") is first
    load_fair(store, "g")
    assert answer_cache.choices("f", "exhibitor") is not first


def test_two_of_one_name_are_told_apart() -> None:
    assert distinct({"a": "Fair", "b": "Fair", "c": "Show"}) == {
        "a": "Fair (a)",
        "b": "Fair (b)",
        "c": "Show",
    }


def with_register(store: Store) -> None:
    """Forty exhibitors of two industries at one edition, half of A and all of B answering."""
    fairs_in_tests.load(store, "editions", edition_rows=fairs_in_tests.editions([1]))
    names = [("A", f"a{n}") for n in range(20)] + [("B", f"b{n}") for n in range(20)]
    fairs_in_tests.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {"fair_id": "f", "line": line, "name": name, "name_key": name, "industry": industry}
            for line, (industry, name) in enumerate(names)
        ],
    )
    fairs_in_tests.load(
        store,
        "participations",
        participation_rows=[
            {"edition_id": "f-1", "line": line, "exhibitor_key": f"n:{name}"}
            for line, (_, name) in enumerate(names)
        ],
    )
    rows = [
        {"exhibitor_key": f"n:{name}", "overall": 4 if name < "b" else 2 + n % 2}
        for n, (_, name) in enumerate(names[10:])
    ]
    fairs_in_tests.load(
        store,
        "survey",
        question_rows=fairs_in_tests.questions("f-1", []),
        response_rows=fairs_in_tests.answers("f-1", rows),
    )


def test_the_switch_for_weights_lands_in_the_address_and_moves_the_figures(
    empty: Store, open_app: Open
) -> None:
    with_register(empty)
    at = open_app("satisfaction", lang="en")
    assert "rate their satisfaction 3.00 of 5" in words_on(at)
    at.toggle(key="weighted").set_value(True).run()
    assert not at.exception
    assert address(at) == {"lang": ["en"], "fair": ["f"], "weighted": ["yes"]}
    assert "rate their satisfaction 3.25 of 5" in words_on(at)
    assert "weighted to the register (effective n = 27)" in words_on(at)
    at.button(key="chip-0").click().run()
    assert "weighted" not in address(at)
    assert at.toggle(key="weighted").value is False


def test_a_link_with_weights_sets_the_switch(empty: Store, open_app: Open) -> None:
    with_register(empty)
    at = open_app("satisfaction", lang="zh", weighted="yes")
    assert at.toggle(key="weighted").value is True
    assert at.toggle(key="weighted").label == "按名录加权"
    assert "已按名录加权（有效样本量 27）" in words_on(at)


def test_a_fair_without_a_register_offers_no_weights_and_a_link_that_wants_them_says_so(
    store: Store, open_app: Open
) -> None:
    at = open_app("satisfaction", lang="en", weighted="yes")
    assert not at.toggle
    assert "weighted" not in address(at)
    assert "This link names choices that are not in this fair" in words_on(at)


def test_answers_that_cannot_be_weighted_are_shown_without_weights_at_a_click(
    empty: Store, open_app: Open
) -> None:
    with_register(empty)
    fairs_in_tests.load(empty, "editions", edition_rows=fairs_in_tests.editions([2]))
    fairs_in_tests.load(
        empty,
        "later",
        question_rows=fairs_in_tests.questions("f-2", []),
        response_rows=fairs_in_tests.answers("f-2", [{"overall": 3 + n % 2} for n in range(20)]),
    )
    at = open_app("satisfaction", lang="en", edition="f-2", weighted="yes")
    assert "no register of it is loaded" in words_on(at)
    at.button(key="unweighted").click().run()
    assert "weighted" not in address(at)
    assert "3.50" in words_on(at)
