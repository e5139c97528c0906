"""Many texts read in a child process: seconds that hold up nobody's page.

Each different text is read once. What comes back are two long tables: `named` (text, theme, tone)
and `worded` (text, word), a word once a text, for keyness. English words come as the form in which
most wrote them.
"""

from __future__ import annotations

import gc
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analytics import worker
from analytics.comments.dictionary import Dictionary, Theme, dictionary_of, stop_words
from analytics.comments.reading import mentions_of
from analytics.comments.units import FIRST_CHINESE, plain, segmented, stem
from analytics.wording import Name, phrase

if TYPE_CHECKING:
    import pyarrow as pa

    from analytics.worker import Report

TASK = "analytics.comments.reading_child:read"
TEXTS, THEMES, NAMED, WORDED = "texts.arrow", "themes.json", "named.arrow", "worded.arrow"
STEP = phrase("Reading what was written")
FEW = 1_000
"""So few texts are read at once: a child would take longer to start."""
SHORTEST = {True: 2, False: 3}
"""Characters of a Chinese word, letters of another, below which it is no key word."""
AT_ONCE = 2_000


def read_texts(texts: Sequence[str], dictionary: Dictionary) -> tuple[pa.Table, pa.Table]:
    """`named` and `worded` of these texts, in a child where they are many. Raises ChildStopped
    where the child ran out of memory or time.
    """
    if len(texts) <= FEW:
        return tables(texts, dictionary)
    import pyarrow as pa
    from pyarrow import feather

    with tempfile.TemporaryDirectory(prefix="expolens-comments-") as place:
        folder = Path(place)
        feather.write_feather(pa.table({"text": pa.array(texts, pa.string())}), folder / TEXTS)
        themes = json.dumps([asdict(theme) for theme in dictionary.themes], ensure_ascii=False)
        (folder / THEMES).write_text(themes, "utf-8")
        worker.run(TASK, {}, folder, limits=worker.LONG)
        return tuple(
            feather.read_table(folder / name, memory_map=False) for name in (NAMED, WORDED)
        )


def read(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """The child's task: reads `texts.arrow` and `themes.json`, writes `named` and `worded`."""
    from pyarrow import feather

    gc.disable()  # a short life, and nothing that refers to itself
    texts = feather.read_table(folder / TEXTS)["text"].to_pylist()
    dictionary = dictionary_of(map(_theme, json.loads((folder / THEMES).read_text("utf-8"))))
    results = tables(texts, dictionary, lambda share: report(share, STEP))
    for name, table in zip((NAMED, WORDED), results, strict=True):
        feather.write_feather(table, folder / name)
    return {"texts": len(texts)}


def _theme(entry: dict[str, Any]) -> Theme:
    vocabulary = tuple((word, kind) for word, kind in entry["vocabulary"])
    return Theme(
        entry["key"], entry["dimension"], Name(**entry["name"]), vocabulary, entry["is_own"]
    )


def tables(
    texts: Sequence[str], dictionary: Dictionary, tell: Any = lambda share: None
) -> tuple[pa.Table, pa.Table]:
    """Both tables, read here and now."""
    import pyarrow as pa

    named: tuple[list[int], list[str], list[str]] = ([], [], [])
    worded: tuple[list[int], list[str]] = ([], [])
    spellings: dict[str, Counter[str]] = {}
    stops = stop_words()
    for at, text in enumerate(texts):
        if at % AT_ONCE == 0:
            tell(at / len(texts))
        plain_text = plain(text)
        cut = segmented(plain_text)
        for mention in mentions_of(plain_text, cut, dictionary):
            named[0].append(at)
            named[1].append(mention.theme)
            named[2].append(mention.tone)
        for word, spelling in dict(_words(cut, stops)).items():
            worded[0].append(at)
            worded[1].append(word)
            if word != spelling:
                spellings.setdefault(word, Counter())[spelling] += 1
    usual = {word: counts.most_common(1)[0][0] for word, counts in spellings.items()}
    numbers = pa.int32()
    return (
        pa.table(
            {
                "text": pa.array(named[0], numbers),
                "theme": pa.array(named[1], pa.string()),
                "tone": pa.array(named[2], pa.string()),
            }
        ),
        pa.table(
            {
                "text": pa.array(worded[0], numbers),
                "word": pa.array([usual.get(word, word) for word in worded[1]], pa.string()),
            }
        ),
    )


def _words(cut: Sequence[str], stops: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each word that says something, by its stem, with its spelling."""
    for word in cut:
        is_chinese = word >= FIRST_CHINESE
        if len(word) < SHORTEST[is_chinese] or word in stops or not word[0].isalpha():
            continue
        yield (word, word) if is_chinese else (stem(word), word)
