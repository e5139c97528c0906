import numpy as np
import pytest

from tests.reference.methods.boxes import bottom_box, top_box


def test_top_two_and_bottom_two_boxes_count_the_ends_of_the_scale():
    counts = [1, 2, 3, 4, 10]
    assert top_box(counts).share == 0.7
    assert bottom_box(counts).share == 0.15
    assert top_box(counts, boxes=1).count == 10


def test_weighted_boxes_use_the_effective_base():
    assert top_box([0, 0, 5.0, 2.5, 2.5], n_eff=8).n == 8


def test_boxes_nobody_answered_are_nan():
    assert np.isnan(top_box([0, 0, 0, 0, 0], n_eff=0).share)


@pytest.mark.parametrize("boxes", [0, 5])
def test_boxes_must_leave_part_of_the_scale(boxes):
    with pytest.raises(ValueError, match="boxes"):
        top_box([1, 1, 1, 1, 1], boxes=boxes)
