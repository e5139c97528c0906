"""Every experiment, in the order of the studies."""

from __future__ import annotations

from tests.simulate import choices, returns, scores

EXPERIMENTS = (*scores.EXPERIMENTS, *choices.EXPERIMENTS, *returns.EXPERIMENTS)
