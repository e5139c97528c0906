"""Turns of phrase that the figures of this study share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures import Column, base_line, columns, rows
from analytics.figures.small_bases import is_pale
from analytics.wording import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analytics.figures.rows import Row
    from analytics.stats.proportion import Proportion
    from analytics.studies.voices.compute import Voices
    from analytics.studies.voices.compute_shares import Counted, Line
    from analytics.wording import Name, Say

TEXTS = {
    "comment": phrase("n = {n} comments"),
    "complaint": phrase("n = {n} complaints"),
}
OF_ALL = {
    "comment": phrase("Share of comments"),
    "complaint": phrase("Share of complaints"),
}
TONE_NAMES: dict[str, str] = {
    "complaint": phrase("complains"),
    "praise": phrase("praises"),
    "mention": phrase("mentions"),
}


def base(answer: Voices, counted: Counted, source: str, say: Say) -> str:
    """How many texts, and of which editions."""
    return base_line.base_line(
        say(TEXTS[source], n=say.number(counted.texts)),
        base_line.compared(say, answer.focus.name, answer.before.name if answer.before else None),
    )


def hidden_notes(names: Sequence[Name], say: Say) -> tuple[str, ...]:
    """That some themes were named by too few to be shown."""
    if not names:
        return ()
    text = say(
        "Named by fewer than five, and not shown: {n} more themes.", n=say.number(len(names))
    )
    return (text,)


def share_rows(answer: Voices, line: Line, rank: int, say: Say) -> list[Row]:
    """A line at both editions, the change beside the later one."""
    place = {
        "key": line.key,
        "label": line.name.worded(say),
        "rank": rank,
        "dimension": answer.names[line.dimension].worded(say)
        if line.dimension in answer.names
        else line.dimension,
    }
    now = _row(line.now, place | {"series": answer.focus.name.worded(say)}) | change_cells(line)
    if line.then is None or answer.before is None:
        return [now]
    before = _row(line.then, place | {"series": answer.before.name.worded(say)})
    return [before | dict.fromkeys(("change", "change_low", "change_high", "change_p")), now]


def _row(share: Proportion, place: Row) -> Row:
    """A share of texts, pale by how many name it."""
    count = int(share.count)
    return rows.of_share(share, **place) | {"count": count, "is_faint": is_pale(share.n)}


def change_cells(line: Line) -> Row:
    """The change in points, its interval and its p after Holm."""
    gap = line.change
    return {
        "change": gap.difference * 100 if gap else None,
        "change_low": gap.low * 100 if gap else None,
        "change_high": gap.high * 100 if gap else None,
        "change_p": line.p if gap else None,
    }


def change_columns(say: Say) -> tuple[Column, ...]:
    return (
        Column("change", say("Change in points"), "change", 1),
        Column("change_low", say("Change from"), "change", 1),
        Column("change_high", say("Change to"), "change", 1),
        columns.p(say, "change_p"),
    )
