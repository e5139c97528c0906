"""Which exhibitor codes can be trusted: not what a spreadsheet has damaged, what stands for none,
what several firms share.

A code that cannot be trusted is no code: the company is known by its name, and every such line is
pointed out. A firm that has another name at a later edition keeps its code; two firms at one
edition do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.rating import MISSING
from analytics.intake.cells.text_keys import label_key, name_key
from analytics.intake.cells.vocabulary import vocabulary
from analytics.intake.convert.damaged_answers import damage, usual_width
from analytics.intake.convert.value_columns import Rows, codes, is_blank

NONE = MISSING | {name_key(word) for word in vocabulary()["codes"]["none"]}
ONE_DIGIT = re.compile(r"(\d)\1*")
SHORTEST_FILLER = 3
EXACT_DIGITS, EXACT = 15, 2**53
MOST_COMPARED, MOST_NAMED = 200, 3
APART = frozenset(
    ("own_name_differs", "trade_differs", "place_differs", "number_differs", "country_differs")
)
REASONS = {"id_damaged": "code_damaged", "zeros_lost": "code_zeros_lost"}
Details = dict[str, Any]
Places = np.ndarray[Any, np.dtype[np.int64]]


def sound_codes(
    rows: Rows, column: str, code: pa.Array, name: pa.Array, edition: pa.Array | None = None
) -> pa.Array:
    """The codes without those that say nothing certain; each of these is remarked on."""
    encoded = code.dictionary_encode()
    texts, places = encoded.dictionary.to_pylist(), codes(encoded)
    unsound: dict[int, tuple[str, Details]] = {
        place: ("code_shared", {"names": names}) for place, names in _shared(places, name, edition)
    }
    unsound |= dict(_by_itself(texts, places))
    if not unsound:
        return code
    is_nameless = is_blank(name)
    hit = np.isin(places, list(unsound))
    for row in np.flatnonzero(hit).tolist():
        reason, details = unsound[int(places[row])]
        if reason == "code_zeros_lost" and is_nameless[row]:
            hit[row] = False  # the only thing known of the company, and probably right
        elif rows.stay[row]:
            value = texts[int(places[row])]
            rows.remarks.add(
                reason, line=int(rows.lines[row]), column=column, value=value, **details
            )
    return pa.array(np.where(hit, None, np.array([*texts, None], object)[places]), pa.string())


def _by_itself(texts: list[str], places: Places) -> Iterator[tuple[int, tuple[str, Details]]]:
    """The codes that are none as they stand there: place, reason, details."""
    width = usual_width(texts, np.bincount(places[places >= 0], minlength=len(texts)).tolist())
    rounded, known = _rounded(texts), frozenset(texts)
    for place, text in enumerate(texts):
        if _is_none(text, known):
            yield place, ("code_is_none", {})
        elif problem := "id_damaged" if text in rounded else damage(text, width):
            yield place, (REASONS[problem], {"width": str(width)})


def _is_none(text: str, known: frozenset[str]) -> bool:
    """A word for none, zeros, or a filler like 9999: a digit repeated, unless the numbering of the
    list comes to it.
    """
    if text.isascii() and text.isdecimal() and text[0] != text[-1] and text not in NONE:
        return False  # most codes, and quicker told
    key = name_key(text)
    if key in NONE:
        return True
    if not ONE_DIGIT.fullmatch(key):
        return False
    beside = {str(int(key) - 1), str(int(key) + 1)}
    return not int(key) or (len(key) >= SHORTEST_FILLER and not beside & known)


def _rounded(texts: list[str]) -> frozenset[str]:
    """Numbers longer than a spreadsheet can hold, where most of the column are such as a
    spreadsheet leaves behind.
    """
    long = [text for text in texts if text.isdecimal() and len(text) > EXACT_DIGITS]
    left_behind = [text for text in long if _may_be_rounded(text)]
    return frozenset(left_behind) if len(left_behind) * 2 > len(long) else frozenset()


def _may_be_rounded(text: str) -> bool:
    number = int(text)
    return not int(text[EXACT_DIGITS:]) or (number > EXACT and int(float(number)) == number)


def _shared(places: Places, name: pa.Array, edition: pa.Array | None) -> Iterator[tuple[int, str]]:
    """The codes that stand at clearly different names at one edition, with some of these names."""
    encoded = name.dictionary_encode()
    names, who = encoded.dictionary.to_pylist(), codes(encoded)
    where = np.zeros(len(places), np.int64)
    if edition is not None:
        where = codes(edition.dictionary_encode())
    complete = np.flatnonzero((places >= 0) & (who >= 0) & (where >= 0))
    if not complete.size:
        return
    groups = places[complete] * (where.max() + 1) + where[complete]
    pairs = np.unique(groups * len(names) + who[complete])
    group = pairs // len(names)
    several = pairs[np.isin(group, group[1:][group[1:] == group[:-1]])]
    for code_at_edition, same in groupby(several.tolist(), key=lambda pair: pair // len(names)):
        bearers = [names[pair % len(names)] for pair in same]
        if _are_apart(bearers):
            yield int(code_at_edition // (where.max() + 1)), ", ".join(bearers[:MOST_NAMED])


def _are_apart(names: Iterable[str]) -> bool:
    """Is one of the names clearly another firm's than the first."""
    different = list({label_key(name): name for name in names}.values())
    return any(are_different(different[0], other) for other in islice(different, 1, MOST_COMPARED))


def are_different(name: str, other: str) -> bool:
    """Two names of one script, neither of them part of the other, that cannot be one firm's."""
    from analytics.matching.company_name import take_apart
    from analytics.matching.scoring import ASK, compare

    mine, theirs = take_apart(name), take_apart(other)
    pairs = [
        (a, b)
        for a in (mine.main, *mine.others, *mine.former)
        for b in (theirs.main, *theirs.others, *theirs.former)
    ]
    if any(
        a.is_chinese != b.is_chinese or a.whole in b.whole or b.whole in a.whole for a, b in pairs
    ):
        return False
    scores = [compare(a, b) for a, b in pairs]
    return all(score.score < ASK and APART.intersection(score.reasons) for score in scores)
