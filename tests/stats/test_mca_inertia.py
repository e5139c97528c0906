import numpy as np
import pytest

from analytics.stats.mca_inertia import adjusted_inertia


def test_two_questions_by_head():
    # K = 2: 4 (.8 - .5)² = .36; average inertia between questions 2 (.64 + .04 - 2/4).
    found = adjusted_inertia([0.8, 0.2], questions=2, categories=4)
    assert found.inertia == pytest.approx([0.36])
    assert found.total == pytest.approx(0.36)
    assert found.greenacre == pytest.approx([1])
    assert found.benzecri == pytest.approx([1])


def test_benzecri_always_reaches_all_and_greenacre_need_not():
    found = adjusted_inertia([0.6, 0.45, 0.3, 0.2, 0.1], questions=3, categories=8)
    assert found.inertia.size == 2
    assert found.benzecri.sum() == pytest.approx(1)
    assert found.greenacre.sum() < 1


def test_one_question_has_nothing_to_share():
    found = adjusted_inertia([1.0, 1.0], questions=1, categories=3)
    assert found.inertia.size == 0
    assert np.isnan(found.total)


def test_questions_without_a_link_have_no_shares():
    found = adjusted_inertia([0.5, 0.5], questions=2, categories=4)
    assert found.inertia.size == 0
    assert found.greenacre.size == 0
