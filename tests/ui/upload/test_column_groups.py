"""A file's columns on the page of uploads: groups, dimensions by topic, pairs, and odd files."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.content_names import content_names
from analytics.fairs import choices
from analytics.intake.cells.text_keys import slug
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.store import Store
from tests.intake.files import csv_text
from tests.ui.conftest import Open, words_on
from tests.ui.upload.upload_page import drop_file, load, name_fair, page_text, widget
from ui.server import answer_cache
from ui.upload.dimension_questions import put_under

ITEMS = ("电梯运行", "照明", "指示标识", "观众质量", "餐饮", "展台灯箱")
TITLE = "请对以下各项进行评价"


def matrix(lines: int = 24, items: tuple[str, ...] = ITEMS, overall: bool = True) -> str:
    """An export of a tool with one question of several lines."""
    head = ["序号", "邮箱", *(f"4、{TITLE}—{item}" for item in items)]
    head += ["5、您对本届展会的总体满意度"] if overall else []
    rows = (
        [
            str(n),
            f"a{n}@example.org",
            *(str(min(5, n % 5 + 1 + (n + place) % 2)) for place in range(len(items) + overall)),
        ]
        for n in range(1, lines + 1)
    )
    return csv_text(",".join(head), *(",".join(row) for row in rows))


def dimensions_of(store: Store) -> dict[str, str]:
    with store.reader() as reader:
        rows = reader.rows("select name_zh, dimension_id from items order by slot")
    return {row["name_zh"]: row["dimension_id"] for row in rows}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "6 ratings found under one title, like this: 电梯运行, 照明 and 指示标识"),
        ("zh", "同一标题下找到 6 道评分题，例如：电梯运行、照明和指示标识"),
    ],
)
def test_ratings_stand_in_one_group_and_what_is_not_kept_says_why(
    empty: Store, open_app: Open, lang: str, words: str
) -> None:
    at = drop_file(open_app, matrix(), lang=lang)
    text = words_on(at)
    assert words in text
    assert TITLE in text
    assert f"4、{TITLE}—电梯运行" in text
    assert ("E-mail addresses and telephone" if lang == "en" else "邮箱和电话一律不保存") in text
    assert not at.exception


def test_dimensions_are_proposed_and_none_is_taken_unasked(empty: Store, open_app: Open) -> None:
    at = name_fair(drop_file(open_app, matrix()))
    assert "5 questions have no dimension yet" in words_on(at)
    load(at)
    assert set(dimensions_of(empty).values()) == {"other"}


def test_one_press_takes_all_proposals(empty: Store, open_app: Open) -> None:
    at = name_fair(drop_file(open_app, matrix()))
    widget(at, "button", "take-all").click().run()
    assert "1 questions stand under no dimension." in words_on(at)
    load(at)
    placed = dimensions_of(empty)
    assert placed["电梯运行"] == placed["照明"] == placed["指示标识"] == "venue_hardware"
    assert (placed["餐饮"], placed["展台灯箱"]) == ("supporting_services", "other")
    with empty.reader() as reader:
        named = reader.rows(
            "select name_zh, name_en from dimensions where dimension_id = $id",
            id=placed["观众质量"],
        )
    assert named == [{"name_zh": "观众", "name_en": "Visitors"}]


def test_one_proposal_is_taken_and_the_others_stay_open(empty: Store, open_app: Open) -> None:
    at = drop_file(open_app, matrix())
    widget(at, "button", "take-0").click().run()
    assert "2 questions have no dimension yet" in words_on(at)


def submit(at: AppTest, label: str) -> AppTest:
    next(button for button in at.button if button.label == label).click()
    return at.run()


def test_several_questions_are_put_under_a_dimension_at_once(empty: Store, open_app: Open) -> None:
    at = name_fair(drop_file(open_app, matrix()))
    picked = [f"4、{TITLE}—展台灯箱", f"4、{TITLE}—餐饮"]
    widget(at, "multiselect", "several-columns").set_value(picked)
    widget(at, "selectbox", "several-dimension").set_value("Venue hardware")
    submit(at, "Put them there")
    load(at)
    placed = dimensions_of(empty)
    assert (placed["展台灯箱"], placed["餐饮"]) == ("venue_hardware", "venue_hardware")


@pytest.mark.parametrize(
    ("named", "own"), [("Looks", ("looks", "", "Looks")), ("外观", (slug("外观"), "外观", ""))]
)
def test_a_name_that_no_dimension_has_makes_one(named: str, own: tuple[str, str, str]) -> None:
    use = ColumnUse("q", "item", dimension="other", name_en="Colour")
    mapping = put_under(("q",), named, {"website": "Website"}, Mapping("exhibitor_survey", (use,)))
    assert mapping.dimensions == (own,)
    assert mapping.use("q").dimension == own[0]


def test_a_proposal_is_taken_when_an_import_is_corrected(empty: Store, open_app: Open) -> None:
    at = load(name_fair(drop_file(open_app, matrix())))
    widget(at, "button", "correct-").click().run()
    at = open_correction(at)
    widget(at, "button", "take-all").click().run()
    at.button(key="replace-import").click().run()
    wait(at)
    with empty.reader() as reader:
        asked = reader.rows(
            "select distinct dimension_id from questions where not is_measure order by 1"
        )
    assert {row["dimension_id"] for row in asked} >= {"venue_hardware", "supporting_services"}


def open_correction(at: AppTest) -> AppTest:
    return at.switch_page("../pages/upload.py").run()


def wait(at: AppTest) -> None:
    for job in answer_cache.import_queue().jobs():
        answer_cache.import_queue().wait(job.job_id)
    at.run()


def test_renamed_questions_stand_beside_each_other(empty: Store, open_app: Open) -> None:
    load(
        name_fair(
            drop_file(
                open_app, matrix(items=("观众质量水平高低", "照明", "餐饮")), "调查_第7届.csv"
            )
        )
    )
    later = matrix(items=("专业观众质量水平", "照明", "餐饮")).replace("2,", "3,")
    at = drop_file(open_app, later, "调查_第8届.csv")
    assert "Asked in other words than last time (1)" in words_on(at)
    assert "观众质量水平高低" in words_on(at)
    widget(at, "button_group", "renamed-").set_value("two").run()
    assert "Asked in other words" not in words_on(at)
    load(at)
    assert {"观众质量水平高低", "专业观众质量水平"} <= set(dimensions_of(empty))


def test_two_files_of_one_survey_stand_side_by_side(empty: Store, open_app: Open) -> None:
    at = open_app("upload", lang="en")
    other = matrix(lines=12, items=(*ITEMS[:5], "停车"))
    at.file_uploader[0].upload("甲_第8届.csv", matrix().encode(), "text/csv")
    at.file_uploader[0].upload("乙_第8届.csv", other.encode(), "text/csv")
    at.run()
    text = words_on(at)
    assert "Two files of one survey: 6 questions in both, 36 lines together." in text
    assert "Only here: 展台灯箱" in text
    assert "Only here: 停车" in text


@pytest.mark.parametrize("name", ["photo.jpg", "scan.jpeg"])
def test_a_picture_is_told_from_a_table(empty: Store, open_app: Open, name: str) -> None:
    at = drop_file(open_app, b"\xff\xd8\xff\xe0 picture", name)
    assert "This is a picture, not a table." in words_on(at)


def test_a_file_of_no_kind_says_what_can_be_read(empty: Store, open_app: Open) -> None:
    assert "Files of this type cannot be read." in words_on(
        drop_file(open_app, b"hello", "talk.mp3")
    )


def test_a_change_of_language_leaves_no_word_of_the_other_behind(
    empty: Store, open_app: Open
) -> None:
    at = drop_file(open_app, matrix())
    widget(at, "selectbox", "several-dimension").set_value("Venue hardware").run()
    at.query_params["lang"] = "zh"
    at.run()
    shown = widget(at, "selectbox", "several-dimension")
    assert shown.value is None
    assert "场馆硬件" in shown.options
    assert "questions have no dimension" not in words_on(at)


def test_the_receipt_leads_to_answers_and_names_the_next_file(empty: Store, open_app: Open) -> None:
    at = load(name_fair(drop_file(open_app, matrix())))
    labels = [link.label for link in at.get("page_link")]
    assert "Satisfaction" in labels
    assert "Trends" not in labels
    assert "Next: " in words_on(at)


def test_undo_leaves_no_other_question_behind(empty: Store, open_app: Open) -> None:
    head = f"贵公司是第几次参展,{TITLE}—照明,{TITLE}—餐饮"
    data = csv_text(
        head, *(f"{'首次' if n % 2 else '多次'},{n % 5 + 1},{n % 4 + 1}" for n in range(20))
    )
    load(name_fair(drop_file(open_app, data)))
    assert choices(empty, "my_fair", "exhibitor").fields
    empty.undo(empty.history()[0].import_id, "x")
    assert choices(empty, "my_fair", "exhibitor").fields == ()
    assert {name.part for name in content_names(empty, "my_fair")} == {"fair"}


ODD = {
    "a survey of one question": csv_text("总体满意度", *(str(n % 5 + 1) for n in range(20))),
    "two ratings": matrix(items=("照明", "餐饮"), overall=False),
    "eighty ratings": matrix(items=tuple(f"评价内容{n}项" for n in range(80))),
    "everybody gave five": csv_text(
        f"{TITLE}—照明,{TITLE}—餐饮,总体满意度", *("5,5,5" for _ in range(20))
    ),
    "only texts": csv_text(
        "序号,您的意见和建议", *(f"{n},第 {n} 位展商认为组织得很好" for n in range(1, 21))
    ),
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("what", list(ODD))
def test_an_odd_survey_is_looked_at_and_loaded_without_a_dead_end(
    empty: Store, open_app: Open, what: str, lang: str
) -> None:
    at = drop_file(open_app, ODD[what], lang=lang)
    name_fair(at)
    assert not at.exception
    accept = [button for button in at.button if str(button.key).startswith("accept-")]
    if accept:
        accept[0].click().run()
    assert not at.button(key="load").disabled, page_text(at)
    load(at)
    assert not at.exception
    assert len(empty.history()) == 1


def test_a_fair_named_in_three_languages_is_one_fair(empty: Store, open_app: Open) -> None:
    at = drop_file(open_app, matrix())
    at.text_input(key="intake-fair-zh").set_value("智造展 Smart Fair Messe für Maschinen").run()
    load(at)
    second = drop_file(open_app, matrix(lines=18), "调查_第9届.csv")
    second.selectbox(key="intake-fair").set_value("*new").run()
    second.text_input(key="intake-fair-zh").set_value("智造展 Smart Fair Messe für Maschinen").run()
    assert "A fair of this name is here already" in words_on(second)
    load(second)
    assert len({record.fair_id for record in empty.history()}) == 1
