"""The page of prospects: eight lists, firms by name, questions answered and taken back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics import people
from analytics.folders import ROOT
from analytics.intake.load.prospect_entry import Entry, enter
from analytics.store import Store
from tests.ui.companies.test_company_queue import BRANCH, HEAD, OTHER, branches, press, wait
from tests.ui.conftest import Open, words_on
from tests.ui.people.test_gate import AUTH, claims

__all__ = ["branches"]
DOUBTFUL = "广州市明辉五金有限公司北京分公司"
NEW = "![x](http://evil.example/x.png)有限公司"


@pytest.fixture
def listed(branches: Store) -> Store:
    """An exhibitor, a branch of one, and a firm nobody knows, on one list."""
    for name in (OTHER, DOUBTFUL, NEW):
        enter(branches, "f", Entry(name, ("competitor_exhibitors",), ("华东展",)), "anna")
    return branches


def table(at: AppTest, place: int) -> list[dict[str, object]]:
    return at.dataframe[place].value.to_dict("records")  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("lang", "name", "already"),
    [
        ("en", "Exhibitors of competing shows", "exhibitor since 1999, last at 2000"),
        ("zh", "竞争展会的展商", "1999 起参展，最近一次 2000"),
    ],
)
def test_lists_count_and_firms_are_said_to_be_exhibitors_already(
    listed: Store, open_app: Open, lang: str, name: str, already: str
) -> None:
    at = wait(open_app("prospects", lang=lang))
    assert not at.exception
    (row,) = (row for row in table(at, 0) if row["list"] == name)
    assert [row[key] for key in ("firms", "exhibitor", "ask", "new")] == [3, 1, 1, 1]
    at.multiselect(key="prospect-state").set_value(["exhibitor"]).run()
    assert [str(row["is"]) for row in table(at, 1)] == [
        f"{already}: “{OTHER}”" if lang == "en" else f"{already}：“{OTHER}”"
    ]


def test_a_doubtful_firm_is_asked_about_and_the_answer_is_taken_back(
    listed: Store, open_app: Open
) -> None:
    at = wait(open_app("prospects"))
    while any(str(button.key).startswith("prospect-same") for button in at.button):
        at = press(at, "prospect-different")
    assert f"“{DOUBTFUL}” and “{HEAD}” are two firms." in words_on(at)
    assert {row["is"] for row in table(at, 1)} == {"new"}
    at = press(at, "undo-last")
    assert any(str(button.key).startswith("prospect-same") for button in at.button)


def test_a_firm_is_entered_by_hand_and_taken_out_again(branches: Store, open_app: Open) -> None:
    at = wait(open_app("prospects"))
    at.text_input(key="prospect-name").set_value(BRANCH)
    at.text_input(key="prospect-seen").set_value("华东展；广交会")
    at.multiselect(key="prospect-lists-of").set_value(["enquiries"])
    enter_button = next(button for button in at.button if "prospect-enter" in str(button.key))
    at = wait(enter_button.click().run())
    assert not at.exception
    assert f"“{BRANCH}” was entered." in words_on(at)
    with branches.reader() as reader:
        assert reader.rows("select seen_at from prospects") == [{"seen_at": ["华东展", "广交会"]}]
    at = press(at, "undo-last")
    with branches.reader() as reader:
        assert reader.rows("select * from prospects") == []


def test_a_viewer_sees_counts_and_no_names(listed: Store, open_app: Open) -> None:
    people.admit(listed, "a@fair.example", "viewer")
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    at.secrets["auth"] = AUTH
    at.user = claims()
    at.run()
    at = wait(at.switch_page("../pages/prospects.py").run())
    assert not at.exception
    assert len(at.dataframe) == 2
    assert DOUBTFUL not in words_on(at)
    assert not [button for button in at.button if str(button.key).startswith("prospect")]
