"""Law 4: which end is best, which number is yes, what a word stands for."""

from __future__ import annotations

from random import Random

from tests.meaning.mutations.drawn_file import ASKED, EITHER, STORED, Drawn, head, mean, steps

NAMES = {
    True: ("餐饮满意度", "班车满意度"),
    False: ("Catering satisfaction", "Shuttle satisfaction"),
}
AGAIN = {
    True: ("下届是否参展？", "明年您还会参展吗"),
    False: ("Will you exhibit again?", "Do you plan to return next year?"),
}
LIKELY = {True: "您下届继续参展的可能性", False: "How likely are you to exhibit again?"}
THREE = {
    True: (("不会", "不确定", "会"), ("不参加", "可能参加", "一定参加")),
    False: (("No", "Maybe", "Yes"), ("no", "not sure", "yes")),
}
FIVE = {
    True: ("非常不可能", "不太可能", "不确定", "比较可能", "非常可能"),
    False: ("Very unlikely", "Unlikely", "Neither likely nor unlikely", "Likely", "Very likely"),
}
CODED = {True: ("您的年龄段", "职务", "性别"), False: ("Age group", "Job level", "Gender")}
PRINTED = ("非常满意", "满意", "一般", "不满意", "非常不满意")
UNKNOWN = {True: ("马马虎虎", "棒极了", "凑合"), False: ("Superb", "Meh", "Top notch")}
KNOWN = {True: ("非常满意", "满意", "一般"), False: ("Very satisfied", "Satisfied", "Neutral")}
STATEMENTS = {
    True: "卫生间总要排队（1=非常不同意，5=非常同意）",
    False: "Queues were too long (1=strongly disagree, 5=strongly agree)",
}


def draw(rng: Random) -> Drawn:
    ways = (_codes, _option_cells, _one_two, _one_zero, _words, _unknown, _statement)
    return rng.choice(ways)(rng)


def _start(rng: Random) -> tuple[bool, int, dict]:
    is_chinese, rows = rng.random() < 0.5, rng.randint(20, 60)
    return is_chinese, rows, head(rng, rows, is_chinese)


def _codes(rng: Random) -> Drawn:
    """Ages and jobs as codes beside ratings: which end of those is best is open."""
    is_chinese, rows, columns = _start(rng)
    for name in rng.sample(CODED[is_chinese], rng.randint(1, 2)):
        columns[name] = steps(rng, rows, 1, rng.randint(2, 5))
    for name in NAMES[is_chinese]:
        columns[name] = steps(rng, rows)
    return Drawn("codes in printed order", columns, ASKED)


def _option_cells(rng: Random) -> Drawn:
    """1(非常满意) … 5(非常不满意): the words say which end is best; a silent neighbour may be asked
    about.
    """
    _, rows, columns = _start(rng)
    printed = steps(rng, rows)
    columns["餐饮满意度"] = [f"{number}({PRINTED[number - 1]})" for number in printed]
    check = {"measure": "餐饮满意度", "n": rows, "mean": mean([6 - number for number in printed])}
    return Drawn("numbers with words, best first", columns, EITHER, [check])


def _one_two(rng: Random) -> Drawn:
    is_chinese, rows, columns = _start(rng)
    columns[rng.choice(AGAIN[is_chinese])] = steps(rng, rows, 1, 2)
    return Drawn("yes and no as 1 and 2", columns, ASKED)


def _one_zero(rng: Random) -> Drawn:
    is_chinese, rows, columns = _start(rng)
    answers = steps(rng, rows, 0, 1)
    columns[rng.choice(AGAIN[is_chinese])] = answers
    check = {"measure": "intention", "n": rows, "mean": mean([1 + 2 * yes for yes in answers])}
    return Drawn("yes and no as 1 and 0", columns, STORED, [check])


def _words(rng: Random) -> Drawn:
    is_chinese, rows, columns = _start(rng)
    is_five = rng.random() < 0.5
    words = FIVE[is_chinese] if is_five else rng.choice(THREE[is_chinese])
    name = LIKELY[is_chinese] if is_five else rng.choice(AGAIN[is_chinese])
    answers = steps(rng, rows, 1, len(words))
    columns[name] = [words[step - 1] for step in answers]
    check = {"measure": "intention", "n": rows, "mean": mean(answers)}
    return Drawn("intention in words", columns, STORED, [check])


def _unknown(rng: Random) -> Drawn:
    """Words nobody knows among those that everybody does."""
    is_chinese, rows, columns = _start(rng)
    words = [*KNOWN[is_chinese], rng.choice(UNKNOWN[is_chinese])]
    name = NAMES[is_chinese][0]
    columns[name] = [*words, *(rng.choice(words) for _ in range(rows - len(words)))]
    return Drawn("unknown words", columns, ASKED)


def _statement(rng: Random) -> Drawn:
    """Agreement with something bad."""
    is_chinese, rows, columns = _start(rng)
    columns[NAMES[is_chinese][0]] = steps(rng, rows)
    overall = columns[list(columns)[1]]
    columns[STATEMENTS[is_chinese]] = [6 - int(step) for step in overall]
    return Drawn("a statement against the others", columns, ASKED)
