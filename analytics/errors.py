"""What can go wrong, as facts; `analytics.remedies` words them at the edge, with the way out.

Not frozen: Python writes the traceback onto an exception on its way through a context manager.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


class Fault(Exception):
    """Anything the product foresees. Every other exception is a bug and is never swallowed."""


@dataclass(eq=False)
class NothingChosen(Fault):
    """The filters leave no data of this kind at all. `what`: as in `NotEnough`."""

    what: str = "answers"


@dataclass(eq=False)
class NotEnough(Fault):
    """A method needs more than the filters leave. `what` is a thing to count that
    `analytics.remedies` has a word for: 'answers', 'editions', 'turnovers' …
    """

    what: str
    needed: int
    found: int


@dataclass(eq=False)
class NoVariation(Fault):
    """All are the same, so there is nothing to compare. `what`: as in `NotEnough`."""

    what: str


@dataclass(eq=False)
class CannotWeight(Fault):
    """The answers cannot be weighted to the register. `reason` is 'visitors', 'register', 'groups'
    or 'converge'; the edition is named in both languages.
    """

    reason: str
    zh: str = ""
    en: str = ""


@dataclass(eq=False)
class UnknownStudy(Fault):
    """No study has this key."""

    key: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class UnknownChoice(Fault):
    """A filter or option names something that is not there. `what`: 'fair', 'edition' …"""

    what: str
    value: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class Unreadable(Fault):
    """A file cannot be read. `reason` is one of those that `analytics.remedies` words."""

    reason: str
    details: dict[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class AlreadyImported(Fault):
    """The same file stands in the store for the same fair and kind."""

    import_id: int
    file_name: str
    at: str


@dataclass(eq=False)
class StoreFault(Fault):
    """The database cannot be used. `reason`: 'locked', 'full', 'damaged', 'damaged_wal' … as
    `analytics.remedies` words them.
    """

    reason: str
    details: dict[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class NotAllowed(Fault):
    """The user's role does not permit this."""

    role_needed: str


@dataclass(eq=False)
class NotPossible(Fault):
    """What was asked contradicts what is on file. `reason` is one of those that
    `analytics.remedies` words; `day` the day it is about.
    """

    reason: str
    day: date | None = None


@dataclass(frozen=True)
class FieldChange:
    """A field that somebody changed: what it held before, what it holds now, who ('': a file)."""

    field: str
    before: str | None
    now: str | None
    actor: str


@dataclass(eq=False)
class ChangedMeanwhile(Fault):
    """Somebody changed the same fields since this person began to edit them."""

    changes: tuple[FieldChange, ...]


@dataclass(eq=False)
class AlreadyThere(Fault):
    """The register has an exhibitor of this name or code already."""

    exhibitor_id: str
    name: str


@dataclass(eq=False)
class NewerVersion(Fault):
    """Somebody kept a newer version of a thing since it was read: `who` did, `at` (as text)."""

    name: str
    who: str
    at: str
