"""Groups must hold together better than those of the same columns shuffled."""

from math import nan

import numpy as np

from analytics.stats.shuffled_columns import beats_shuffled, shuffled


def spread_of_sums(rows):
    return float(np.var(rows.sum(axis=1)))


def test_every_column_keeps_its_values_and_loses_its_rows():
    rows = np.arange(40.0).reshape(20, 2)
    mixed = shuffled(rows, np.random.default_rng(1))
    assert sorted(mixed[:, 0]) == sorted(rows[:, 0])
    assert not np.allclose(mixed[:, 1] - mixed[:, 0], 1)


def test_what_goes_together_beats_its_shuffles_and_noise_does_not_more_than_by_chance():
    generator = np.random.default_rng(2)
    x = generator.normal(size=200)
    both = np.column_stack([x, x])
    assert beats_shuffled(both, spread_of_sums, spread_of_sums(both))
    hits = 0
    for _ in range(200):
        noise = generator.normal(size=(30, 2))
        hits += beats_shuffled(noise, spread_of_sums, spread_of_sums(noise), seed=hits)
    assert hits <= 22


def test_what_cannot_be_told_beats_nothing_and_is_beaten_by_nothing():
    rows = np.ones((5, 2))
    assert not beats_shuffled(rows, spread_of_sums, nan)
    assert beats_shuffled(rows, lambda _: nan, 0.1)
