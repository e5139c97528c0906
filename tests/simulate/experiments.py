"""Every experiment, in the order of the studies."""

from __future__ import annotations

from tests.simulate import (
    actions,
    churn,
    designs,
    drivers,
    expectation,
    intention,
    kano,
    loyalty,
    objectives,
    perception,
    predictions,
    respondents,
    retention,
    satisfaction,
    satisfaction_turnover,
    segments,
    trends,
    whole_fairs,
)

EXPERIMENTS = (
    *satisfaction.EXPERIMENTS,
    *trends.EXPERIMENTS,
    *designs.EXPERIMENTS,
    *objectives.EXPERIMENTS,
    *expectation.EXPERIMENTS,
    *respondents.EXPERIMENTS,
    *loyalty.EXPERIMENTS,
    *intention.EXPERIMENTS,
    *retention.EXPERIMENTS,
    *satisfaction_turnover.EXPERIMENTS,
    *drivers.EXPERIMENTS,
    *kano.EXPERIMENTS,
    *churn.EXPERIMENTS,
    *predictions.EXPERIMENTS,
    *perception.EXPERIMENTS,
    *segments.EXPERIMENTS,
    *actions.EXPERIMENTS,
    *whole_fairs.EXPERIMENTS,
)
