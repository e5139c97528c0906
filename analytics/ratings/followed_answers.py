"""Answers followed to the next edition: who answered, who of them is on the registers, who came
back.

Method: an answer leads to its exhibitor; that exhibitor either stands on the register of the next
edition on file or does not. Editions not held, or held without a register on file, are passed over.
Assumption: registers are complete, and one exhibitor is one company throughout. Source: none
needed, these are counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from analytics.errors import NothingChosen
from analytics.figures.base_line import first_to_last, with_years
from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.study import statement
from analytics.wording import Name, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from analytics.filters import Filters
    from analytics.store import Reader
    from analytics.wording import Say

MOST_STEPS = 10
ROWS_AT_ONCE = 600_000
Measure = Literal["overall", "intention"]
WHY_NOT = {
    "last": phrase("no next edition has been held yet, or its register is not loaded"),
    "register": phrase("its own register is not loaded"),
    "match": phrase("none of its answers leads to an exhibitor on its register"),
}


@dataclass(frozen=True, slots=True)
class Followed:
    """One held edition. `exhibitors` answered and stand on its register, `back` of them came to the
    next one.

    `registered` is the whole register inside the filters, `registered_back` those of it who came
    back.
    """

    edition_id: str
    number: int
    year: int | None
    name: Name
    next_name: Name | None
    currency: str
    is_on_file: bool
    scale: Scale | None
    answers: int
    matched: int
    exhibitors: int = 0
    back: int = 0
    registered: int = 0
    registered_back: int = 0

    @property
    def is_closed(self) -> bool:
        """The next edition is known, and somebody who answered can be looked for there."""
        return self.next_name is not None and self.exhibitors > 0

    @property
    def why_not(self) -> str:
        """Why its answers cannot be followed: a key of WHY_NOT, '' where they can or there are
        none.
        """
        if self.is_closed or not self.answers:
            return ""
        if not self.is_on_file:
            return "register"
        return "match" if self.next_name else "last"


def asked_of(filters: Filters, measure: Measure) -> dict[str, Any]:
    """The values that the statements of followed answers take."""
    register = replace(filters, editions=(), profile=(), audience="exhibitor")
    return {
        "slice": replace(filters, audience="exhibitor").slice(),
        "register": register.slice(),
        "fair": filters.fair,
        "editions": list(filters.editions) or None,
        "measure": measure,
    }


def parts_of(reader: Reader, fair: str, at_once: int = 0) -> int:
    """Into how many parts the exhibitors of a fair are split, so that memory and time of a
    statement stay bounded.
    """
    return 1 + int(reader.value(statement(__package__, "participations"), fair=fair)) // (
        at_once or ROWS_AT_ONCE
    )


def each_part(asked: dict[str, Any], parts: int) -> Iterator[dict[str, Any]]:
    """The values of a statement, once for each part."""
    for part in range(parts):
        of_part = {"parts": parts, "part": part}
        yield asked | {
            name: asked[name] | of_part for name in ("slice", "register") if name in asked
        }


def summed(
    reader: Reader,
    sql: str,
    asked: dict[str, Any],
    parts: int,
    keys: tuple[str, ...],
    sums: tuple[str, ...],
) -> pd.DataFrame:
    """A statement's rows over all parts, added up where their keys agree."""
    import pandas as pd

    frames = [reader.frame(sql, **values) for values in each_part(asked, parts)]
    if parts == 1:
        return frames[0]
    return (
        pd.concat(frames)
        .groupby(list(keys), dropna=False, sort=True)[list(sums)]
        .sum()
        .reset_index()
    )


def read_followed(reader: Reader, filters: Filters, measure: Measure) -> tuple[Followed, ...]:
    """The held editions chosen, oldest first, nobody followed yet. Raises NothingChosen where
    nobody answered the measure.
    """
    rows = reader.rows(statement(__package__, "followed"), **asked_of(filters, measure))
    if not sum(row["answers"] for row in rows):
        raise NothingChosen("answers")
    return tuple(_followed(row) for row in rows)


def with_registers(editions: tuple[Followed, ...], tallies: pd.DataFrame) -> tuple[Followed, ...]:
    """The editions with the exhibitors of their registers: rows of kind 'edition', step 1 answered
    and 0 not; n, yes.
    """
    own = tallies[tallies["kind"] == "edition"]
    by_step = {
        (row["edition_id"], row["step"]): (int(row["n"]), int(row["yes"]))
        for row in own.to_dict("records")
    }
    nobody = (0, 0)
    joined = []
    for edition in editions:
        (n, back), (silent, silent_back) = (
            by_step.get((edition.edition_id, step), nobody) for step in (1, 0)
        )
        joined.append(
            replace(
                edition,
                exhibitors=n,
                back=back,
                registered=n + silent,
                registered_back=back + silent_back,
            )
        )
    return tuple(joined)


def _followed(row: dict[str, Any]) -> Followed:
    has_next = row["next_zh"] is not None or row["next_en"] is not None
    return Followed(
        row["edition_id"],
        row["number"],
        row["year"],
        Name(row["name_zh"], row["name_en"]),
        Name(row["next_zh"] or "", row["next_en"] or "") if has_next else None,
        row["currency"],
        bool(row["is_on_file"]),
        Scale(row["scale_min"], row["scale_max"]) if row["scale_min"] is not None else None,
        int(row["answers"]),
        int(row["matched"]),
    )


def scale_of(editions: tuple[Followed, ...]) -> Scale:
    """The scale that the answered editions share, else 0–100."""
    asked = {edition.scale for edition in editions if edition.answers and edition.scale}
    return common(asked) if asked else HUNDRED


def steps_of(scale: Scale) -> int:
    """Into how many steps answers are sorted: whole points of the scale, ten on a wide one."""
    return MOST_STEPS if scale.span > MOST_STEPS else max(1, round(scale.span))


def step_name(scale: Scale, steps: int, step: int, say: Say) -> str:
    """The point of the scale a step stands for; on a wide scale where its band begins."""
    value = scale.low + step * scale.span / steps
    return say.number(value, 0 if abs(value - round(value)) < 1e-9 else 1)


def not_followed(editions: tuple[Followed, ...], say: Say) -> tuple[str, ...]:
    """A note for each edition whose answers lead nowhere yet, with the reason."""
    return tuple(
        say(
            "The {n} answers of {edition} cannot be followed: {reason}.",
            n=say.number(edition.answers),
            edition=edition.name.worded(say),
            reason=say(WHY_NOT[edition.why_not]),
        )
        for edition in editions
        if edition.why_not
    )


def period(editions: tuple[Followed, ...], say: Say) -> str:
    """First to last of these editions, with their years where known."""
    names = [edition.name.worded(say) for edition in editions]
    years = [edition.year for edition in editions if edition.year]
    return with_years(say, first_to_last(say, names), years)
