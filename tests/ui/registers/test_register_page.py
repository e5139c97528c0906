"""The register on screen: found, opened, edited, and two people at one card."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from analytics import people
from analytics.people import Person
from analytics.registers import exhibitor_card, writing
from analytics.registers.exhibitor_card import Card
from analytics.store import Store
from tests.ui.conftest import Open, words_on
from tests.ui.people.test_gate import app, claims
from ui.registers import event_history, register_page

OTHER = Person("wang@fair.example", "admin")
FIRM = "n:firm3"


def card(store: Store, exhibitor: str = FIRM) -> Card:
    with store.reader() as reader:
        return exhibitor_card.card_of(reader, "f", exhibitor)


def open_card(open_app: Open, lang: str = "en") -> AppTest:
    return open_app("registers", lang=lang, customer__exhibitor=FIRM)


def box(at: AppTest, kind: str, start: str) -> object:
    return next(widget for widget in at.get(kind) if str(widget.key).startswith(start))


def type_in(at: AppTest, field: str, text: str) -> None:
    box(at, "text_input", f"{field}-").set_value(text)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Register", "Who are our exhibitors", "1–12 of 12")),
        ("zh", ("名录", "我们有哪些展商", "共 12 家")),
    ],
)
def test_the_list_is_there_in_both_languages(
    store: Store, open_app: Open, lang: str, words: tuple[str, ...]
) -> None:
    at = open_app("registers", lang=lang)
    assert not at.exception
    assert all(word in words_on(at) for word in words)


def test_the_list_is_searched_and_a_row_opens_its_card(store: Store, open_app: Open) -> None:
    at = open_app("registers", lang="en")
    at.text_input(key="registers-text").set_value("firm 11").run()
    assert "1–1 of 1" in words_on(at)
    at.text_input(key="registers-text").set_value("nobody").run()
    assert "Nobody in the register fits" in words_on(at)


def test_an_edit_is_saved_said_and_taken_back(store: Store, open_app: Open) -> None:
    at = open_card(open_app)
    type_in(at, "name_en", "Third Ltd")
    at.button(key="save-card").click().run()
    assert not at.exception
    assert "Saved." in words_on(at)
    assert card(store).values["name_en"] == "Third Ltd"
    at.button(key="undo-last").click().run()
    assert card(store).values["name_en"] == ""
    at.button(key="save-card").click().run()
    assert "Nothing was other than before" in words_on(at)


def test_the_second_at_one_card_is_told_and_both_edits_of_other_fields_hold(
    store: Store, open_app: Open
) -> None:
    at = open_card(open_app)
    writing.edit(store, OTHER, "f", FIRM, {"country": "DE"}, {"country": ""})
    at.run()
    assert "Changed since you opened this card" in words_on(at)
    assert "Country: – → DE (wang@fair.example)" in words_on(at)
    type_in(at, "name_en", "Third Ltd")
    at.button(key="save-card").click().run()
    assert "What others changed meanwhile holds as well" in words_on(at)
    values = card(store).values
    assert (values["country"], values["name_en"]) == ("DE", "Third Ltd")


@pytest.mark.parametrize(("choice", "name"), [("mine", "Third Ltd"), ("theirs", "Third GmbH")])
def test_the_second_to_write_one_field_is_asked_and_nothing_is_lost(
    store: Store, open_app: Open, choice: str, name: str
) -> None:
    at = open_card(open_app)
    writing.edit(store, OTHER, "f", FIRM, {"name_en": "Third GmbH"}, {"name_en": ""})
    type_in(at, "name_en", "Third Ltd")
    at.button(key="save-card").click().run()
    assert card(store).values["name_en"] == "Third GmbH"
    assert "Nothing was saved yet: choose" in words_on(at)
    labels = at.radio(key="choice-name_en").options
    assert [label.replace("\\", "").replace("\u2060", "") for label in labels] == [
        "wang@fair.example wrote: Third GmbH",
        "I wrote: Third Ltd",
    ]
    at.radio(key="choice-name_en").set_value(choice)
    at.button(key="save-chosen").click().run()
    assert not at.exception
    assert card(store).values["name_en"] == name


def test_a_new_exhibitor_is_entered_once(store: Store, open_app: Open) -> None:
    at = open_app("registers", lang="en")
    type_in(at, "name-new", "New Firm")
    at.button(key="enter-new").click().run()
    assert "New Firm is in the register now." in words_on(at)
    assert card(store, "n:newfirm").name == "New Firm"
    at.button(key="to-list").click().run()
    type_in(at, "name-new", "new firm")
    at.button(key="enter-new").click().run()
    assert "new firm is in the register already" in words_on(at)
    at.button(key="open-there").click().run()
    assert at.subheader[0].value.replace("\u2060", "") == "New Firm"


def test_contacts_feedback_and_grades_are_written_down(store: Store, open_app: Open) -> None:
    at = open_card(open_app)
    for start, text in (("person-contact", "Ms Li"), ("phone-contact", "13800001111")):
        type_in(at, start, text)
    at.button(key="save-contact").click().run()
    box(at, "text_area", "body-").set_value("more light")
    at.button(key="save-note").click().run()
    box(at, "selectbox", "grade-of-").set_value("vip")
    at.button(key="save-grade").click().run()
    assert not at.exception
    assert "more light" in words_on(at)
    assert "By hand: VIP. The rule would say: Normal." in words_on(at)
    with store.reader() as reader:
        (contact,) = exhibitor_card.contacts_of(reader, "f", FIRM)
    assert (contact["person"], contact["phone"]) == ("Ms Li", "13800001111")
    assert contact["contacted_on"] is not None
    at.selectbox(key="erase-whom").set_value("Ms Li").run()
    at.button(key="erase-now").click().run()
    with store.reader() as reader:
        (contact,) = exhibitor_card.contacts_of(reader, "f", FIRM)
    assert contact["person"] is None


def test_an_owner_who_left_hands_over_in_one_go_and_back(store: Store, open_app: Open) -> None:
    for number in (1, 2):
        writing.edit(store, OTHER, "f", f"n:firm{number}", {"account_owner": "Old"}, {})
    at = open_app("registers", lang="en")
    at.selectbox(key="reassign-from").set_value("Old").run()
    act = partial(register_page._hand_over, "f", "Old", "New")
    assert act(store, OTHER).values["count"] == 2
    assert card(store, "n:firm2").values["account_owner"] == "New"


def test_a_viewer_reads_and_sees_no_names_of_persons(store: Store) -> None:
    values = {"contacted_on": date(2026, 1, 2), "person": "Ms Li", "phone": "13800001111"}
    writing.log(store, OTHER, "contacts", "f", FIRM, values)
    people.admit(store, "boss@fair.example", "admin")
    people.admit(store, "a@fair.example", "viewer")
    at = app(claims())
    at.query_params["customer.exhibitor"] = FIRM
    at.switch_page("../pages/registers.py").run()
    at.query_params["customer.exhibitor"] = FIRM
    at.run()
    assert not at.exception
    assert not [button.key for button in at.button if str(button.key).startswith("save-")]
    assert [list(frame.value.columns) for frame in at.dataframe if "subject" in frame.value] == [
        ["contacted_on", "contacted_by", "channel", "subject", "next_step", "next_on", "actor"]
    ]


def test_undo_in_the_history_takes_the_row_the_reader_saw(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    wished: list[object] = []
    monkeypatch.setattr(event_history.register_acts, "request", wished.append)
    monkeypatch.setattr(event_history.session, "value_of", lambda _: {"row": 1})
    back = partial(print)
    event_history._undo([None, back])  # type: ignore[list-item]
    event_history._undo([None])
    assert wished == [back]
