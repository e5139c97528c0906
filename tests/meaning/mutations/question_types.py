"""Law 5: ticks in every heading style, ranks, shares, orders, grids, choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from tests.meaning.mutations.drawn_file import Drawn, head, mean, steps

STYLES = (
    "{}: {}",
    "{}：{}",
    "{} - {}",
    "{} – {}",
    "{}—{}",
    "{}/{}",
    "{} [{}]",
    "{}({})",
    "{}（{}）",
    "{} - Selected Choice - {}",
)
QUESTIONS = {
    True: ("您从哪里得知本展会？", "您使用过哪些服务", "您对哪些服务满意？"),
    False: (
        "How did you hear of us?",
        "Which services did you use",
        "Which services were you satisfied with?",
    ),
}
OPTIONS = {
    True: ("官网", "邮件", "行业媒体", "朋友推荐", "社交媒体", "电台"),
    False: ("Website", "E-mail", "Trade press", "Colleague", "Social media", "Radio"),
}
MARKS = (
    ("1", ""),
    ("1", "0"),
    ("Yes", "No"),
    ("是", "否"),
    ("x", ""),
    ("+", ""),
    ("TRUE", "FALSE"),
)
MATTERS = {
    True: ("价格", "观众质量", "位置", "服务", "品牌"),
    False: ("Price", "Visitor quality", "Location", "Service", "Brand"),
}
RANKING = {
    True: ("请按重要性排序", "重要性排名"),
    False: ("Rank these by importance", "Please rank what matters most"),
}
SHARING = {True: "请将100分按重要性分配", False: "Please allocate 100 points by importance"}
COMMAS = ("Trade press, magazines", "Colleague, friend or partner", "Website", "Radio")


def draw(rng: Random) -> Drawn:
    ways = (_ticks, _ticks, _numbered, _ranks, _shares, _order, _grid, _commas, _own_words)
    return rng.choice(ways)(rng)


def _start(rng: Random) -> tuple[bool, int, dict[str, Sequence[Any]]]:
    is_chinese, rows = rng.random() < 0.5, rng.randint(24, 60)
    return is_chinese, rows, head(rng, rows, is_chinese)


def _chosen(rng: Random, rows: int, options: Sequence[str]) -> list[list[str]]:
    """What each respondent ticks; everybody something, every option somebody."""
    return [
        rng.sample(options, rng.randint(1, len(options) - 1))
        if row >= len(options)
        else [options[row]]
        for row in range(rows)
    ]


def _counts(question: str, answers: list[list[str]]) -> list[dict[str, Any]]:
    counts = Counter(option for answer in answers for option in answer)
    return [{"question": question, "counts": dict(counts)}, {"table": "items", "count": 0}]


def _ticks(rng: Random) -> Drawn:
    is_chinese, rows, columns = _start(rng)
    question, options = rng.choice(QUESTIONS[is_chinese]), rng.sample(OPTIONS[is_chinese], 4)
    style, (yes, no) = rng.choice(STYLES), rng.choice((*MARKS, ("", "")))
    answers = _chosen(rng, rows, options)
    for option in options:
        mark = yes or option
        columns[style.format(question, option)] = [mark if option in row else no for row in answers]
    return Drawn(f"ticks {style} {yes}", columns, stored=_counts(question, answers))


def _numbered(rng: Random) -> Drawn:
    """The tick of an option is its number."""
    is_chinese, rows, columns = _start(rng)
    question, options = rng.choice(QUESTIONS[is_chinese]), rng.sample(OPTIONS[is_chinese], 4)
    answers = _chosen(rng, rows, options)
    for number, option in enumerate(options, start=1):
        header = f"{question} - {option}"
        columns[header] = [number if option in row else "" for row in answers]
    return Drawn("ticks by number", columns, stored=_counts(question, answers))


def _ranks(rng: Random) -> Drawn:
    is_chinese, rows, columns = _start(rng)
    options = rng.sample(MATTERS[is_chinese], rng.randint(3, 5))
    question, style = rng.choice(RANKING[is_chinese]), rng.choice(STYLES[:7])
    orders = [rng.sample(options, len(options)) for _ in range(rows)]
    stored = []
    for option in options:
        places = [order.index(option) + 1 for order in orders]
        columns[style.format(question, option)] = places
        points = mean([len(options) + 1 - place for place in places])
        stored.append({"measure": f"importance:{option}", "n": rows, "mean": points})
    return Drawn("an order in columns", columns, stored=stored)


def _shares(rng: Random) -> Drawn:
    is_chinese, rows, columns = _start(rng)
    options = rng.sample(MATTERS[is_chinese], 3)
    points = []
    for _ in range(rows):
        first, second = rng.randint(0, 60), rng.randint(0, 40)
        points.append((first, second, 100 - first - second))
    stored = []
    for place, option in enumerate(options):
        columns[f"{SHARING[is_chinese]}：{option}"] = [row[place] for row in points]
        average = mean([row[place] for row in points])
        stored.append({"measure": f"importance:{option}", "n": rows, "mean": average})
    return Drawn("points given out", columns, stored=stored)


def _order(rng: Random) -> Drawn:
    """The whole order in one cell."""
    is_chinese, rows, columns = _start(rng)
    options = list(MATTERS[is_chinese][:4])
    sign = rng.choice(("→", ";", "┋", " > "))
    orders = [rng.sample(options, len(options)) for _ in range(rows)]
    columns[rng.choice(RANKING[is_chinese])] = [sign.join(order) for order in orders]
    stored = [
        {
            "measure": f"importance:{option}",
            "n": rows,
            "mean": mean([len(options) - order.index(option) for order in orders]),
        }
        for option in options
    ]
    return Drawn("an order in a cell", columns, stored=stored)


def _grid(rng: Random) -> Drawn:
    """Several ratings in one cell."""
    is_chinese, rows, columns = _start(rng)
    items = ("餐饮", "班车") if is_chinese else ("Catering", "Shuttle bus")
    words = (
        ("非常不满意", "不满意", "一般", "满意", "非常满意")
        if is_chinese
        else ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")
    )
    ratings = {item: steps(rng, rows) for item in items}
    columns["请评价以下服务" if is_chinese else "How satisfied are you with the following?"] = [
        "\n".join(f"{item}: {words[ratings[item][row] - 1]}" for item in items)
        for row in range(rows)
    ]
    stored = [{"measure": item, "n": rows, "mean": mean(ratings[item])} for item in items]
    return Drawn("a grid in a cell", columns, stored=[*stored, {"table": "items", "count": 2}])


def _commas(rng: Random) -> Drawn:
    """Options that hold the comma that separates them."""
    _, rows, columns = _start(rng)
    answers = _chosen(rng, rows, COMMAS)
    ordered = [[option for option in COMMAS if option in row] for row in answers]
    question = "How did you hear about us?"
    columns[question] = [", ".join(row) for row in ordered]
    return Drawn("commas in options", columns, ("stored", "asked"), _counts(question, answers))


def _own_words(rng: Random) -> Drawn:
    """Text behind "other" that holds the separator."""
    is_chinese, rows, columns = _start(rng)
    options = [*rng.sample(OPTIONS[is_chinese], 3), "其他" if is_chinese else "Other"]
    behind = (
        rng.choice(("〖同行群|老乡会〗", "（路过|随便看看）"))
        if is_chinese
        else " (a flyer|my boss)"
    )
    answers = _chosen(rng, rows, options)
    question = QUESTIONS[is_chinese][0]
    columns[question] = [
        "|".join(option + behind if option == options[-1] else option for option in row)
        for row in answers
    ]
    return Drawn("a separator inside brackets", columns, stored=_counts(question, answers))
