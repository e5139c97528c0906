"""Files without any fault, in the shapes of survey tools and registers: nothing of them is asked,
nothing is found, and all of it is stored.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from random import Random
from typing import Any

from tests.meaning.generator import ITEMS_EN, ITEMS_ZH, mean_of, ratings, register
from tests.meaning.mutations import Case

EDITION = ["--edition", "5"]
Lines = list[list[str]]
WORDS = {
    "zh": ("非常不满意", "不满意", "一般", "满意", "非常满意"),
    "en": ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"),
    "de": ("sehr unzufrieden", "unzufrieden", "teils/teils", "zufrieden", "sehr zufrieden"),
    "fr": ("Très insatisfait", "Insatisfait", "Neutre", "Satisfait", "Très satisfait"),
    "ja": ("とても不満", "不満", "どちらともいえない", "満足", "とても満足"),
}
OVERALL = {
    "zh": "总体满意度",
    "en": "Overall satisfaction",
    "de": "Gesamtzufriedenheit",
    "fr": "Satisfaction globale",
    "ja": "総合満足度",
}
TITLES = {
    "zh": "您对{item}的满意度",
    "en": "Satisfaction with {item}",
    "de": "Zufriedenheit mit {item}",
    "fr": "Satisfaction : {item}",
    "ja": "{item}の満足度",
}
THINGS = {
    "zh": ITEMS_ZH,
    "en": ITEMS_EN,
    "de": ("Verpflegung", "Parkplätze", "Standbau", "Beschilderung", "Sauberkeit"),
    "fr": ("restauration", "accueil", "signalétique", "stationnement"),
    "ja": ("食事", "駐車場", "受付", "案内", "清掃"),
}
FIRMS_EN = ("Adler", "Bright", "Corvo", "Delta", "Eastgate", "Fjord", "Granite", "Helios", "Iris")
FORMS = ("Pumps GmbH", "Cables Ltd", "Lighting SpA", "Seals BV", "Tools Inc")


def _csv(lines: Sequence[Sequence[Any]], separator: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _case(lines: Sequence[Sequence[Any]], *checks: dict[str, Any], separator: str = ",") -> Case:
    """A file that is its own clean twin."""
    files = {"file.csv": _csv(lines, separator)}
    return Case(files, {"args": EDITION, "stored": list(checks)}, files)


def _answers(rng: Random, columns: int) -> tuple[int, list[list[int]]]:
    size = rng.randint(25, 60)
    return size, [ratings(rng, size) for _ in range(columns)]


def _file(header: list[str], columns: list[list[Any]]) -> Lines:
    return [header, *([str(cell) for cell in line] for line in zip(*columns, strict=True))]


def in_words_of_a_language(rng: Random) -> Case:
    language = rng.choice(list(WORDS))
    items = rng.sample(THINGS[language], 3)
    size, answers = _answers(rng, 4)
    titles = [TITLES[language].format(item=item) for item in items]
    words = [[WORDS[language][answer - 1] for answer in column] for column in answers]
    lines = _file(["ID", OVERALL[language], *titles], [list(range(1, size + 1)), *words])
    separator = ";" if language in ("de", "fr") else ","
    return _case(
        lines,
        {"measure": "overall", **mean_of(answers[0]), "scale": [1.0, 5.0]},
        {"table": "items", "count": 3},
        separator=separator,
    )


def by_a_survey_tool(rng: Random) -> Case:
    """The columns that a tool writes about itself stand around the answers."""
    size, answers = _answers(rng, 3)
    numbers = list(range(101, 101 + size))
    days = [f"2025-06-{rng.randint(10, 28):02d} {n % 24:02d}:{n % 60:02d}:00" for n in numbers]
    ips = [f"10.1.{n % 250}.{n % 199}" for n in numbers]
    secs = [rng.randint(60, 900) for _ in numbers]
    items = rng.sample(ITEMS_EN, 2)
    zh = rng.sample(ITEMS_ZH, 2)
    heads, before, titles = rng.choice(
        [
            (
                ["序号", "提交答卷时间", "所用时间", "来源", "来自IP"],
                [numbers, days, [f"{s}秒" for s in secs], ["微信"] * size, ips],
                ["1、总体满意度", *(f"2、服务评价—{item}" for item in zh)],
            ),
            (
                ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"],
                [numbers, ["77"] * size, days, days, ips],
                ["Overall satisfaction", *(f"How satisfied were you with: - {i}" for i in items)],
            ),
            (
                ["id", "submitdate", "lastpage", "startlanguage"],
                [numbers, days, ["3"] * size, ["en"] * size],
                ["Overall satisfaction", *(f"How satisfied are you with [{i}]" for i in items)],
            ),
            (
                ["start", "end", "_uuid", "_submission_time"],
                [days, days, [f"u{n}-{n * 7}" for n in numbers], days],
                ["Overall satisfaction", *(f"rating/{i.lower().replace(' ', '_')}" for i in items)],
            ),
            (
                ["Timestamp"],
                [days],
                ["Overall satisfaction", *(f"Please rate our services [{i}]" for i in items)],
            ),
        ]
    )
    lines = _file([*heads, *titles], [*before, *answers])
    return _case(
        lines,
        {"measure": "overall", **mean_of(answers[0])},
        {"table": "items", "count": 2},
        {"table": "responses", "count": size},
    )


def with_recommendation_and_intention(rng: Random) -> Case:
    size, answers = _answers(rng, 2)
    marks = [rng.choice((0, 3, 5, 6, 7, 8, 9, 10)) for _ in range(size - 2)] + [0, 10]
    question, intention, words = rng.choice(
        [
            (
                "How likely are you to recommend us? (0-10)",
                "Will you exhibit again next year?",
                ("No", "Maybe", "Yes"),
            ),
            ("您向同行推荐本展会的可能性（0-10分）", "下届参展意向", ("不会", "不确定", "会")),
        ]
    )
    steps = [rng.randint(1, 3) for _ in range(size - 3)] + [1, 2, 3]
    lines = _file(
        ["ID", "Overall satisfaction", "Catering satisfaction", question, intention],
        [list(range(size)), *answers, marks, [words[step - 1] for step in steps]],
    )
    return _case(
        lines,
        {"measure": "recommend", **mean_of(marks), "scale": [0.0, 10.0]},
        {"measure": "intention", **mean_of(steps)},
    )


def with_questions_to_filter_by(rng: Random) -> Case:
    """Bands, choices and several choices beside ratings that say so."""
    size, answers = _answers(rng, 2)
    halls = [
        ";".join(rng.sample(("Hall 1", "Hall 2", "Hall 3"), rng.randint(1, 3))) for _ in answers[0]
    ]
    sizes = [rng.choice(("1-10", "11-50", "51-250", "251+")) for _ in answers[0]]
    first = [rng.choice(("Yes", "No")) for _ in answers[0]]
    lines = _file(
        [
            "ID",
            "Overall satisfaction",
            "Signage satisfaction",
            "Which halls did you visit?",
            "Company size",
            "First time here?",
        ],
        [list(range(size)), *answers, halls, sizes, first],
    )
    counts = {hall: sum(hall in cell for cell in halls) for hall in ("Hall 1", "Hall 2", "Hall 3")}
    return _case(
        lines,
        {"measure": "overall", **mean_of(answers[0])},
        {"question": "Which halls did you visit?", "counts": counts},
        {"table": "items", "count": 1},
    )


def with_importance(rng: Random) -> Case:
    size, answers = _answers(rng, 5)
    language = rng.choice(("zh", "en"))
    first, second = rng.sample(THINGS[language], 2)
    ends = ("满意度", "重要程度") if language == "zh" else (" - satisfaction", " - importance")
    header = [OVERALL[language], *(f"{i}{end}" for i in (first, second) for end in ends)]
    lines = _file(["ID", *header], [list(range(size)), *answers])
    return _case(
        lines,
        {"measure": first, **mean_of(answers[1])},
        {"measure": f"importance:{second}", **mean_of(answers[4])},
        {"table": "items", "count": 2},
    )


def list_of_exhibitors(rng: Random) -> Case:
    table = register(rng)
    size = len(table.lines) - 1
    english = [f"{FIRMS_EN[n % 9]} {n} {rng.choice(FORMS)}" for n in range(size)]
    names = table.column("企业名称")
    header, columns = rng.choice(
        [
            (["序号", "企业名称", "英文名称", "国家", "所属行业"], [names, english]),
            (["No", "公司名称", "Company name", "Country", "Industry"], [names, english]),
        ]
    )
    countries = [rng.choice(("中国", "德国", "日本")) for _ in names]
    lines = _file(header, [list(range(1, size + 1)), *columns, countries, table.column("所属行业")])
    return _case(
        lines,
        {"table": "exhibitors", "count": size},
        {"table": "exhibitors", "where": {"name_en": english[0]}, "count": 1},
    )


def list_of_bookings(rng: Random) -> Case:
    size = rng.randint(9, 20)
    names = [f"{FIRMS_EN[n % 9]} {n} {rng.choice(FORMS)}" for n in range(size)]
    areas = [rng.choice((9, 12, 18, 24, 36)) for _ in names]
    fees = [area * 260 for area in areas]
    stands = [f"{rng.choice('ABC')}{n + 10}" for n in range(size)]
    head = rng.choice(
        [
            ["Exhibitor", "Stand no", "Stand area (m²)", "Fee (EUR)", "Status"],
            ["Aussteller", "Standnummer", "Standfläche (m²)", "Standmiete (EUR)", "Status"],
            ["参展商", "展位号", "展位面积（㎡）", "参展费（元）", "付款状态"],
        ]
    )
    status = "已付款" if head[0] == "参展商" else "confirmed"
    lines = _file(head, [names, stands, areas, fees, [status] * size])
    return _case(
        lines,
        {"table": "participations", "count": size},
        {"sum": "booth_area_sqm", "value": sum(areas)},
        {"sum": "fee", "value": sum(fees)},
    )


def shared_stands(rng: Random) -> Case:
    """Of a stand that two firms share, each line with its own part of it."""
    names = [f"{FIRMS_EN[n]} {rng.choice(FORMS)}" for n in range(8)]
    stands = ["A1", "A1", "A2", "A3", "A4", "A5", "A6", "A7"]
    areas = [18, 6, 9, 9, 12, 12, 24, 36]
    lines = _file(["Exhibitor", "Stand no", "Area (m²)"], [names, stands, areas])
    return _case(lines, {"sum": "booth_area_sqm", "value": sum(areas)})


def visitor_counts(rng: Random) -> Case:
    days = [f"2025-06-{day:02d}" for day in range(11, 11 + rng.randint(3, 5))]
    groups = rng.choice((("专业观众", "普通观众"), ("Trade", "Public")))
    head = rng.choice((["日期", "观众类别", "人数"], ["Date", "Visitor group", "Visitors"]))
    cells = [[day, group, rng.randint(200, 4000)] for day in days for group in groups]
    total = sum(int(cell[2]) for cell in cells)
    return _case([head, *cells], {"sum": "visitors", "value": total})


def complaints(rng: Random) -> Case:
    size = rng.randint(8, 15)
    topics = [rng.choice(("噪音", "餐饮", "停车")) for _ in range(size)]
    days = [f"2025-06-{n + 10}" for n in range(size)]
    names = [f"甲{n}公司" for n in range(size)]
    states = [rng.choice(("已办结", "处理中")) for _ in range(size)]
    lines = _file(["企业名称", "投诉主题", "受理日期", "处理状态"], [names, topics, days, states])
    return _case(lines, {"table": "complaints", "count": size})


MUTATIONS = (
    in_words_of_a_language,
    by_a_survey_tool,
    with_recommendation_and_intention,
    with_questions_to_filter_by,
    with_importance,
    list_of_exhibitors,
    list_of_bookings,
    shared_stands,
    visitor_counts,
    complaints,
)
