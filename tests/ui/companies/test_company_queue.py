"""Names that may be one firm: asked about, joined, parted again, only by those who may."""

from __future__ import annotations

import time

import pytest
from streamlit.testing.v1 import AppTest

from analytics import people
from analytics.folders import ROOT
from analytics.store import Store
from tests import fairs
from tests.intake.files import csv_text
from tests.ui.conftest import Open, words_on
from tests.ui.people.test_gate import AUTH, claims
from tests.ui.upload.upload_page import drop_file, load
from ui.companies import settled_pairs
from ui.frame import session
from ui.server import answer_cache
from ui.upload import new_company_names

HEAD, TYPED, OTHER = "广州市明辉五金有限公司", "廣州明輝五金有限公司", "佛山市美家电器厂"
BRANCH = "广州市明辉五金有限公司上海分公司"
HOSTILE = "![x](http://evil.example/x.png)有限公司"


@pytest.fixture
def branches(empty: Store) -> Store:
    """A head office at the first edition, its branch at the second, a firm at both."""
    take_part(empty, 1, HEAD, OTHER)
    take_part(empty, 2, BRANCH, OTHER)
    return empty


def take_part(store: Store, edition: int, *names: str) -> int:
    """What an import of participations writes; all sell tools and are from Guangdong."""
    facts = {"region": "广东", "industry": "五金"}
    return fairs.load(
        store,
        "participations",
        edition_rows=fairs.editions([edition]),
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "name": name, "name_key": name} | facts
            for n, name in enumerate(names)
        ],
        participation_rows=[
            {"edition_id": f"f-{edition}", "line": n, "exhibitor_key": f"n:{name}"}
            for n, name in enumerate(names)
        ],
    ).import_id


def wait(at: AppTest) -> AppTest:
    """The page once nothing is being looked for any more."""
    for _ in range(240):
        if not at.get("progress"):
            return at
        time.sleep(0.25)
        at.run()
    raise AssertionError("still looking")


def look_for_pairs(open_app: Open, lang: str = "en") -> AppTest:
    at = open_app("companies", lang=lang)
    return wait(at.button(key="look-now").click().run())


def button_keys(at: AppTest, start: str) -> list[str]:
    return [str(button.key) for button in at.button if str(button.key).startswith(start)]


def press(at: AppTest, start: str) -> AppTest:
    return wait(at.button(key=button_keys(at, start)[0]).click().run())


def exhibitors(store: Store) -> int:
    with store.reader() as reader:
        return int(reader.value("select count(*) from exhibitors"))


def pairs_left(at: AppTest) -> str:
    return str(at.metric[0].value)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            (
                "Are these one firm?",
                "one is a branch or an office",
                "广东 · 五金",
                "Took part: 1999",
                "Edition 2 · 2000",
                "repeat share 50.0% → 100.0",
                "retention 50.0% → 100.0",
            ),
        ),
        (
            "zh",
            (
                "这两个名称是同一家企业吗？",
                "其中一个是分公司或办事处",
                "广东 · 五金",
                "参展：1999",
                "第2届 · 2000",
                "老展商占比 50.0% → 100.0%",
                "复展率 50.0% → 100.0%",
            ),
        ),
    ],
)
def test_a_card_shows_both_names_the_reasons_and_what_joining_would_change(
    branches: Store, open_app: Open, lang: str, words: tuple[str, ...]
) -> None:
    at = look_for_pairs(open_app, lang)
    assert not at.exception
    assert pairs_left(at) == "1"
    assert [word for word in (HEAD, BRANCH, *words) if word not in words_on(at)] == []
    assert OTHER not in words_on(at)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_same_firm_is_one_exhibitor_fewer_and_undone_one_more(
    branches: Store, open_app: Open, lang: str
) -> None:
    at = press(look_for_pairs(open_app, lang), "same-")
    assert (exhibitors(branches), pairs_left(at), button_keys(at, "same-")) == (2, "0", [])
    assert HEAD in words_on(at)
    at = press(at, "undo-last")
    assert not at.exception
    assert (exhibitors(branches), pairs_left(at), len(button_keys(at, "same-"))) == (3, "1", 1)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_different_firms_are_not_asked_about_again_until_that_is_undone(
    branches: Store, open_app: Open, lang: str
) -> None:
    press(look_for_pairs(open_app, lang), "different-")
    assert exhibitors(branches) == 3
    take_part(branches, 3, HEAD, BRANCH)
    at = look_for_pairs(open_app, lang)
    assert (pairs_left(at), button_keys(at, "same-")) == ("0", [])
    assert not at.exception
    (line,) = settled_pairs.lines("f")
    assert (line.name, line.other, line.is_joined, line.actor) == (HEAD, BRANCH, False, "local")
    line.back("local")
    assert pairs_left(at.run()) == "1"


