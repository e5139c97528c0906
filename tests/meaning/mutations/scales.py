"""Law 3: a scale belongs to its battery; zeros and two ticks in a cell."""

from __future__ import annotations

from random import Random

from tests.meaning.mutations.drawn_file import ASKED, EITHER, Drawn, head, mean, steps

NAMES = {
    True: ("餐饮满意度", "班车满意度", "保洁满意度"),
    False: ("Catering satisfaction", "Shuttle satisfaction", "Toilets satisfaction"),
}
ORDINALS = {
    True: ("馆号", "第几届参展", "星期几"),
    False: ("Hall no", "Years exhibiting", "Weekday"),
}


def draw(rng: Random) -> Drawn:
    return rng.choice((_ordinal_beside, _zeros, _two_ticks, _stated))(rng)


def _ordinal_beside(rng: Random) -> Drawn:
    """A column that goes to 6–9 beside ratings that end at 5."""
    is_chinese, rows = rng.random() < 0.5, rng.randint(20, 60)
    columns = head(rng, rows, is_chinese)
    names = [*NAMES[is_chinese][:2], rng.choice(ORDINALS[is_chinese])]
    rng.shuffle(names)
    top = rng.randint(6, 9)
    for name in names:
        columns[name] = steps(rng, rows, 1, 5 if name in NAMES[is_chinese] else top)
    stored = [
        {"measure": name, "n": rows, "mean": mean(columns[name]), "scale": [1, 5]}
        for name in NAMES[is_chinese][:2]
    ]
    return Drawn("an ordinal beside ratings", columns, EITHER, stored)


def _zeros(rng: Random) -> Drawn:
    """Zeros among 1–5: an answer, or a code for none; nobody can know."""
    is_chinese, rows = rng.random() < 0.5, rng.randint(20, 60)
    columns = head(rng, rows, is_chinese)
    for name in NAMES[is_chinese][:2]:
        columns[name] = steps(rng, rows, 0, 5)
    return Drawn("zeros among 1–5", columns, ASKED)


def _two_ticks(rng: Random) -> Drawn:
    """'4,5' in a column of whole numbers."""
    is_chinese, rows = rng.random() < 0.5, rng.randint(25, 60)
    columns = head(rng, rows, is_chinese)
    name = rng.choice(NAMES[is_chinese])
    whole: list[object] = list(steps(rng, rows))
    lines = sorted(rng.sample(range(rows), 2))
    for row in lines:
        low = rng.randint(1, 4)
        whole[row] = f"{low},{rng.randint(low + 1, 5)}"
    columns[name] = whole
    whole_ones = [float(cell) for cell in whole if isinstance(cell, int)]
    stored = [{"measure": name, "n": rows - 2, "mean": mean(whole_ones)}]
    return Drawn("two ticks in a cell", columns, stored=stored, named=[row + 2 for row in lines])


def _stated(rng: Random) -> Drawn:
    """A scale that the header states, used as it may be."""
    is_chinese, rows = rng.random() < 0.5, rng.randint(20, 60)
    columns = head(rng, rows, is_chinese)
    low, high = rng.choice(((0, 5), (0, 10), (1, 7), (1, 10), (1, 4)))
    name = f"{NAMES[is_chinese][0]}（{low}-{high}）"
    columns[name] = steps(rng, rows, low, high - rng.randint(0, 1))
    check = {"measure": name, "n": rows, "mean": mean(columns[name]), "scale": [low, high]}
    return Drawn("a stated scale", columns, stored=[check])
