import numpy as np
import pytest

from analytics.stats.mca_inertia import adjusted_inertia


def test_two_questions_by_head():
    # K = 2: 4 (.8 - .5)² = .36; average inertia between questions 2 (.64 + .04 - 2/4).
    adjusted = adjusted_inertia([0.8, 0.2], questions=2, categories=4)
    assert adjusted.inertia == pytest.approx([0.36])
    assert adjusted.total == pytest.approx(0.36)
    assert adjusted.greenacre == pytest.approx([1])
    assert adjusted.benzecri == pytest.approx([1])


def test_benzecri_always_reaches_all_and_greenacre_need_not():
    adjusted = adjusted_inertia([0.6, 0.45, 0.3, 0.2, 0.1], questions=3, categories=8)
    assert adjusted.inertia.size == 2
    assert adjusted.benzecri.sum() == pytest.approx(1)
    assert adjusted.greenacre.sum() < 1


def test_one_question_has_nothing_to_share():
    adjusted = adjusted_inertia([1.0, 1.0], questions=1, categories=3)
    assert adjusted.inertia.size == 0
    assert np.isnan(adjusted.total)


def test_questions_without_a_link_have_no_shares():
    adjusted = adjusted_inertia([0.5, 0.5], questions=2, categories=4)
    assert adjusted.inertia.size == 0
    assert adjusted.greenacre.size == 0
