"""What stands on the call sheet of one exhibitor: everything worth having at hand on the telephone.

Words only: from here on a sheet needs no database, so that a child process can set it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analytics import clock
from analytics.customers import figures_wording as wording
from analytics.customers.details import contact, name_of, stand
from analytics.customers.next_steps import worded_step
from analytics.customers.stages import STAGES
from analytics.errors import NotEnough
from analytics.ratings.scale import Scale, common
from analytics.stats.suppression import NEVER_BELOW
from analytics.studies.customer.compute import Customer, several
from analytics.studies.customer.figures import class_text, risk_text, worth_text
from analytics.wording import Name

if TYPE_CHECKING:
    import pandas as pd

    from analytics.category_names import CategoryNames
    from analytics.filters import Filters
    from analytics.store import Store
    from analytics.wording import Say

MOST_SHEETS = 20
MOST_EDITIONS, MOST_ITEMS, MOST_REMARKS = 8, 8, 6
Pair = tuple[str, str]


@dataclass(frozen=True)
class Strip:
    """One edition: whether it came, and what there is to say of it, a line each."""

    edition: str
    came: bool
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Rated:
    """An item with the exhibitor's own rating, its own before and its industry's; '–' if none."""

    item: str
    own: str
    before: str
    peers: str


@dataclass(frozen=True)
class Remark:
    """A comment or a complaint: what it is and when, and its text."""

    head: str
    text: str
    is_open: bool


@dataclass(frozen=True)
class CallSheet:
    """`facts` in reading order; `more_items`, `more_remarks`: how many found no room."""

    name: str
    about: str
    facts: tuple[Pair, ...]
    step: str
    strip: tuple[Strip, ...]
    rated: tuple[Rated, ...]
    rated_at: str
    more_items: int
    remarks: tuple[Remark, ...]
    more_remarks: int
    foot: str


def read_sheets(
    store: Store,
    filters: Filters,
    options: dict[str, str],
    exhibitors: Sequence[str],
    fair: str,
    say: Say,
) -> list[CallSheet]:
    """The sheets of at most `MOST_SHEETS` exhibitors. `fair`: what it is called. Raises NotEnough
    without any, and what the study of one exhibitor raises.
    """
    from analytics.category_names import read_category_names

    if not exhibitors:
        raise NotEnough("exhibitors", 1, 0)
    with store.reader() as reader:
        names = read_category_names(reader, filters.fair)
        customers = several(reader, filters, options, exhibitors[:MOST_SHEETS])
    return [sheet(customer, fair, names, say) for customer in customers]


def sheet(answer: Customer, fair: str, names: CategoryNames, say: Say) -> CallSheet:
    """The sheet of one exhibitor."""
    profile = answer.profile
    about = [
        names.worded(str(profile[column]), say)
        for column in ("industry", "region", "country", "size_band")
        if profile[column]
    ]
    remarks = _remarks(answer, say)
    rated_at, rated = _rated(answer, say)
    edition = wording.edition_name(answer.measures, say)
    return CallSheet(
        name_of(profile, say),
        " · ".join(dict.fromkeys(about)),
        tuple(pair for pair in _facts(answer, say) if pair[1]),
        worded_step(answer.step, answer.stage, say),
        _strip(answer, say),
        tuple(rated[:MOST_ITEMS]),
        rated_at,
        max(len(rated) - MOST_ITEMS, 0),
        tuple(remarks[:MOST_REMARKS]),
        max(len(remarks) - MOST_REMARKS, 0),
        say(
            "{fair} · as of {edition} · {day} · for importers and admins only",
            fair=fair,
            edition=edition,
            day=say.day(clock.today()),
        ),
    )


def _facts(answer: Customer, say: Say) -> list[Pair]:
    profile, last = answer.profile, answer.last
    money = last["money"]
    possible = {
        "n": say.number(int(last["editions_so_far"])),
        "possible": say.number(len(answer.life)),
    }
    return [
        (say("Contact"), contact(profile, say) or say("none on file")),
        (say("Account owner"), profile["account_owner"] or say("none on file")),
        (say("Stage"), say(STAGES[answer.stage])),
        (say("Class (ABC)"), class_text(answer, say)),
        (say("Editions attended"), say("{n} of {possible} since the first", **possible)),
        (say("Stand taken last"), stand(profile, say)),
        (
            wording.money_title(answer.measures, say),
            _money(bool(last["came"]), float(money), answer, say),
        ),
        (say("Worth"), worth_text(answer, say) or say("not known")),
        (say("Risk"), risk_text(answer, say)),
    ]


def _money(came: bool, money: float, answer: Customer, say: Say) -> str:
    if not came:
        return say("did not come")
    if money != money:
        return say("not known at this edition")
    return say.money(money, answer.measures.currency)


def _strip(answer: Customer, say: Say) -> tuple[Strip, ...]:
    """The last editions since its first."""
    names = {edition.place: edition.name.worded(say) for edition in answer.measures.editions}
    rows = answer.life.tail(MOST_EDITIONS).to_dict("records")
    return tuple(
        Strip(
            names[row["place"]],
            bool(row["came"]),
            _edition_lines(row, say) if row["came"] else (say("did not come"),),
        )
        for row in rows
    )


def _edition_lines(row: dict[Any, Any], say: Say) -> tuple[str, ...]:
    area, money, overall = row["booth_area_sqm"], row["money"], row["overall"]
    complaints = int(row["complaints_open"] + row["complaints_closed"])
    return (
        "" if area != area else f"{say.number(area)} m²",
        "" if money != money else say.compact(float(money)),
        "" if overall != overall else say("satisfied {n}/100", n=say.number(100 * float(overall))),
        say("complaints: {n}", n=complaints) if complaints else "",
    )


def _rated(answer: Customer, say: Say) -> tuple[str, list[Rated]]:
    """At which edition, and the items, those furthest below its industry first."""
    rows = answer.rated
    if rows.empty:
        return "", []
    scale = common(
        Scale(low, high) for low, high in zip(rows["scale_min"], rows["scale_max"], strict=True)
    )
    peers = rows["peers"].where(rows["answers"] >= NEVER_BELOW)
    ordered = rows.assign(peers=peers, gap=rows["place"] - peers).sort_values(
        ["gap", "place", "position"]
    )
    edition = rows["edition_id"].iloc[0]
    places = dict(zip(answer.life["edition_id"], answer.life["place"], strict=True))
    names = {each.place: each.name.worded(say) for each in answer.measures.editions}
    return names.get(places.get(edition, 0), ""), _items(ordered, scale, say)


def _items(rows: pd.DataFrame, scale: Scale, say: Say) -> list[Rated]:
    def written(place: float) -> str:
        return say.number(None if place != place else scale.value(place), 1)

    return [
        Rated(
            Name(row["name_zh"] or "", row["name_en"] or "").worded(say),
            written(row["place"]),
            written(row["before"]),
            written(row["peers"]),
        )
        for row in rows.to_dict("records")
    ]


def _remarks(answer: Customer, say: Say) -> list[Remark]:
    """Open complaints first, then as they came, the newest first."""
    remarks = [_remark(row, say) for row in answer.remarks.to_dict("records")]
    return sorted(remarks, key=lambda remark: not remark.is_open)


def _remark(row: dict[Any, Any], say: Say) -> Remark:
    edition = Name(row["name_zh"] or "", row["name_en"] or "").worded(say)
    text = row["text"] if isinstance(row["text"], str) else ""
    topic = row["topic"] if isinstance(row["topic"], str) else ""
    if row["kind"] != "complaint":
        return Remark(say("Comment · {edition}", edition=edition), text, False)
    is_open = bool(row["is_open"])
    state = say("open") if is_open else say("closed")
    head = say("Complaint, {state} · {edition}", state=state, edition=edition)
    return Remark(head, " · ".join(filter(None, (topic, text))), is_open)
