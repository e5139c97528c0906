"""How much of the money the largest exhibitors bring, as a curve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.measures import MONEY_NAMES
from analytics.customers.methods import CURVE
from analytics.figures import Column, Figure, Lines
from analytics.figures.claims import claim
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.customers.classing import Classed
    from analytics.figures.claims import Claim
    from analytics.figures.rows import Row
    from analytics.stats.concentration import Concentration
    from analytics.wording import Say

PARTS = 10


def concentration(answer: Classed, say: Say) -> Figure | None:
    """How much of the money the largest bring; None where none is known."""
    curve = answer.curve
    if curve is None or curve.n < PARTS:
        return None
    names = (
        say(MONEY_NAMES[answer.measures.money]),
        say("If all brought the same"),
    )
    return Figure(
        "concentration",
        curve_finding(answer, say),
        wording.base(answer, say),
        Lines(
            "share",
            say("Share of the money"),
            names,
            (0, 1),
            has_interval=False,
            x_axis=say("Share of exhibitors, largest first"),
            roles=("now", "before"),
        ),
        pd.DataFrame(_rows(curve, names, say)),
        (
            Column("x", say("Share of exhibitors")),
            Column("series", say("Line")),
            Column("firms", say("Exhibitors"), "count"),
            Column("value", say("Share of the money"), "share", 1),
        ),
        CURVE,
        notes=wording.study_notes(answer, say),
        claim=curve_claim(answer, say),
    )


def _rows(curve: Concentration, names: tuple[str, str], say: Say) -> list[Row]:
    shares = [0.0, *curve.money_share]
    return [
        {
            "x_rank": part,
            "x": say.percent(part / PARTS, 0),
            "series": series,
            "value": shares[part] if series == names[0] else part / PARTS,
            "firms": 0 if part == 0 else int(curve.firms[part - 1]),
        }
        for series in names
        for part in range(PARTS + 1)
    ]


def curve_claim(answer: Classed, say: Say) -> Claim:
    """Whether it is 80/20."""
    assert answer.curve is not None
    values = {
        "share": say.percent(answer.curve.top_share, 0),
        "money": say(MONEY_NAMES[answer.measures.money]),
    }
    if answer.curve.is_80_20:
        sentence = phrase("The largest 20% bring {share} of {money}: 80/20 holds.")
    else:
        sentence = phrase("The largest 20% bring {share} of {money}: less than 80/20.")
    return claim(say, "level", "confirmed", sentence, **values)


def curve_finding(answer: Classed, say: Say) -> str:
    """The top fifth, the fewest that bring 80%, and the Gini coefficient."""
    curve = answer.curve
    assert curve is not None
    return say(
        "The {top} largest of {n} exhibitors (20%) bring {share} of {money}; {fewest} ({part})"
        " bring 80%. Gini coefficient {gini}.",
        top=say.number(curve.top_n),
        n=say.number(curve.n),
        share=say.percent(curve.top_share),
        money=say(MONEY_NAMES[answer.measures.money]),
        fewest=say.number(curve.fewest),
        part=say.percent(curve.fewest / curve.n, 0),
        gini=say.ratio(curve.gini),
    )
