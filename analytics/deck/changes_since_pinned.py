"""What a pinned figure showed then, and what is different now: its number, or what moved most."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from analytics import look
from analytics.deck.chart_data import number
from analytics.figures import Figure
from analytics.wording import Say

MOST_ROWS = 200
MOST_CHANGES = 3
SAME = 1e-9


def shown(figures: Mapping[str, Figure]) -> dict[str, Any]:
    """What a figure shows, to remember: `figures` has it in every language."""
    any_figure = next(iter(figures.values()))
    return {
        "finding": {language: figure.finding for language, figure in figures.items()},
        "number": {
            language: figure.headline.value
            for language, figure in figures.items()
            if figure.headline
        },
        "digest": digest(any_figure),
        "values": _values(any_figure),
    }


def digest(figure: Figure) -> str:
    """A figure's numbers in short; the same in every language."""
    numbers = figure.data.select_dtypes("number").round(9)
    numbers_text = json.dumps(
        [list(numbers.columns), json.loads(numbers.to_json(orient="values", double_precision=9))]
    )
    return hashlib.sha256(numbers_text.encode()).hexdigest()[:32]


def changes(then: Mapping[str, Any], figure: Figure, say: Say) -> tuple[str, ...]:
    """What is different, in words; nothing where the numbers are the same."""
    if not then or then.get("digest") == digest(figure):
        return ()
    before = then.get("number", {}).get(say.language)
    now = figure.headline.value if figure.headline else None
    if before and now and before != now:
        return (say("Since it was pinned: {then} → {now}", then=before, now=now),)
    moved = _moved(then.get("values", {}), figure, say)
    if moved:
        return (say("Since it was pinned: {changes}", changes="; ".join(moved)),)
    return (say("Its data changed since it was pinned."),)


def _values(figure: Figure) -> dict[str, float]:
    """The value of each row, by its key and series: ids that are the same in every language."""
    values: dict[str, float] = {}
    if "value" not in figure.data or "key" not in figure.data:
        return values
    order = {name: str(at) for at, name in enumerate(getattr(figure.form, "series", ()))}
    for row in figure.data.head(MOST_ROWS).to_dict("records"):
        value = number(row.get("value"))
        if value is not None:
            values[f"{row['key']}|{order.get(row.get('series'), '')}"] = value
    return values


def _moved(then: Mapping[str, float], figure: Figure, say: Say) -> list[str]:
    """The rows that moved most, with both values."""
    unit = getattr(figure.form, "unit", "number")
    names = {
        f"{row['key']}": str(row.get("label") or row.get("x") or row["key"])
        for row in (figure.data.to_dict("records") if "key" in figure.data else [])
    }
    pairs = [(key, then[key], value) for key, value in _values(figure).items() if key in then]
    pairs = [pair for pair in pairs if abs(pair[1] - pair[2]) > SAME]
    pairs.sort(key=lambda pair: -abs(pair[2] - pair[1]))
    return [
        say(
            "{name} {then} → {now}",
            name=names.get(key.rsplit("|", 1)[0], ""),
            then=look.written(before, unit, say),
            now=look.written(now, unit, say),
        )
        for key, before, now in pairs[:MOST_CHANGES]
    ]
