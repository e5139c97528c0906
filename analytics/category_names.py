"""What the answers and classes of a fair are called in the other language.

A category is kept as its file writes it. Beside it a person, or the demo's own list, puts a name in
the other language; whoever reads that language sees it on every figure and filter, and the stored
word stays what answers are counted by. One setting a fair: the word in the files -> the other name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from analytics.store import Reader, Store
from analytics.wording import Language, Say

if TYPE_CHECKING:
    import pandas as pd

    from analytics.figures import Figure

SETTING = "category_names:"
READ = "select value from settings where name = $name"
WRITE = "insert or replace into settings values ($name, $value)"
CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
NEVER_WORDED = frozenset(("key", "name", "segment", "edition", "id"))
"""Columns of a figure that hold ids, or companies by name."""
LETTERS = "\u3400-\u9fff\uf900-\ufaffA-Za-z0-9"
ALONE = {
    "zh": f"(?<![{LETTERS}])(?:{{}})(?![{LETTERS}])",
    "en": "(?<![A-Za-z0-9&])(?<![A-Za-z0-9&][ ])(?:{})(?![ ]?[A-Za-z0-9&])",
}
"""A word that is no part of a name: no letters touch it, and no other English word stands beside an
English one."""


def language_of(word: str) -> Language:
    """The language a word is written in."""
    return "zh" if CHINESE.search(word) else "en"


@dataclass(frozen=True, eq=False)
class CategoryNames:
    """`others`: a word as the files write it -> its name in the other language."""

    others: Mapping[str, str] = field(default_factory=dict)

    def worded(self, word: str, say: Say) -> str:
        """A category as this reader calls it; as its file does where it has no other name."""
        return word if language_of(word) == say.language else self.others.get(word) or word

    def in_figures(self, figures: Iterable[Figure], say: Say) -> tuple[Figure, ...]:
        """Every one of them so."""
        return tuple(self.in_figure(figure, say) for figure in figures)

    def in_figure(self, figure: Figure, say: Say) -> Figure:
        """A figure whose categories are called as this reader calls them; ids stay what they
        are.
        """
        if self._pattern(say.language) is None:
            return figure
        claim = figure.claim
        return replace(
            figure,
            claim=replace(claim, text=self._in_text(claim.text, say)) if claim else None,
            finding=self._in_text(figure.finding, say),
            base=self._in_text(figure.base, say),
            notes=tuple(self._in_text(note, say) for note in figure.notes),
            details={name: self._in_text(text, say) for name, text in figure.details.items()},
            data=self._in_table(figure.data, say),
            guides=None if figure.guides is None else self._in_table(figure.guides, say),
        )

    def _in_table(self, table: pd.DataFrame, say: Say) -> pd.DataFrame:
        worded = {}
        for name in table.columns.difference(sorted(NEVER_WORDED)):
            texts = {cell for cell in table[name] if isinstance(cell, str)}
            names = {text: self._in_text(text, say) for text in texts}
            if any(text != other for text, other in names.items()):
                worded[name] = table[name].map(lambda cell, names=names: names.get(cell, cell))
        return table.assign(**worded) if worded else table

    def _in_text(self, text: str, say: Say) -> str:
        """Where a category stands by itself; inside a company's name it is part of the name."""
        pattern = self._pattern(say.language)
        return pattern.sub(lambda hit: self.others[hit[0]], text) if pattern and text else text

    def _pattern(self, language: Language) -> re.Pattern[str] | None:
        return self._patterns[language]

    @cached_property
    def _patterns(self) -> dict[Language, re.Pattern[str] | None]:
        """By the reader's language: the words written in the other one."""
        return {"zh": self._words_in("en"), "en": self._words_in("zh")}

    def _words_in(self, language: Language) -> re.Pattern[str] | None:
        words = [
            word for word, name in self.others.items() if name and language_of(word) == language
        ]
        if not words:
            return None
        longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        return re.compile(ALONE[language].replace("{}", longest_first))


def read_category_names(reader: Reader, fair: str) -> CategoryNames:
    """Those of a fair; none where nobody gave one."""
    kept_as = reader.rows(READ, name=f"{SETTING}{fair}")
    return CategoryNames(json.loads(kept_as[0]["value"]) if kept_as else {})


def write_category_names(store: Store, fair: str, others: Mapping[str, str]) -> None:
    """Keep these names of a fair, in the place of those before."""
    named = {word: name.strip() for word, name in others.items() if name.strip() and name != word}
    text = json.dumps(named, ensure_ascii=False, sort_keys=True)
    store.write(WRITE, name=f"{SETTING}{fair}", value=text)
