"""Laws 6, 7 and 16: lines that are no records, that do not count, that are said twice."""

from __future__ import annotations

import random

from tests.meaning.mutations.case import Case, Truth
from tests.meaning.mutations.tables import (
    ZH,
    Cells,
    Sound,
    csv_bytes,
    csv_lines,
    register,
    survey,
    xlsx_bytes,
)

GONE = {
    True: ("退展", "已取消", "取消（展商原因）", "无效", "作废"),
    False: ("Cancelled", "withdrawn", "Canceled by exhibitor", "Refunded", "rejected"),
}
SURE = {True: ("有效", "已确认", "正常"), False: ("Confirmed", "approved", "Active", "paid")}
OPEN = {
    True: ("审核中", "待付款", "候补"),
    False: ("Waiting list", "pending", "on hold", "Unpaid"),
}
STATUS = {
    True: ("状态", "合同状态", "报名状态", "审核情况"),
    False: ("Status", "Booking status", "State", "Order state"),
}
PREVIEW = {True: ("测试", "预览", "无效"), False: ("Survey Preview", "Test", "spam", "Preview")}


def clean(rng: random.Random) -> Case:
    """The twin: records and nothing else; a status that is the same for all."""
    sound = rng.choice((survey, register))(rng)
    rows, header = [list(row) for row in sound.rows], list(sound.header)
    if rng.random() < 0.5:
        is_zh = sound.style is ZH
        header.append(rng.choice(STATUS[is_zh]))
        word = rng.choice(SURE[is_zh])
        rows = [[*row, word] for row in rows]
    return _case("", 7, sound, header, _numbered(rows), rng)


def subtotals(rng: random.Random) -> Case:
    """A line of sums below each hall, and one below all."""
    sound = register(rng)
    word = rng.choice(
        (*sound.style.total, f"{{hall}}{rng.choice(('', ' '))}{sound.style.total[0]}")
    )
    place = rng.choice((0, 1))
    lines: list[tuple[int | None, Cells]] = []
    halls = list(dict.fromkeys(row[1] for row in sound.rows))
    for hall in halls:
        block = [(n, row) for n, row in enumerate(sound.rows) if row[1] == hall]
        lines += block
        lines.append((None, _sums([row for _, row in block], place, word.format(hall=hall))))
    lines.append((None, _sums(sound.rows, place, rng.choice(sound.style.total))))
    return _case("subtotals", 7, sound, sound.header, lines, rng)


def total_in_own_words(rng: random.Random) -> Case:
    """A last line that says the sum without a word for it."""
    sound = register(rng)
    word = rng.choice(("三馆全部", "全部展商", "All exhibitors", "Everything", ""))
    lines = [*_numbered(sound.rows), (None, _sums(sound.rows, 0, word))]
    return _case("total_in_own_words", 7, sound, sound.header, lines, rng)


def section_lines(rng: random.Random) -> Case:
    """A title above each hall."""
    sound = register(rng)
    form = rng.choice(("【{}】", "[{}]", "{}", "■ {}", "— {} —", "{}："))
    lines: list[tuple[int | None, Cells]] = []
    for hall in dict.fromkeys(row[1] for row in sound.rows):
        lines.append((None, [form.format(hall), *[""] * (len(sound.header) - 1)]))
        lines += [(n, row) for n, row in enumerate(sound.rows) if row[1] == hall]
    return _case("section_lines", 7, sound, sound.header, lines, rng)


def group_lines(rng: random.Random) -> Case:
    """A line above each hall with the number of its firms."""
    sound = register(rng)
    form = rng.choice(("{} ({})", "{}（{}）", "{}（共{}家）", "{} ({} firms)"))
    lines: list[tuple[int | None, Cells]] = []
    for hall in dict.fromkeys(row[1] for row in sound.rows):
        block = [(n, row) for n, row in enumerate(sound.rows) if row[1] == hall]
        head = [form.format(hall, len(block)), "", "", ""]
        if rng.random() < 0.5:
            head[2] = str(sum(int(row[2]) for _, row in block))
        lines += [(None, head), *block]
    return _case("group_lines", 7, sound, sound.header, lines, rng)


def dittos(rng: random.Random) -> Case:
    """Marks for the same firm as above."""
    sound = register(rng)
    mark = rng.choice(("同上", "″", "〃", "ditto", "同前"))
    rows, truth = [list(row) for row in sound.rows], [dict(values) for values in sound.truth]
    for place in rng.sample(range(1, len(rows)), 2):
        rows[place][0] = mark
    for place, row in enumerate(rows):
        if row[0] == mark:
            truth[place]["exhibitor_name"] = truth[place - 1]["exhibitor_name"]
    whole = Sound(sound.style, sound.header, rows, truth, sound.table)
    return _case("dittos", 7, whole, sound.header, _numbered(rows), rng)


def second_header(rng: random.Random) -> Case:
    """The second half under a header in another order."""
    sound = survey(rng)
    half = len(sound.rows) // 2
    order = list(range(len(sound.header)))
    while order == sorted(order):
        rng.shuffle(order)
    lines = _numbered(sound.rows[:half])
    lines.append((None, [sound.header[place] for place in order]))
    lines += [
        (half + n, [row[place] for place in order]) for n, row in enumerate(sound.rows[half:])
    ]
    return _case("second_header", 7, sound, sound.header, lines, rng)


