"""What a reader may choose: the slice of a fair, and the dials of a study."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Audience = Literal["exhibitor", "visitor"]
Options = tuple[tuple[str, str], ...]


class Weighting(Protocol):
    """Weights of answers, as a table that the facts read."""

    @property
    def table(self) -> dict[str, list[Any]]: ...


class OwnWeighting(Weighting, Protocol):
    """Weights that files bring with them, and the editions they are of."""

    @property
    def editions(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class Filters:
    """The slice of a fair a reader looks at. Empty tuples mean "all"; ids only, never labels.

    `weighted` (to the register) and `unweighted` (without the weights of the file itself) are the
    reader's wishes; `weights` and `own` are what `ask` found for them, and part of no key.
    """

    fair: str
    editions: tuple[str, ...] = ()
    audience: Audience = "exhibitor"
    industries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    profile: tuple[tuple[str, tuple[str, ...]], ...] = ()
    segment: str | None = None
    weighted: bool = False
    unweighted: bool = False
    weights: Weighting | None = field(default=None, compare=False, repr=False)
    own: OwnWeighting | None = field(default=None, compare=False, repr=False)

    def slice(self) -> dict[str, Any]:
        """The value that the facts' macros take as `$slice`; undivided: one part of one."""
        profile = [{"field": name, "answers": list(answers)} for name, answers in self.profile]
        return {
            "fair": self.fair,
            "editions": list(self.editions) or None,
            "audience": self.audience,
            "industries": list(self.industries) or None,
            "regions": list(self.regions) or None,
            "profile": profile or None,
            "segment": self.segment,
            "weights": self.weights.table if self.weights else None,
            "own": self.own.table if self.own else None,
            "parts": 1,
            "part": 0,
        }


@dataclass(frozen=True)
class Option:
    """One dial of a study. `choices` are ids; the first is the default. `labels` are phrases in the
    same order.

    A dial `among` the fair's own dimensions, editions, questions, exhibitors, account owners or
    themes takes any id (among "text": any words) beside the choices it has (the default is '' where
    it has none), and the study refuses an id that is not there. Choices `of_exhibitors` say nothing
    about visitors.
    """

    key: str
    label: str
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    among: (
        Literal["dimension", "edition", "question", "exhibitor", "owner", "theme", "text"] | None
    ) = None
    of_exhibitors: tuple[str, ...] = ()

    def value(self, choice: str | None) -> str:
        """What was chosen where it can be, else the default."""
        if choice and (self.among or choice in self.choices):
            return choice
        return self.choices[0] if self.choices else ""
