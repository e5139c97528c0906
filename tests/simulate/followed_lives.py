"""What the studies of return share: lives that are known, and what is read off the figures."""

from __future__ import annotations

from typing import Any

import numpy as np

from analytics.ratings.followed_answers import Followed
from analytics.wording import Name, Say
from tests.simulate.exhibitor_lives import Fair, Stays
from tests.simulate.invented_ratings import FIVE

EN = Say("en")
NOTHING, KNOWN = Fair(), Fair(effect=0.6, word=0.8)
LARGE = 60_000


def editions(stays: Stays) -> tuple[Followed, ...]:
    followed = []
    for place in range(stays.last + 1):
        here = stays.place == place
        answering = here & stays.answered
        back = stays.back if place < stays.last else np.zeros_like(stays.back)
        followed.append(
            Followed(
                f"f-{place + 1}",
                place + 1,
                1999 + place,
                Name("", f"Edition {place + 1}"),
                Name("", f"Edition {place + 2}") if place < stays.last else None,
                "USD",
                True,
                FIVE,
                int(answering.sum()),
                int(answering.sum()),
                int(answering.sum()),
                int((answering & back).sum()),
                int(here.sum()),
                int((here & back).sum()),
            )
        )
    return tuple(followed)


def flags(study: Any, answer: Any) -> dict[str, bool]:
    """What the figures say is established, by key."""
    return {figure.key: figure.is_established for figure in study.figures(answer, EN)}
