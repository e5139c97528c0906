"""The themes written about most now, edition by edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analytics.stats.suppression import NEVER_BELOW

if TYPE_CHECKING:
    import pandas as pd

    from analytics.comments.written import Written
    from analytics.ratings.editions import Edition
    from analytics.studies.voices.compute_shares import Counted, Line

MOST_THEMES = 12


@dataclass(frozen=True, eq=False)
class Course:
    """`cells`: theme, edition_id, count, texts; those of one to four texts are left out, for they
    are hidden. `editions` with at least five texts, in order.
    """

    lines: tuple[Line, ...]
    editions: tuple[Edition, ...]
    cells: pd.DataFrame


def course_of(
    written: Written, source: str, editions: Sequence[Edition], themes: Counted
) -> Course:
    """The most named themes at every edition of enough texts."""
    import pandas as pd

    shown = tuple(edition for edition in editions if edition.responses >= NEVER_BELOW)
    lines = themes.lines[:MOST_THEMES]
    texts = written.texts[written.texts["source"] == source]
    named = written.named.merge(texts[["edition_id"]], left_on="text", right_index=True)
    counts = named.groupby(["theme", "edition_id"])["text"].nunique()
    rows = [
        {"theme": line.key, "edition_id": edition.key, "count": count, "texts": edition.responses}
        for line in lines
        for edition in shown
        for count in [int(counts.get((line.key, edition.key), 0))]
        if count == 0 or count >= NEVER_BELOW
    ]
    return Course(
        lines, shown, pd.DataFrame(rows, columns=["theme", "edition_id", "count", "texts"])
    )
