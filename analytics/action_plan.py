"""What is to be done about a finding: who does it by when, at what cost, and what it should move.

Every change of an action is a version of its own, with who made it and when; the newest that nobody
took back counts. What was entered is never lost: an action whose question is no longer asked stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from math import isfinite
from typing import Any, Literal, get_args

from analytics.errors import NewerVersion, UnknownChoice
from analytics.filters import Audience
from analytics.store import Reader, Store

Aim = Literal["item", "dimension"]
AIMS: tuple[Aim, ...] = get_args(Aim)
State = Literal["open", "done", "dropped"]
STATES: tuple[State, ...] = get_args(State)
LONGEST_TITLE, LONGEST_NAME, LONGEST_REMARK = 120, 60, 2000

COLUMNS = """
    action_id, title, audience, aim, aim_key, target, edition_id, owner, department, due_on, state,
    currency, training, software, implementation, further_work, upkeep, remark, version_id, actor,
    made_at
"""
NEWEST = f"""-- one row per action of a fair, by when it is due
select {COLUMNS} from actions where fair_id = $fair order by due_on nulls last, action_id
"""
VERSIONS = f"""-- one row per version of an action, the newest first, those taken back too
select {COLUMNS}, undone_at from action_versions
where fair_id = $fair and action_id = $action
order by version_id desc
"""
NEXT = "select coalesce(max(action_id), 0) + 1 from action_versions"
SAVE = """insert into action_versions
select
    coalesce((select max(version_id) from action_versions), 0) + 1,
    $action_id, $fair, $actor, now()::timestamp, null,
    $title, $audience, $aim, $aim_key, $target, $edition, $owner, $department, $due_on, $state,
    $currency, $training, $software, $implementation, $further_work, $upkeep, $remark
where $version = coalesce((
    select max(version_id) from action_versions where action_id = $action_id and undone_at is null
), 0)
"""
UNDO = """update action_versions set undone_at = now()::timestamp
where version_id = $version and undone_at is null and version_id = (
    select max(version_id) from action_versions
    where action_id = $action and fair_id = $fair and undone_at is null
)
"""


@dataclass(frozen=True, slots=True)
class Costs:
    """What an action costs, in one currency, by five heads; None is not known."""

    training: float | None = None
    software: float | None = None
    implementation: float | None = None
    further_work: float | None = None
    upkeep: float | None = None

    @property
    def total(self) -> float | None:
        """All heads that are known together; None where none is."""
        known = [cost for cost in asdict(self).values() if cost is not None]
        return sum(known) if known else None


HEADS: tuple[str, ...] = tuple(field.name for field in fields(Costs))


@dataclass(frozen=True, slots=True)
class Action:
    """One action as it stands. It should move `aim_key`, an item or a dimension of an audience, by
    `target` points of the scale asked, above what was answered at `edition`.

    `id` 0: not kept yet. `version` is the version read, so that a change by somebody else since is
    seen.
    """

    title: str
    audience: Audience
    aim: Aim
    aim_key: str
    edition: str
    target: float | None = None
    owner: str = ""
    department: str = ""
    due_on: date | None = None
    state: State = "open"
    currency: str = ""
    costs: Costs = Costs()
    remark: str = ""
    id: int = 0
    version: int = 0
    actor: str = ""
    made_at: datetime | None = None
    undone_at: datetime | None = None

    def is_overdue(self, today: date) -> bool:
        """Whether it is open past its day."""
        return self.state == "open" and self.due_on is not None and self.due_on < today


def read_actions(reader: Reader, fair: str) -> tuple[Action, ...]:
    """The actions of a fair, the first due first."""
    return tuple(_action(row) for row in reader.rows(NEWEST, fair=fair))


def read_versions(reader: Reader, fair: str, action: int) -> tuple[Action, ...]:
    """Every version of one action, the newest first."""
    return tuple(_action(row) for row in reader.rows(VERSIONS, fair=fair, action=action))


def actions_of(store: Store, fair: str) -> tuple[Action, ...]:
    """The same from the store."""
    with store.reader() as reader:
        return read_actions(reader, fair)


def save_action(store: Store, fair: str, action: Action, actor: str) -> int:
    """Keep an action, or its new version; returns its number.

    Raises UnknownChoice for what cannot be kept, NewerVersion where somebody else changed it
    since it was read.
    """
    checked = _checked(action)
    with store.reader() as reader:
        number = action.id or int(reader.value(NEXT))
    store.write(SAVE, **_values(replace(checked, id=number)), fair=fair, actor=actor)
    _check_kept(store, fair, replace(checked, id=number), actor)
    return number


def undo_version(store: Store, fair: str, action: Action) -> None:
    """Take the newest version back: the one before counts again, the first takes the action away.

    Raises NewerVersion where a newer one stands.
    """
    store.write(UNDO, fair=fair, action=action.id, version=action.version)
    with store.reader() as reader:
        versions = read_versions(reader, fair, action.id)
    if any(each.version == action.version and each.undone_at is None for each in versions):
        newest = next(each for each in versions if each.undone_at is None)
        raise NewerVersion(newest.title, newest.actor, _moment(newest))


def _check_kept(store: Store, fair: str, action: Action, actor: str) -> None:
    with store.reader() as reader:
        standing = [
            each for each in read_versions(reader, fair, action.id) if each.undone_at is None
        ]
    newest = standing[0] if standing else action
    is_kept = newest.version != action.version and newest.actor == actor
    if not is_kept or _content(newest) != _content(action):
        raise NewerVersion(newest.title, newest.actor, _moment(newest))


def _moment(action: Action) -> str:
    return f"{action.made_at:%Y-%m-%d %H:%M}" if action.made_at else ""


def _content(action: Action) -> Action:
    return replace(action, version=0, actor="", made_at=None, undone_at=None)


def _checked(action: Action) -> Action:
    """The action with its texts trimmed. Raises UnknownChoice for a value that cannot be."""
    title = action.title.strip()[:LONGEST_TITLE]
    _among("aim", action.aim, AIMS)
    _among("state", action.state, STATES)
    _among("audience", action.audience, get_args(Audience))
    if not title:
        raise UnknownChoice("action", "")
    if action.target is not None and not (isfinite(action.target) and action.target > 0):
        raise UnknownChoice("target", str(action.target))
    for cost in asdict(action.costs).values():
        if cost is not None and not (isfinite(cost) and cost >= 0):
            raise UnknownChoice("cost", str(cost))
    return replace(
        action,
        title=title,
        owner=action.owner.strip()[:LONGEST_NAME],
        department=action.department.strip()[:LONGEST_NAME],
        currency=action.currency.strip().upper()[:LONGEST_NAME],
        remark=action.remark.strip()[:LONGEST_REMARK],
    )


def _among(what: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise UnknownChoice(what, value, tuple(known))


def _values(action: Action) -> dict[str, Any]:
    values = asdict(action) | asdict(action.costs)
    for name in ("costs", "made_at", "actor", "undone_at"):
        del values[name]
    return values | {"action_id": values.pop("id")}


def _action(row: dict[str, Any]) -> Action:
    return Action(
        row["title"],
        row["audience"],
        row["aim"],
        row["aim_key"],
        row["edition_id"],
        row["target"],
        row["owner"] or "",
        row["department"] or "",
        row["due_on"],
        row["state"],
        row["currency"] or "",
        Costs(*(row[head] for head in HEADS)),
        row["remark"] or "",
        row["action_id"],
        row["version_id"],
        row["actor"],
        row["made_at"],
        row.get("undone_at"),
    )
