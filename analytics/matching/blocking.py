"""Which pairs are worth comparing: names that share a key. Two names without a common key are never
compared.

Keys: the whole text; how the own name sounds, which the leading words of an English name may spell;
for Latin names each word that few names have, the first and last letters of the name, and its first
word with one letter less, so that one wrong letter leaves a key to meet at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from analytics.matching.name_parts import Name
from analytics.matching.spelling import sound
from analytics.matching.translated_names import leading, readings

EDGE_LETTERS = 6
SHORTEST_SLIP = 4
MOST_SHARING_A_WORD = 60
Index = dict[str, list[int]]


def keys(name: Name) -> Iterator[str]:
    """Everything by which a name can be found."""
    yield "=" + name.whole
    yield "=" + name.body
    if name.is_chinese:
        yield "~" + sound("".join(name.own))
        return
    yield from ("~" + start for words, _ in readings(name) for start in leading(words))
    yield from ("w" + word for word in set(name.own))
    yield from ("<" + name.body[:EDGE_LETTERS], ">" + name.body[-EDGE_LETTERS:])
    yield from ("-" + lacking for lacking in _one_letter_less(name.own[0]))
    yield "+" + "".join(name.own[:2])


def _one_letter_less(word: str) -> Iterator[str]:
    """The word, and it without each of its letters: words one slip apart have one in common."""
    yield word
    if len(word) > SHORTEST_SLIP:
        yield from {word[:place] + word[place + 1 :] for place in range(len(word))}


def index(names: Iterable[tuple[int, Name]]) -> Index:
    """Key -> the numbers of the names with it. A word or an ending that many have is no key."""
    numbers_of_key: dict[str, list[int]] = defaultdict(list)
    for number, name in names:
        for key in keys(name):
            if not numbers_of_key[key] or numbers_of_key[key][-1] != number:
                numbers_of_key[key].append(number)
    return {
        key: numbers
        for key, numbers in numbers_of_key.items()
        if key[0] in "=~" or len(numbers) <= MOST_SHARING_A_WORD
    }


def candidates(name: Name, known: Index) -> set[int]:
    """The numbers of the names that share a key with this one."""
    return {number for key in keys(name) for number in known.get(key, ())}
