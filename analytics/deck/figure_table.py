"""A figure as a table of written cells: its own columns, or the grid of a heatmap."""

from __future__ import annotations

from dataclasses import dataclass

from analytics import look
from analytics.deck.chart_data import by_name
from analytics.figures import Figure, Flows, Heatmap
from analytics.look import theme
from analytics.wording import Say

NUMBERS = ("score", "share", "count", "money", "points", "number", "change", "p")
HEX = 16


@dataclass(frozen=True)
class Table:
    """Written cells. `shades` are fills as hex, '' for none; numbers stand at the right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_number: tuple[bool, ...]
    shades: tuple[tuple[str, ...], ...] = ()

    def part(self, first: int, count: int) -> Table:
        """Some of its rows."""
        return Table(
            self.headings,
            self.rows[first : first + count],
            self.is_number,
            self.shades[first : first + count],
        )


def behind(figure: Figure, say: Say) -> Table:
    """The table behind a figure, as its reader would write it."""
    columns = figure.columns
    rows = figure.data[[column.name for column in columns]].itertuples(index=False, name=None)
    cells = tuple(
        tuple(
            look.written(cell, column.unit, say, column.digits)
            for cell, column in zip(row, columns, strict=True)
        )
        for row in rows
    )
    titles = tuple(column.title for column in columns)
    return Table(titles, cells, tuple(column.unit in NUMBERS for column in columns))


def grid(figure: Figure, say: Say) -> Table:
    """A heatmap, or moves, as names down, columns across, every known cell shaded by its value."""
    form = figure.form
    assert isinstance(form, Heatmap | Flows)
    data = figure.data.drop(columns="key", errors="ignore")
    order = data.drop_duplicates("x").sort_values("x_rank")["x"]
    rows = by_name(data, "row", "row_rank", tuple(order), series="x")
    known = [number for name in rows.series for number in rows.numbers(name) if number is not None]
    is_diverging = isinstance(form, Heatmap) and form.is_diverging
    low, high = _reach(form, known)
    cells, shades = [], []
    for row, name in enumerate(rows.names):
        values = [rows.numbers(column)[row] for column in rows.series]
        words = ["" if value is None else look.written(value, form.unit, say) for value in values]
        cells.append((name, *words))
        fills = ["" if value is None else shade(value, low, high, is_diverging) for value in values]
        shades.append(("", *fills))
    heads = (form.row_axis, *rows.series)
    return Table(heads, tuple(cells), (False, *[True] * len(rows.series)), tuple(shades))


def _reach(form: Heatmap | Flows, known: list[float]) -> tuple[float, float]:
    if isinstance(form, Flows):
        return 0.0, max(known, default=1.0)
    if form.domain:
        return form.domain
    if form.is_diverging:
        most = max((abs(number) for number in known), default=1.0) or 1.0
        return -most, most
    return min(known, default=0.0), max(known, default=1.0)


def shade(value: float, low: float, high: float, is_diverging: bool) -> str:
    """The colour of a value between two ends, on white paper."""
    ramp = (theme.DIVERGING if is_diverging else theme.RAMP)["light"]
    place = 0.5 if high <= low else min(max((value - low) / (high - low), 0.0), 1.0)
    at = place * (len(ramp) - 1)
    first, share = min(int(at), len(ramp) - 2), at - min(int(at), len(ramp) - 2)
    pairs = zip(_parts(ramp[first]), _parts(ramp[first + 1]), strict=True)
    return "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], HEX), int(colour[3:5], HEX), int(colour[5:7], HEX)
