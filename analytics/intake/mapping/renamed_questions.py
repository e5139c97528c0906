"""Questions that an earlier file asked in other words: offered as the same, by wording, place and
neighbours.

Only a question that is new beside one that is gone can be a renamed one. Wording alone is never
enough where it is short, nor are neighbours alone: 观众数量 is not 观众质量.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analytics.intake.cells.text_keys import header_key, label_key
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.doubt import Doubt
from analytics.intake.mapping.from_earlier_files import is_telling, newest_mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.question_header import read_question
from analytics.intake.table.inspection import Inspection

RENAMED = "renamed"
BETWEEN = "”, “"
"""Between the names of several earlier questions."""
PAIRED = ("item", "importance", "expectation")
OF_A_NEIGHBOUR = 0.15
ALIKE, SURE = 0.45, 0.85
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Pair:
    """`column` of this file asks what `earlier` asked; `score` says how likely that is."""

    column: str
    earlier: ColumnUse
    score: float


def renamed(
    mapping: Mapping, inspection: Inspection, known: Known
) -> tuple[Mapping, tuple[Doubt, ...]]:
    """The mapping with renamed questions under their earlier names, and what is to be said of it:
    sure ones are remarked on, likely ones asked about.
    """
    before = newest_mapping(known, mapping.kind)
    if before is None:
        return mapping, ()
    pairs = _pairs(mapping, before, inspection)
    for pair in pairs:
        mapping = mapping.with_use(_joined(mapping.use(pair.column), pair.earlier))
    sure = [pair for pair in pairs if pair.score >= SURE]
    likely = [pair for pair in pairs if pair.score < SURE]
    return mapping, tuple(_said(pair) for pair in sure) + _asked(likely)


def _said(pair: Pair) -> Doubt:
    return Doubt(RENAMED, (pair.column,), "note", {"earlier": pair.earlier.column})


def _asked(pairs: list[Pair]) -> tuple[Doubt, ...]:
    """One question for all pairs that are only likely."""
    if not pairs:
        return ()
    earlier = BETWEEN.join(pair.earlier.column for pair in pairs)
    return (Doubt(RENAMED, tuple(pair.column for pair in pairs), "guess", {"earlier": earlier}),)


def _joined(use: ColumnUse, earlier: ColumnUse) -> ColumnUse:
    return replace(
        use,
        key=earlier.key,
        dimension=earlier.dimension,
        name_zh=earlier.name_zh,
        name_en=earlier.name_en,
        doubt="" if use.doubt == "new_item" else use.doubt,
    )


def _pairs(mapping: Mapping, before: Mapping, inspection: Inspection) -> list[Pair]:
    """The best partner of each new question among those that are absent; each is used once."""
    now = [use for use in mapping.columns if use.target in PAIRED]
    earlier = [use for use in before.columns if use.target in PAIRED]
    absent = _unknown_to(earlier, inspection.names, now)
    new = _unknown_to(now, [use.column for use in before.columns], earlier)
    scored = [
        Pair(use.column, other, score)
        for use in new
        for other in absent
        if use.target == other.target and (score := _score(use, other, now, earlier)) >= ALIKE
    ]
    pairs: list[Pair] = []
    for pair in sorted(scored, key=lambda pair: -pair.score):
        is_free = all(
            pair.column != other.column and pair.earlier.column != other.earlier.column
            for other in pairs
        )
        if is_free:
            pairs.append(pair)
    return pairs


def _unknown_to(
    uses: Sequence[ColumnUse], headers: Iterable[str], others: Sequence[ColumnUse]
) -> list[ColumnUse]:
    """The questions that another file asks nowhere: under no header of its own, and by the name of
    none of its questions.
    """
    keys = set(map(header_key, headers))
    names = set(map(_identity, others))
    return [
        use
        for use in uses
        if (key := header_key(use.column)) not in keys
        and _identity(use) not in names
        and is_telling(key)
    ]


def _identity(use: ColumnUse) -> tuple[str, str, str]:
    return use.target, label_key(use.name_zh), label_key(use.name_en)


def _score(
    use: ColumnUse, other: ColumnUse, now: Sequence[ColumnUse], earlier: Sequence[ColumnUse]
) -> float:
    """From 0 to about 1: how alike two questions are worded, and how many of their neighbours are
    the same. 0 where numbers in them differ.
    """
    if DIGITS.findall(use.column) != DIGITS.findall(other.column):
        without_number = [read_question(each.column).label for each in (use, other)]
        if DIGITS.findall(without_number[0]) != DIGITS.findall(without_number[1]):
            return 0.0
    wording = _likeness(*(label_key(read_question(each.column).label) for each in (use, other)))
    if wording < ALIKE:
        return 0.0
    around = zip(_around(use, now), _around(other, earlier), strict=True)
    same = sum(first == second for first, second in around if first)
    return wording + OF_A_NEIGHBOUR * same


def _around(use: ColumnUse, uses: Sequence[ColumnUse]) -> tuple[str, str]:
    """The headers before and behind."""
    names = [""] + [header_key(other.column) for other in uses] + [""]
    place = names.index(header_key(use.column), 1)
    return names[place - 1], names[place + 1]


def _likeness(first: str, second: str) -> float:
    """The share of pairs of letters that two labels have in common (Dice); 0.7 at least where one
    holds the other.
    """
    pairs = [Counter(text[at : at + 2] for at in range(len(text) - 1)) for text in (first, second)]
    total = sum(sum(counted.values()) for counted in pairs)
    common = sum((pairs[0] & pairs[1]).values())
    dice = 2 * common / total if total else 0.0
    shorter, longer = sorted((first, second), key=len)
    return max(dice, 0.7) if len(shorter) > 1 and shorter in longer else dice
