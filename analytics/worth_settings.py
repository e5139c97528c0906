"""What a fair says of its money: what counts, the margin on it, the discount, the first edition.

Kept per fair among the settings of the store, as one JSON object. Where no margin is set, revenue
and cost of the editions say it; where those are not on file either, there is none, and worth is
shown before costs.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from analytics.errors import UnknownChoice
from analytics.store import Reader, Store

Money = Literal["auto", "fee", "turnover", "both"]
MONEY: tuple[Money, ...] = get_args(Money)
LARGEST_DISCOUNT = 1.0

SAVED = "select value from settings where name = 'worth:' || $fair"
SAVE = "insert or replace into settings values ('worth:' || $fair, $value)"
REVENUE_AND_COST = """-- one row: revenue and cost of the held editions that name both
select
    sum(e.revenue) as revenue, sum(e.cost) as cost, count(*) as editions,
    count(distinct coalesce(e.currency, '')) as currencies
from editions as e
where e.fair_id = $fair and e.is_held and e.revenue > 0 and e.cost is not null
"""


@dataclass(frozen=True, slots=True)
class WorthSettings:
    """`margin`: the share of the money that stays after costs, 0-1; None where nobody set one.
    `discount`: per edition, 0-1. Each with how far it may be off, as a share.

    `money`: the fee, the declared turnover, both added, or ("auto") fees where any are known.
    `is_first_ever`: whether the first edition on file was the first there ever was.
    """

    money: Money = "auto"
    margin: float | None = None
    margin_range: float = 0.1
    discount: float = 0.1
    discount_range: float = 0.05
    is_first_ever: bool = False


@dataclass(frozen=True, slots=True)
class Margin:
    """The margin that counts, 0-1, and where it comes from: "set", "editions" (revenue and cost of
    so many), or "none" (then it is 1: worth before costs). `is_loss`: the editions cost more than
    they brought, so that they say no margin.
    """

    share: float
    source: Literal["set", "editions", "none"]
    editions: int = 0
    is_loss: bool = False


def read_settings(reader: Reader, fair: str) -> WorthSettings:
    """What was said of this fair, else the defaults; what cannot be read counts as not said."""
    text = reader.value(SAVED, fair=fair)
    if not text:
        return WorthSettings()
    try:
        said_before = json.loads(text)
        names = {field.name for field in fields(WorthSettings)}
        settings = WorthSettings(**{key: said_before[key] for key in names & set(said_before)})
        _check(settings)
    except (ValueError, TypeError, AttributeError, UnknownChoice):
        return WorthSettings()
    return settings


def settings_of(store: Store, fair: str) -> WorthSettings:
    """The same from the store."""
    with store.reader() as reader:
        return read_settings(reader, fair)


def save_settings(store: Store, fair: str, settings: WorthSettings) -> None:
    """Keep them for everybody. Raises UnknownChoice for a share that is none."""
    _check(settings)
    store.write(SAVE, fair=fair, value=json.dumps(asdict(settings)))


def has_settings(store: Store, fair: str) -> bool:
    """Whether anybody said anything of this fair."""
    with store.reader() as reader:
        return reader.value(SAVED, fair=fair) is not None


def read_margin(reader: Reader, fair: str, settings: WorthSettings) -> Margin:
    """The margin set, else that of the editions together: 1 - cost / revenue."""
    if settings.margin is not None:
        return Margin(settings.margin, "set")
    row: dict[str, Any] = reader.rows(REVENUE_AND_COST, fair=fair)[0]
    if not row["editions"] or row["currencies"] > 1:
        return Margin(1.0, "none")
    share = 1 - row["cost"] / row["revenue"]
    if not 0 < share <= 1:
        return Margin(1.0, "none", row["editions"], is_loss=share <= 0)
    return Margin(share, "editions", row["editions"])


def _check(settings: WorthSettings) -> None:
    if settings.money not in MONEY:
        raise UnknownChoice("option", str(settings.money), MONEY)
    shares = {
        "margin": (1.0 if settings.margin is None else settings.margin, 0.001, 1.0),
        "margin_range": (settings.margin_range, 0.0, 1.0),
        "discount": (settings.discount, 0.0, LARGEST_DISCOUNT),
        "discount_range": (settings.discount_range, 0.0, LARGEST_DISCOUNT),
    }
    for value, least, most in shares.values():
        if not least <= value <= most:
            raise UnknownChoice("option", str(value), (f"{least:.3g}–{most:.3g}",))
