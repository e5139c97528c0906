"""Top and bottom box: the share of answers at one end of the scale, by Wilson's interval.

`counts`: answers (or their weights) by scale point, lowest point first, points nobody chose
included as 0. `n_eff`: effective n when the counts are weights; otherwise their sum is the base.
"""

from collections.abc import Sequence

from analytics.stats.proportion import Proportion, weighted_wilson, wilson


def top_box(
    counts: Sequence[float], boxes: int = 2, level: float = 0.95, n_eff: float | None = None
) -> Proportion:
    """Share of answers in the highest `boxes` scale points."""
    _check_boxes(counts, boxes)
    return _box(sum(counts[len(counts) - boxes :]), sum(counts), level, n_eff)


def bottom_box(
    counts: Sequence[float], boxes: int = 2, level: float = 0.95, n_eff: float | None = None
) -> Proportion:
    """Share of answers in the lowest `boxes` scale points."""
    _check_boxes(counts, boxes)
    return _box(sum(counts[:boxes]), sum(counts), level, n_eff)


def _check_boxes(counts: Sequence[float], boxes: int) -> None:
    if not 0 < boxes < len(counts):
        raise ValueError(f"boxes must lie between 1 and {len(counts) - 1}, not {boxes}")


def _box(chosen: float, total: float, level: float, n_eff: float | None) -> Proportion:
    if n_eff is None or total == 0:
        return wilson(chosen, total, level)
    return weighted_wilson(chosen / total, n_eff, level)
