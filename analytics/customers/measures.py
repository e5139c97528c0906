"""What is known of every exhibitor at an edition and at the one before, using nothing later.

Method: SQL gives one row per exhibitor and edition (`chosen_customers`): editions count where a
register is on file, an edition counts once however many stands, amounts are in the fair's usual
currency. Assumption: registers are complete. Source: none needed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from analytics.errors import NotEnough, NothingChosen
from analytics.filters import Option
from analytics.study import statement
from analytics.wording import Name, phrase
from analytics.worth_settings import WorthSettings, read_settings

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.store import Reader

Money = Literal["turnover", "fee", "both"]
LEAST_EXHIBITORS = 5
PART = 500_000
MONEY = Option(
    "money",
    phrase("Money"),
    ("auto", "fee", "turnover", "both"),
    (
        phrase("As set for this fair"),
        phrase("Fee paid to the fair"),
        phrase("Declared turnover"),
        phrase("Fee and turnover added"),
    ),
)
"""The dial of what counts as money; where nobody set it, `money_counted` says."""
MONEY_NAMES: dict[Money, str] = {
    "turnover": phrase("turnover"),
    "fee": phrase("fees"),
    "both": phrase("fees and turnover"),
}
NOT_ADDED = phrase(
    "Fees and turnover are in different currencies and cannot be added: only {money} count here."
)


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition with a register on file; `place` from 1."""

    edition_id: str
    number: int
    place: int
    name: Name
    exhibitors: int
    fees: int
    turnovers: int
    fee_currency: str
    turnover_currency: str

    def amounts(self, money: Money) -> int:
        """Of how many exhibitors the amount is known; of both, at least of how many."""
        known = {"fee": self.fees, "turnover": self.turnovers}
        return known.get(money, max(self.fees, self.turnovers))


@dataclass(frozen=True, eq=False)
class Measures:
    """`now` and `before`: one row per exhibitor that had come by the edition looked at, and by the
    one before (empty at the first): exhibitor_id, came, money (NaN: not known), is_elsewhere (in
    another currency), money_recent (sum of the last three; NaN: came, but nothing known),
    money_1 … money_3 (the editions before), area, editions_possible, editions_so_far, gap, streak,
    is_on_first_register, overall, intention, recommend (places 0–1) … `is_one_of_both`: fees and
    turnover were to be added, but are in two currencies.
    """

    editions: tuple[Edition, ...]
    money: Money
    now: pd.DataFrame
    before: pd.DataFrame
    settings: WorthSettings
    is_one_of_both: bool = False

    @property
    def edition(self) -> Edition:
        """The edition looked at."""
        return self.editions[-1]

    @property
    def currency(self) -> str:
        last = self.edition
        return last.turnover_currency if self.money == "turnover" else last.fee_currency


def read_editions(reader: Reader, filters: Filters) -> tuple[Edition, ...]:
    """Editions with a register up to the last chosen. Raises NothingChosen where nobody took part
    in any of them.
    """
    values = {
        "slice": register(filters).slice(),
        "fair": filters.fair,
        "editions": list(filters.editions) or None,
    }
    rows = reader.rows(statement(__package__, "editions"), **values)
    if not any(row["exhibitors"] for row in rows):
        raise NothingChosen("participations")
    return tuple(
        Edition(
            name=Name(row.pop("name_zh") or "", row.pop("name_en") or ""),
            **row,
        )
        for row in rows
    )


def register(filters: Filters) -> Filters:
    """The filters as the register takes them: every edition, whatever was answered."""
    return replace(filters, editions=(), profile=(), audience="exhibitor")


def read_measures(
    reader: Reader,
    filters: Filters,
    money: str = "auto",
    least_editions: int = 1,
    least_exhibitors: int = LEAST_EXHIBITORS,
) -> Measures:
    """Raises NothingChosen without participations, NotEnough below `least_editions` on file or with
    fewer exhibitors than `least_exhibitors`.
    """
    editions = read_editions(reader, filters)
    if len(editions) < least_editions:
        raise NotEnough("editions", least_editions, len(editions))
    settings = read_settings(reader, filters.fair)
    counted, is_one_of_both = money_of_fair(money, settings, editions)
    now, before = _read(reader, filters, editions, counted)
    if len(now) < least_exhibitors:
        raise NotEnough("exhibitors", least_exhibitors, len(now))
    return Measures(editions, counted, now, before, settings, is_one_of_both)


def _read(
    reader: Reader, filters: Filters, editions: tuple[Edition, ...], money: Money
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Measures at the last edition and at the one before, by exhibitor. A large register is read in
    parts: the engine then never holds all lives at once.
    """
    import pandas as pd

    sql, whole = statement(__package__, "measures"), register(filters).slice()
    place = editions[-1].place
    parts = 1 + sum(edition.exhibitors for edition in editions) // PART
    read: list[tuple[pd.DataFrame, pd.DataFrame]] = []
    for part in range(parts):
        of_part = whole | {"parts": parts, "part": part}
        rows = reader.frame(sql, slice=of_part, money=money, place=place)
        # A part may be nobody's: its columns would have no types to add to the others'.
        is_last_hope = part == parts - 1 and not read
        if rows.empty and not is_last_hope:
            continue
        is_now = rows["place"] == place
        read.append((rows[is_now], rows[~is_now]))
    now, before = (
        pd.concat(frames).sort_values("exhibitor_id", ignore_index=True)
        for frames in zip(*read, strict=True)
    )
    return _with_recent(now), _with_recent(before)


def _with_recent(rows: pd.DataFrame) -> pd.DataFrame:
    """Nothing was brought lately by who did not come; by who came with nothing known, it is not
    known.
    """
    recent = rows["came_recent"].gt(0).map({True: float("nan"), False: 0.0})
    return rows.assign(money_recent=rows["money_recent"].where(rows["known_recent"] > 0, recent))


def money_counted(wish: str, editions: tuple[Edition, ...]) -> Money:
    """What counts as money: `wish` is a kind, or "auto" where nobody says one. The one rule for
    every page, on editions up to the one looked at.

    Left open, fees count where any are known at the last edition, or at any where no turnover is;
    else turnover. Amounts in two currencies are never added: a wish for both is then left open.
    """
    last = editions[-1]
    if wish == "turnover":
        return "turnover"
    if wish == "both" and last.fee_currency == last.turnover_currency:
        return "both"
    has_fees = last.fees or (not last.turnovers and any(edition.fees for edition in editions))
    return "fee" if wish == "fee" or has_fees else "turnover"


def money_of_fair(
    dial: str, settings: WorthSettings, editions: tuple[Edition, ...]
) -> tuple[Money, bool]:
    """What counts by the dial, else by the fair's settings; and whether both were asked for, but
    cannot be added.
    """
    wish = settings.money if dial == "auto" else dial
    money = money_counted(wish, editions)
    return money, wish == "both" and money != "both"
