"""A Chinese company name: place, own name (字号), line of trade, legal form, in this order; a
branch or a department behind.
"""

from __future__ import annotations

import re

from analytics.matching.company_words import vocabulary
from analytics.matching.name_parts import Brackets, Name
from analytics.matching.places import Place, place_prefix

GAPS = re.compile(r"[\s·•,，。.、_/|\-–—'’:：]+")
NUMERAL = "一二三四五六七八九十百\\d"
NUMBERED_WORKS = re.compile(rf"第?([{NUMERAL}]+)(?:分)?(?=厂$)")
NUMBER = re.compile(rf"第([{NUMERAL}]+)|(\d+)")
LEGAL_END = r"(?:公司|厂|集团|中心|商行|经营部|研究所|研究院)"
DEPARTMENT = re.compile(rf"^(.{{3,}}?{LEGAL_END})[^厂]{{1,7}}(?:部|科|课|处|组|室)$")
NUMERALS = "零一二三四五六七八九"
NUMBERED = re.compile(r"第(\d)(?!\d)")
SHORTEST_OWN = 2


def parse(text: str, brackets: Brackets) -> Name:
    whole = GAPS.sub("", "".join((text, *brackets.asides)))
    plain = GAPS.sub("", text)
    rest, branch = _without_branch(
        NUMBERED.sub(lambda digit: f"第{NUMERALS[int(digit[1])]}", plain)
    )
    rest, has_department = _without_department(rest)
    numbers = {_digits(numeral) for numeral in NUMBERED_WORKS.findall(rest)}
    rest, forms, is_group = _without_forms(NUMBERED_WORKS.sub("", rest))
    countries, place, rest = _without_place(rest, brackets.place)
    is_inside_group = "集团" in rest
    if rest.endswith("中国") and len(rest) > len("中国"):
        countries, rest = countries | {"china"}, rest.removesuffix("中国")
    own, trades = _own_and_trades(rest.replace("集团", "", 1))
    numbers |= {_digits(numeral) for pair in NUMBER.findall(own) for numeral in pair if numeral}
    return Name(
        whole=whole,
        is_chinese=True,
        own=(own,),
        trades=trades,
        place=brackets.place or place,
        forms=forms,
        is_group=is_group or brackets.is_group,
        is_inside_group=is_inside_group,
        branch=branch or brackets.branch,
        numbers=frozenset(numbers),
        countries=countries | brackets.countries,
        has_department=has_department or brackets.has_department,
    )


def _without_branch(text: str) -> tuple[str, str]:
    """上海分公司, 驻京办事处 behind a whole name, or behind a place at the end of one."""
    ending = next((branch for branch in vocabulary().branches if text.endswith(branch)), "")
    if not ending or len(text) - len(ending) < SHORTEST_OWN:
        return text, ""
    before = text.removesuffix(ending)
    if whole := re.match(rf"(.{{3,}}?{LEGAL_END})(.{{0,8}})$", before):
        return whole.group(1), whole.group(2).removeprefix("驻") + ending
    for start in range(len(before) - SHORTEST_OWN, SHORTEST_OWN, -1):
        place, rest = place_prefix(before[start:] + "  ")
        if place and not rest.strip():
            return before[:start].removesuffix("驻"), before[start:] + ending
    return before, ending


def _without_department(text: str) -> tuple[str, bool]:
    department = DEPARTMENT.match(text)
    return (department.group(1), True) if department else (text, False)


def _without_forms(text: str) -> tuple[str, frozenset[str], bool]:
    """Endings taken off one by one: 电器 · 厂 · 有限公司. Something always stays."""
    endings = [*vocabulary().forms, *((group, "") for group in vocabulary().chinese_groups)]
    forms: set[str] = set()
    is_group, is_going_on = False, True
    while is_going_on:
        is_going_on = False
        for ending, form in endings:
            if text.endswith(ending) and len(text) - len(ending) >= SHORTEST_OWN:
                text, is_going_on = text.removesuffix(ending), True
                is_group = is_group or not form
                forms |= {form} - {""}
                break
    return text, frozenset(forms), is_group


def _without_place(text: str, in_brackets: Place) -> tuple[frozenset[str], Place, str]:
    """Country and place off the front. Where nothing would be left, or brackets name another place,
    it is the firm's own name.
    """
    countries: frozenset[str] = frozenset()
    if text.startswith("中国") and len(text) > len("中国") + 1:
        countries, text = frozenset({"china"}), text.removeprefix("中国")
    place, rest = place_prefix(text)
    is_elsewhere = bool(in_brackets.city) and place.city != in_brackets.city
    is_own_name = len(rest) < SHORTEST_OWN or is_elsewhere
    return (countries, Place(), text) if is_own_name else (countries, place, rest)


def _own_and_trades(text: str) -> tuple[str, tuple[str, ...]]:
    """Known trades taken off the end; where nothing else is left, they are the own name."""
    rest, trades = text, list[str]()
    while word := _trade_at_end(rest):
        trades[:0] = vocabulary().full_trades.get(word, (word,))
        rest = rest.removesuffix(word)
    return (rest, tuple(trades)) if rest else (text, ())


def _trade_at_end(text: str) -> str:
    known = vocabulary()
    for length in range(min(known.longest_trade, len(text)), 1, -1):
        if text[-length:] in known.trades or text[-length:] in known.full_trades:
            return text[-length:]
    return ""


def _digits(numeral: str) -> str:
    """One digit as a digit, however it was written; a longer number as it stands."""
    return str(NUMERALS.index(numeral)) if numeral in NUMERALS else numeral
