"""Every experiment, in the order of the studies."""

from __future__ import annotations

from tests.simulate import asked, choices, departures, links, returns, scores

EXPERIMENTS = (
    *scores.EXPERIMENTS,
    *choices.EXPERIMENTS,
    *returns.EXPERIMENTS,
    *links.EXPERIMENTS,
    *departures.EXPERIMENTS,
    *asked.EXPERIMENTS,
)
