"""Where exhibitors moved since the edition before: bands on screen, a matrix on slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.customers.methods import MOVES
from analytics.figures import Column, Figure, Flows
from analytics.figures.claims import claim
from analytics.figures.sentences import sentences
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.customers.classing import Classed
    from analytics.wording import Say

NOBODY = -1


def moves(answer: Classed, say: Say) -> Figure | None:
    """None where there is no edition before."""
    if not answer.has_before:
        return None
    counted = answer.moves
    counted = counted[(counted["before"] != NOBODY) | (counted["now"] != NOBODY)]
    last = len(answer.names)
    names = (*(say(name) for name in answer.names), say(answer.nobody))
    table = pd.DataFrame(
        {
            "key": counted["before"].map(str) + ">" + counted["now"].map(str),
            "row_rank": counted["before"].replace(NOBODY, last),
            "row": [wording.class_name(answer, code, say) for code in counted["before"]],
            "x_rank": counted["now"].replace(NOBODY, last),
            "x": [wording.class_name(answer, code, say) for code in counted["now"]],
            "value": counted["n"],
        }
    ).sort_values(["row_rank", "x_rank"], ignore_index=True)
    before = wording.edition_name(answer.measures, say, back=1)
    now = wording.edition_name(answer.measures, say)
    return Figure(
        "moves",
        _finding(answer, say),
        wording.base(answer, say),
        Flows("count", before, now, names),
        table,
        (
            Column("row", say("Class before")),
            Column("x", say("Class now")),
            Column("value", say("Exhibitors"), "count"),
        ),
        MOVES,
        claim=claim(
            say,
            "level",
            "confirmed",
            phrase("{same} of {n} are in the class they were in at {before}."),
            {"before": before},
            same=say.number(_stayed(answer)),
            n=say.number(_in_both(answer)),
        ),
    )


def _in_both(answer: Classed) -> int:
    both = answer.moves[(answer.moves["before"] != NOBODY) & (answer.moves["now"] != NOBODY)]
    return int(both["n"].sum())


def _stayed(answer: Classed) -> int:
    same = answer.moves[
        (answer.moves["before"] == answer.moves["now"]) & (answer.moves["now"] != NOBODY)
    ]
    return int(same["n"].sum())


def _finding(answer: Classed, say: Say) -> str:
    """How many stayed, and the largest move."""
    moved = answer.moves[
        (answer.moves["before"] != answer.moves["now"])
        & (answer.moves["before"] != NOBODY)
        & (answer.moves["now"] != NOBODY)
    ]
    stayed = say(
        "Of {n} exhibitors in a class at both editions, {same} are in the same.",
        n=say.number(_in_both(answer)),
        same=say.number(_stayed(answer)),
    )
    if moved.empty:
        return stayed
    largest = moved.loc[moved["n"].idxmax()]
    return sentences(
        say,
        stayed,
        say(
            "The largest move is from {before} to {now}: {n}.",
            before=wording.class_name(answer, int(largest["before"]), say),
            now=wording.class_name(answer, int(largest["now"]), say),
            n=say.number(int(largest["n"])),
        ),
    )
