"""Where words go so that they do not cover each other: simple, and the same every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

Box = tuple[float, float, float, float]
Point = tuple[float, float]
Room = tuple[float, float]  # how wide and high a drawing is, in pixels

POINT = 7.0
LINE = 15.0
LETTER = 6.4
ROUNDS = 200


def extent(*columns: Sequence[float]) -> tuple[float, float]:
    """The smallest and largest of all values; a little room where they are one."""
    values = [value for column in columns for value in column if value == value]
    if not values:
        return 0.0, 1.0
    low, high = float(min(values)), float(max(values))
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def apart(
    middles: dict[int, float], heights: dict[int, float], span: tuple[float, float], pixels: float
) -> dict[int, float]:
    """Values near `middles` whose words, drawn `pixels` high over `span`, stand clear."""
    unit = (span[1] - span[0]) / pixels
    order = sorted(middles, key=lambda at: (middles[at], at))
    centres = [middles[at] / unit for at in order]
    gaps = [(heights[a] + heights[b]) / 2 for a, b in pairwise(order)]
    for _ in range(ROUNDS):
        if not _push_apart(centres, gaps):
            break
    return {at: centre * unit for at, centre in zip(order, centres, strict=True)}


def _push_apart(centres: list[float], gaps: list[float]) -> bool:
    """Move neighbours that are closer than their gap; says whether there were any."""
    has_moved = False
    for at, gap in enumerate(gaps):
        short = gap - (centres[at + 1] - centres[at])
        if short > 0.01:
            centres[at] -= short / 2
            centres[at + 1] += short / 2
            has_moved = True
    return has_moved


@dataclass(frozen=True)
class Spot:
    """Where a label stands seen from its point: an offset in pixels and the side it is set from."""

    dx: float
    dy: float
    align: str


SPOTS = (
    Spot(10, 0, "left"),
    Spot(-10, 0, "right"),
    Spot(0, -14, "center"),
    Spot(0, 15, "center"),
    Spot(8, -11, "left"),
    Spot(8, 12, "left"),
    Spot(-8, -11, "right"),
    Spot(-8, 12, "right"),
)


def labels(
    points: list[Point],
    sizes: list[tuple[int, int]],
    area: Room,
    *,
    has_cross: bool = False,
    paths: Sequence[Sequence[Point]] = (),
    words: Sequence[Box] = (),
) -> list[Spot | None]:
    """For each sized point, in order of importance, the first spot that covers no point and no
    earlier label; else none.

    `points` in pixels; `sizes` are label widths in half-width units and numbers of lines;
    `has_cross`: points carry intervals across and up; `paths` and `words`: lines, and words along
    them, to stay off where there is another spot.
    """
    spots = sorted(SPOTS, key=_is_on_cross) if has_cross else SPOTS
    boxes: list[Box] = [(x - POINT, y - POINT, x + POINT, y + POINT) for x, y in points]
    steps = [step for path in paths for step in _stepped(path)]
    chosen: list[Spot | None] = []
    for own, (point, size) in enumerate(zip(points, sizes, strict=False)):
        others = boxes[:own] + boxes[own + 1 :]
        fitting = [spot for spot in spots if _fits(covered(point, size, spot), others, area)]
        clear = (spot for spot in fitting if _is_clear(covered(point, size, spot), steps, words))
        spot = next(clear, next(iter(fitting), None))
        if spot:
            boxes.append(covered(point, size, spot))
        chosen.append(spot)
    return chosen


def _is_on_cross(spot: Spot) -> tuple[bool, bool]:
    """Whether a label there lies on its own point's intervals, and on the one across."""
    return spot.dx == 0 or spot.dy == 0, spot.dy == 0


def _stepped(path: Sequence[Point]) -> list[Point]:
    """Points along a path, nowhere further apart than a letter is wide."""
    steps: list[Point] = []
    for (x, y), (to_x, to_y) in pairwise(path):
        count = max(1, ceil(hypot(to_x - x, to_y - y) / LETTER))
        steps += [
            (x + (to_x - x) * at / count, y + (to_y - y) * at / count) for at in range(count + 1)
        ]
    return steps


def _is_clear(box: Box, steps: list[Point], words: Sequence[Box]) -> bool:
    is_on_line = any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in steps)
    return not is_on_line and all(_is_apart(box, word) for word in words)


def covered(point: Point, size: tuple[int, int], spot: Spot) -> Box:
    """Left, top, right and bottom of words of so many half-width units and lines."""
    width, height = size[0] * LETTER, size[1] * LINE
    left = point[0] + spot.dx - {"left": 0.0, "center": width / 2, "right": width}[spot.align]
    top = point[1] + spot.dy - height / 2
    return left, top, left + width, top + height


def _fits(box: Box, others: list[Box], area: Room) -> bool:
    if box[0] < 0 or box[1] < 0 or box[2] > area[0] or box[3] > area[1]:
        return False
    return all(_is_apart(box, other) for other in others)


def _is_apart(box: Box, other: Box) -> bool:
    return box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
