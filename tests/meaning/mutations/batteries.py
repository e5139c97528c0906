"""Law 2: ratings that nobody rated low, and counts that look like ratings."""

from __future__ import annotations

from random import Random

from tests.meaning.mutations.drawn_file import EITHER, Drawn, head, mean, steps

ITEMS = {
    True: (
        "展位搭建",
        "餐饮",
        "物流运输",
        "现场秩序",
        "班车",
        "保洁",
        "安保",
        "洗手间",
        "停车",
        "观众质量",
    ),
    False: (
        "Stand building",
        "Catering",
        "Shuttle bus",
        "Security",
        "Toilets",
        "Parking",
        "Signage",
    ),
}
COUNTS = {
    True: (
        "第几次参展",
        "带来几位同事",
        "订了几个展位",
        "馆号",
        "同行人数",
        "星期几到场",
        "您的年龄段",
        "是否首次参展",
    ),
    False: (
        "Hall no",
        "Number of colleagues",
        "Years exhibiting",
        "Age group",
        "Weekday",
        "First time here?",
    ),
}


def draw(rng: Random) -> Drawn:
    return rng.choice((_high_between, _counts_beside, _high_importance))(rng)


def _high_between(rng: Random) -> Drawn:
    """A well-liked item among others, under its plain name or with its suffix."""
    is_chinese, rows = rng.random() < 0.5, rng.randint(20, 60)
    columns = head(rng, rows, is_chinese)
    names = rng.sample(ITEMS[is_chinese], 4)
    suffix = rng.choice(("", "满意度" if is_chinese else " satisfaction"))
    stored = []
    for place, name in enumerate(names):
        low = rng.choice((3, 4)) if place in (1, 2) else 1
        columns[f"{name}{suffix}"] = steps(rng, rows, low)
        check = {"measure": f"{name}{suffix}", "n": rows, "scale": [1, 5]}
        stored.append(check | {"mean": mean(columns[f"{name}{suffix}"])})
    return Drawn("a battery with high items", columns, stored=[*stored, _items(4)])


def _counts_beside(rng: Random) -> Drawn:
    """Counts and codes behind, before or between two ratings."""
    is_chinese, rows = rng.random() < 0.5, rng.randint(20, 60)
    columns = head(rng, rows, is_chinese)
    suffix = "满意度" if is_chinese else " satisfaction"
    rated = [f"{name}{suffix}" for name in rng.sample(ITEMS[is_chinese], 2)]
    counts = rng.sample(COUNTS[is_chinese], rng.randint(1, 3))
    order = [*rated, *counts]
    rng.shuffle(order)
    for name in order:
        top = rng.randint(2, 7)
        columns[name] = steps(rng, rows) if name in rated else steps(rng, rows, 1, top)
    stored = [{"measure": name, "n": rows, "mean": mean(columns[name])} for name in rated]
    return Drawn("counts beside ratings", columns, EITHER, [*stored, _items(2)])


def _high_importance(rng: Random) -> Drawn:
    """Importances of which some used only the best steps, beside the ratings they belong to."""
    is_chinese, rows = rng.random() < 0.5, rng.randint(20, 60)
    columns = head(rng, rows, is_chinese)
    names = rng.sample(ITEMS[is_chinese], 3)
    important = "{}重要性" if is_chinese else "Importance: {}"
    rated = "{}满意度" if is_chinese else "Satisfaction: {}"
    stored = []
    for name in names:
        columns[important.format(name)] = steps(rng, rows, rng.choice((3, 4)))
        check = {"measure": f"importance:{name}", "n": rows}
        stored.append(check | {"mean": mean(columns[important.format(name)])})
    for name in names:
        columns[rated.format(name)] = steps(rng, rows)
    return Drawn("importances without low steps", columns, stored=[*stored, _items(3)])


def _items(count: int) -> dict[str, object]:
    return {"table": "items", "count": count}
