import numpy as np
import pytest

from tests.reference.methods.token_keyness import two_cells


def test_two_cells_by_hand():
    # 12 of 100 words against 4 of 300: 4 and 12 were to be expected.
    g2 = two_cells(np.array([12.0]), np.array([4.0]), 100, 300)
    assert g2[0] == pytest.approx(2 * (12 * np.log(3) + 4 * np.log(1 / 3)))


def test_a_word_of_one_side_only_has_one_cell():
    assert two_cells(np.array([0.0]), np.array([6.0]), 50, 50)[0] == pytest.approx(12 * np.log(2))