def test_what_is_certain_is_joined_on_a_click_only_and_parted_together(
    empty: Store, open_app: Open
) -> None:
    take_part(empty, 1, HEAD, OTHER)
    take_part(empty, 2, TYPED, "佛山市美家電器廠")
    at = look_for_pairs(open_app)
    assert exhibitors(empty) == 4
    assert at.button(key="join-certain").label == "Join the 2 certain ones"
    at = press(at, "join-certain")
    assert (exhibitors(empty), button_keys(at, "join-certain")) == (2, [])
    assert {line.actor for line in settled_pairs.lines("f")} == {"automatic"}
    at = press(at, "undo-certain-now")
    assert not at.exception
    assert (exhibitors(empty), pairs_left(at), button_keys(at, "join-certain")) == (4, "2", [])


def test_a_row_of_the_table_undoes_what_it_showed(branches: Store, open_app: Open) -> None:
    at = press(look_for_pairs(open_app), "same-")
    (line,) = settled_pairs.lines("f")
    assert "undo" in at.dataframe[0].value.columns
    assert at.dataframe[0].value["state"].tolist() == ["one firm"]
    at.session_state["act-wanted"] = line.back
    at = wait(at.run())
    assert (exhibitors(branches), pairs_left(at)) == (3, "1")
    at.session_state["act-wanted"] = line.back
    assert "undone already" in words_on(at.run())


def test_a_click_on_a_row_means_the_row_the_reader_saw(
    branches: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    wished: list[object] = []
    monkeypatch.setattr(session, "value_of", lambda name: {"row": 1, "label": "Undo"})
    monkeypatch.setattr(settled_pairs.acts, "request", wished.append)
    first, second = object(), object()
    settled_pairs._undo([first, second])  # type: ignore[list-item]
    settled_pairs._undo([first])  # type: ignore[list-item]
    assert wished == [second]


def test_later_puts_a_pair_behind_the_others(empty: Store, open_app: Open) -> None:
    take_part(empty, 1, HEAD, "宁波海天进出口有限公司")
    take_part(empty, 2, BRANCH, "宁波海天进出口有限公司北京分公司")
    at = look_for_pairs(open_app)
    first, second = button_keys(at, "same-")
    at = press(at, "later-")
    assert button_keys(at, "same-") == [second, first]
    assert (pairs_left(at), exhibitors(empty)) == ("2", 4)


@pytest.mark.parametrize(("role", "may"), [("viewer", False), ("importer", True)])
def test_a_viewer_sees_the_pairs_and_decides_nothing(
    branches: Store, role: people.Role, may: bool
) -> None:
    people.admit(branches, "a@fair.example", role)
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    at.secrets["auth"] = AUTH
    at.user = claims()
    at = at.run().switch_page("../pages/companies.py").run()
    at = wait(at.button(key="look-now").click().run())
    assert BRANCH in words_on(at)
    assert bool(button_keys(at, "same-")) == may
    assert ("takes the right to load data" in words_on(at)) == (not may)
    at.session_state["act-wanted"] = lambda actor: branches.undo(1, actor)
    at.run()
    assert ("needs the right to load data" in words_on(at)) == (not may)
    assert (branches.history()[-1].undone_at is not None) == may


def test_nothing_left_to_ask_is_said(empty: Store, open_app: Open) -> None:
    take_part(empty, 1, HEAD, OTHER)
    at = look_for_pairs(open_app)
    assert at.success[0].value.startswith("No two names are left")
    assert pairs_left(at) == "0"


def test_a_stranger_s_name_stays_text(empty: Store, open_app: Open) -> None:
    take_part(empty, 1, HOSTILE)
    take_part(empty, 2, HOSTILE + "上海分公司")
    at = look_for_pairs(open_app)
    assert HOSTILE in words_on(at)
    assert not any("![x](http" in str(markdown.value) for markdown in at.markdown)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "One name looks like a firm already here"), ("zh", "有 1 个名称与已有企业相似")],
)
def test_a_receipt_leads_to_names_that_look_familiar_and_joins_none(
    branches: Store, open_app: Open, lang: str, words: str
) -> None:
    register = csv_text(
        "展商编号,企业名称,行业", "1,廣州明輝五金有限公司,五金", "2,东莞恒星机械厂,机械"
    )
    at = load(drop_file(open_app, register, "参展商名录.csv", lang=lang))
    for _ in range(240):
        if answer_cache.pairs("f") is not None:
            break
        time.sleep(0.25)
    at.run()
    assert [link.proto.label.replace("\\", "") for link in at.get("page_link")][-1] == words
    assert exhibitors(branches) == 5
    assert not at.exception


def test_a_receipt_says_how_many_new_names_look_familiar(branches: Store) -> None:
    receipt = fairs.load(
        branches,
        "exhibitors",
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "name": name, "name_key": name}
            for n, name in enumerate((TYPED, "东莞恒星机械厂"))
        ],
    )
    for _ in range(240):
        familiar = new_company_names._familiar_count(receipt)
        if familiar is not None:
            break
        time.sleep(0.25)
    assert familiar == 1
