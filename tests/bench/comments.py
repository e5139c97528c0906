"""How long 100,000 comments take to be read in a child, and again from what is kept."""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from pathlib import Path

from analytics.comments import written
from analytics.filters import Filters
from analytics.store import Store
from tests import fairs

COMMENTS = 100_000
SENTENCES = Path(__file__).parents[1] / "comments"
FAIR = Filters("f")


def report() -> None:
    """Print seconds of the first reading, of the second, and how much was found."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        _load(store)
        for name in ("first reading, in a child", "again"):
            started, worked = time.perf_counter(), _child_seconds()
            with store.reader() as reader:
                answer = written.read_written(reader, FAIR)
            seconds = time.perf_counter() - started
            themed = answer.named["text"].nunique() / len(answer.texts)
            of_child = f"{_child_seconds() - worked:.1f} s of the child's CPU"
            counted = f"{len(answer.texts):,} comments, {themed:.0%} in a theme"
            print(f"{name:<28}{seconds:>7.1f} s ({of_child}) {counted}", flush=True)


def _child_seconds() -> float:
    """CPU of the children that ended: on a busy machine the clock tells of the others too."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def comments(seed: int = 1) -> list[str]:
    """Every second one sentence, every other one two; no two alike but by chance."""
    chance, texts = random.Random(seed), _sentences()
    return [
        " ".join(chance.sample(texts, 1 + n % 2)) + f" ({chance.randrange(10**6)})"
        for n in range(COMMENTS)
    ]


def _sentences() -> list[str]:
    return [
        row[0]
        for path in sorted(SENTENCES.glob("sentences_*.tsv"))
        for row in csv.reader(
            path.open(encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE
        )
    ]


def _load(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    rows = [{"overall": 1 + n % 5, "comment": text} for n, text in enumerate(comments())]
    fairs.load(
        store,
        "exhibitor_survey",
        question_rows=fairs.questions("f-1", []),
        response_rows=fairs.answers("f-1", rows),
    )
