"""Words that do not cover each other."""

from __future__ import annotations

from analytics.look import label_placement


def test_labels_of_points_never_cover_each_other_and_some_give_way():
    points = [(100.0, 100.0), (104.0, 102.0), (106.0, 98.0), (300.0, 200.0)]
    spots = label_placement.labels(points, [(20, 1)] * 4, (600, 400))
    boxes = [
        label_placement.covered(point, (20, 1), spot)
        for point, spot in zip(points, spots, strict=True)
        if spot
    ]
    assert all(
        a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        for a in boxes
        for b in boxes
        if a is not b
    )
    assert spots[3] is not None
    assert spots == label_placement.labels(points, [(20, 1)] * 4, (600, 400))


def test_a_label_stays_off_a_line_through_its_point():
    rising = [(0.0, 200.0), (100.0, 100.0), (200.0, 0.0)]
    crossed, free = (
        label_placement.labels([(100.0, 100.0)], [(4, 1)], (600, 400), has_cross=True, paths=[p])
        for p in ([], rising)
    )
    assert (crossed[0].dx > 0, crossed[0].dy < 0) == (True, True)
    on_line = [
        _crosses(label_placement.covered((100.0, 100.0), (4, 1), spot), rising)
        for spot in (crossed[0], free[0])
    ]
    assert on_line == [True, False]


def _crosses(box, line) -> bool:
    """Whether the line, walked in small steps, enters the box."""
    (x, y), (to_x, to_y) = line[0], line[-1]
    walked = [(x + (to_x - x) * step / 1000, y + (to_y - y) * step / 1000) for step in range(1001)]
    return any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in walked)


def test_a_label_stays_off_the_words_of_a_reference_line():
    words = (105.0, 75.0, 200.0, 95.0)
    beside, free = (
        label_placement.labels([(100.0, 100.0)], [(4, 1)], (600, 400), has_cross=True, words=w)[0]
        for w in ([], [words])
    )
    boxes = [label_placement.covered((100.0, 100.0), (4, 1), spot) for spot in (beside, free)]
    assert [box[2] > words[0] and box[1] < words[3] < 100 for box in boxes] == [True, False]
