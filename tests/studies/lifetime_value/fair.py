"""Fairs of exhibitors that come and skip by BG/BB and pay by gamma-gamma, or as a test says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from analytics.ask import ask
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.lifetime_value import STUDY
from analytics.studies.lifetime_value.compute import LifetimeValue
from analytics.wording import Say
from tests import fairs

Pay = Callable[[np.random.Generator, int, int], dict[str, Any]]
EN = Say("en")


def lives(
    firms: int, editions: int, seed: int = 11, theta: tuple[float, float] = (0.8, 4.0)
) -> list[list[int]]:
    """The editions each firm came to: entry at random, then p ~ beta(1.5, 1), theta as given."""
    random, came = np.random.default_rng(seed), []
    for _ in range(firms):
        here = int(random.integers(1, editions + 1))
        p, leaves = random.beta(1.5, 1.0), random.beta(*theta)
        attended = [here]
        for edition in range(here + 1, editions + 1):
            if random.random() < leaves:
                break
            if random.random() < p:
                attended.append(edition)
        came.append(attended)
    return came


def by_own_mean(random: np.random.Generator, firm: int, edition: int) -> dict[str, Any]:
    """A fee around the firm's own mean, whatever the firm does."""
    own = np.random.default_rng(firm).gamma(4.0, 10_000.0)
    return {"fee": float(round(random.gamma(6.0, own / 6), 2))}


def load(
    store: Store,
    came: Sequence[Sequence[int]],
    pay: Pay = by_own_mean,
    held: Sequence[bool] | None = None,
    **editions: Sequence[Any],
) -> None:
    """One participation a firm and edition; `held` says which editions were, `editions` what more
    is known of them."""
    random, count = np.random.default_rng(5), max(map(max, came))
    more = {"currency": ["CNY"] * count} | editions | ({"held": held} if held else {})
    numbers = range(1, count + 1)
    fairs.load(store, "editions", edition_rows=fairs.editions(numbers, **more))
    names = [f"Firm {firm:05d}" for firm in range(len(came))]
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {"fair_id": "f", "line": firm, "name": name, "name_key": name.lower()}
            for firm, name in enumerate(names)
        ],
        participation_rows=[
            {
                "edition_id": f"f-{edition}",
                "exhibitor_key": f"n:{names[firm].lower()}",
                "line": 1000 * firm + edition,
            }
            | pay(random, firm, edition)
            for firm, attended in enumerate(came)
            for edition in attended
        ],
    )


def answer_of(store: Store, *options: tuple[str, str]) -> LifetimeValue:
    """The study's answer about the fair loaded."""
    answer: LifetimeValue = ask(store, STUDY, Filters("f"), options)
    return answer


def shown(answer: LifetimeValue) -> dict[str, Any]:
    """The study's figures by key, in English."""
    return {figure.key: figure for figure in STUDY.figures(answer, EN)}