def type_line(rng: random.Random) -> Case:
    """A line under the header that says what kind of question each is."""
    sound = survey(rng)
    words = rng.choice(
        (("填空", "单选", "量表"), ("Text", "Single choice", "Rating"), ("", "", "1-5"))
    )
    ratings = [words[2]] * (len(sound.header) - 3)
    line = [words[0] or "No.", words[1] or "text", *ratings, words[0] or "text"]
    return _case("type_line", 7, sound, sound.header, [(None, line), *_numbered(sound.rows)], rng)


def table_below(rng: random.Random) -> Case:
    """Another table below, behind a blank line."""
    sound = survey(rng)
    width = len(sound.header)
    below = rng.choice(
        (
            [["物品", "数量"], ["桌子", "40"], ["椅子", "160"], ["灯", "12"]],
            [["Item", "Ordered", "Unit"], ["Table", "40", "pc"], ["Chair", "160", "pc"]],
        )
    )
    lines: list[tuple[int | None, Cells]] = [*_numbered(sound.rows), (None, [""] * width)]
    lines += [(None, [*row, *[""] * (width - len(row))]) for row in below]
    return _case("table_below", 7, sound, sound.header, lines, rng)


def page_footers(rng: random.Random) -> Case:
    """A page number and the header again every so many lines."""
    sound = register(rng)
    form = rng.choice(("第 {} 页", "Page {} of 3", "- {} -", "第{}页，共3页"))
    lines: list[tuple[int | None, Cells]] = []
    for place, row in enumerate(sound.rows):
        if place and place % 5 == 0:
            lines.append((None, [form.format(place // 5), "", "", ""]))
            lines.append((None, list(sound.header)))
        lines.append((place, row))
    return _case("page_footers", 7, sound, sound.header, lines, rng)


def cancelled(rng: random.Random) -> Case:
    """A column that says which bookings are off."""
    return _qualified("cancelled", register(rng), GONE, rng)


def waiting(rng: random.Random) -> Case:
    """A column that says which bookings are not sure: asked, never simply stored."""
    return _qualified("waiting", register(rng), OPEN, rng)


def previews(rng: random.Random) -> Case:
    """A column that says which answers are tests."""
    return _qualified("previews", survey(rng), PREVIEW, rng)


def hidden_lines(rng: random.Random) -> Case:
    """Lines hidden or struck through: nobody knows whether they count, so each is named."""
    sound = register(rng)
    places = sorted(rng.sample(range(len(sound.rows)), 2))
    lines = tuple(place + 2 for place in places)
    marks = {"hidden": lines} if rng.random() < 0.5 else {"struck": lines}
    truth = {n + 2: values for n, values in enumerate(sound.truth) if n not in places}
    data = xlsx_bytes([sound.header, *sound.rows], **marks)
    return Case(6, "hidden_lines", "file.xlsx", data, sound.table, truth)


def address_twice(rng: random.Random) -> Case:
    """One person twice: the second answer is named, no address is stored."""
    sound = survey(rng)
    header = [*sound.header, rng.choice(("E-mail", "邮箱", "Your email address"))]
    rows = [[*row, f"p{n}@example.org"] for n, row in enumerate(sound.rows)]
    first, second = sorted(rng.sample(range(len(rows)), 2))
    rows[second][-1] = rows[first][-1]
    case = _case("address_twice", 16, sound, header, _numbered(rows), rng)
    del case.truth[second + 2]
    return Case(**vars(case) | {"must_not": ("@example.org",)})


FAULTS = (
    subtotals,
    total_in_own_words,
    section_lines,
    group_lines,
    dittos,
    second_header,
    type_line,
    table_below,
    page_footers,
    cancelled,
    waiting,
    previews,
    hidden_lines,
    address_twice,
)


def draw(rng: random.Random) -> Case:
    """A file with lines that are no records, or its clean twin."""
    return rng.choice((clean, *FAULTS))(rng)


def _qualified(
    fault: str, sound: Sound, words: dict[bool, tuple[str, ...]], rng: random.Random
) -> Case:
    is_zh = sound.style is ZH
    sure, word = rng.choice(SURE[is_zh]), rng.choice(words[is_zh])
    off = set(rng.sample(range(len(sound.rows)), rng.randint(1, 4)))
    header = [*sound.header, rng.choice(STATUS[is_zh])]
    rows = [[*row, word if n in off else sure] for n, row in enumerate(sound.rows)]
    lines = [(None if n in off else n, row) for n, row in enumerate(rows)]
    return _case(fault, 6, sound, header, lines, rng)


def _sums(rows: list[Cells], place: int, word: str) -> Cells:
    cells = ["", "", str(sum(int(row[2]) for row in rows)), str(sum(int(row[3]) for row in rows))]
    cells[place] = word
    return cells


def _numbered(rows: list[Cells]) -> list[tuple[int | None, Cells]]:
    return list(enumerate(rows))


def _case(
    fault: str,
    law: int,
    sound: Sound,
    header: Cells,
    lines: list[tuple[int | None, Cells]],
    rng: random.Random,
) -> Case:
    """`lines` are (place among the records, or None for a line that is none, cells)."""
    truth: Truth = {
        line: sound.truth[place]
        for line, (place, _) in enumerate(lines, start=2)
        if place is not None
    }
    cells = [header, *(row for _, row in lines)]
    if rng.random() < 0.5:
        return Case(law, fault, "file.xlsx", xlsx_bytes(cells), sound.table, truth)
    data = csv_bytes(csv_lines(cells), rng)
    return Case(law, fault, "file.csv", data, sound.table, truth)
