import numpy as np
import pytest

from analytics.stats.calibration import auc, calibration, reliability_bins

RNG = np.random.default_rng(12)
P = RNG.uniform(0.05, 0.95, 4000)
Y = (RNG.uniform(size=4000) < P).astype(float)


def test_auc_counts_the_pairs_in_the_right_order():
    # Events .4 and .8, others .2 and .6: three of four pairs.
    assert auc([0.4, 0.8, 0.2, 0.6], [1, 1, 0, 0]).auc == 0.75
    assert auc([0.5, 0.5], [1, 0]).auc == 0.5


def test_delong_follows_its_placements():
    # Placements of events (.5, 1), of others (1, .5): both variances .125, each over 2.
    area = auc([0.4, 0.8, 0.2, 0.6], [1, 1, 0, 0])
    assert area.low == pytest.approx(max(0, 0.75 - 1.959964 * 0.125**0.5))
    assert area.high == 1


def test_a_perfect_order_is_no_certainty():
    area = auc([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1])
    assert area.auc == 1
    assert np.isnan([area.low, area.high]).all()


def test_probabilities_that_come_true_are_calibrated():
    measures = calibration(P, Y)
    assert measures.slope == pytest.approx(1, abs=0.1)
    assert measures.in_the_large == pytest.approx(0, abs=0.1)
    assert abs(measures.spiegelhalter_z) < 1.96
    assert measures.expected_calibration_error < 0.03
    assert measures.beats_base_rate
    assert (
        sum(
            row_bin.observed.low <= row_bin.mean_predicted <= row_bin.observed.high
            for row_bin in measures.bins
        )
        >= 8
    )


def test_predictions_too_extreme_have_a_slope_below_one():
    odds = (P / (1 - P)) ** 2
    assert calibration(odds / (1 + odds), Y).slope == pytest.approx(0.5, abs=0.05)


def test_predictions_too_low_are_off_in_the_large():
    measures = calibration(P / 2, Y)
    assert measures.in_the_large > 0.5
    assert measures.observed_to_expected == pytest.approx(2, abs=0.1)


def test_brier_and_skill_by_head():
    measures = calibration([0.8, 0.2], [1, 0], bins=1)
    assert measures.brier == pytest.approx(0.04)
    assert measures.brier_of_base_rate == pytest.approx(0.25)
    assert measures.brier_skill == pytest.approx(0.84)


def test_guessing_does_not_beat_the_base_rate():
    shuffled = np.random.default_rng(0).permutation(P)
    measures = calibration(shuffled, Y)
    assert not measures.beats_base_rate
    assert measures.brier_skill < 0


def test_the_base_rate_may_be_that_of_earlier_editions():
    assert calibration([0.8, 0.2], [1, 0], base_rate=0.9).brier_of_base_rate == pytest.approx(
        (0.01 + 0.81) / 2
    )


def test_bins_hold_equal_counts_and_equal_predictions_stay_together():
    assert [reliability_bin.observed.n for reliability_bin in reliability_bins(P, Y)] == [400] * 10
    shared = reliability_bins([0.1, 0.5, 0.5, 0.5, 0.5, 0.9], [0, 0, 1, 0, 1, 1], bins=3)
    assert [row_bin.observed.n for row_bin in shared] == [1, 4, 1]


def test_predictions_all_alike_have_no_slope():
    measures = calibration([0.3] * 10, [1] * 3 + [0] * 7)
    assert np.isnan(measures.slope)
    assert measures.in_the_large == pytest.approx(0)
    assert measures.auc.auc == 0.5
    assert measures.brier_skill == pytest.approx(0)


@pytest.mark.parametrize("events", [[1, 1, 1], [0, 0, 0]])
def test_without_both_kinds_there_is_nothing_to_tell_apart(events):
    measures = calibration([0.2, 0.5, 0.9], events)
    assert np.isnan(
        [measures.auc.auc, measures.slope, measures.in_the_large, measures.brier_skill]
    ).all()
    assert not measures.beats_base_rate


def test_certain_predictions_are_allowed():
    assert np.isfinite(calibration([0.0, 1.0, 1.0, 0.0, 0.5], [0, 1, 0, 1, 1]).log_loss)


@pytest.mark.parametrize(("p", "y"), [([1.2], [1]), ([np.nan], [1]), ([0.5], [2]), ([], [])])
def test_impossible_values_are_mistakes(p, y):
    with pytest.raises(ValueError, match="probability"):
        calibration(p, y)


def test_bins_must_be_at_least_one():
    with pytest.raises(ValueError, match="bins"):
        reliability_bins([0.5], [1], bins=0)
