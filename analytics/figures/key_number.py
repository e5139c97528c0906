"""One number that a room looks at first, beside what it was last time, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analytics.figures.claims import BADGES, OF_KIND

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty, Kind
    from analytics.wording import Say


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """Everything worded: `value` of the edition looked at, `before` a line with the one before it
    ('' where there is none), `base` who stands behind it.
    """

    key: str
    label: str
    value: str
    before: str
    certainty: Certainty
    badge: str
    base: str

    def line(self, say: Say) -> str:
        """The number in one line of text, for terminals and speaker's notes."""
        first = say("{label}: {value}", label=self.label, value=self.value)
        return " · ".join(part for part in (first, self.before, self.badge, self.base) if part)


def key_number(
    say: Say,
    key: str,
    label: str,
    values: tuple[str, str],
    editions: tuple[str, str],
    judged: tuple[Kind, Certainty],
    base: str,
) -> KeyNumber:
    """A key number from its value now and before ('' where there is none), and the names of both
    editions.
    """
    now, then = values
    before = say("{edition}: {value}", edition=editions[1], value=then) if then else ""
    badge = say(OF_KIND.get(judged, BADGES[judged[1]]))
    return KeyNumber(key, label, now, before, judged[1], badge, base)
