"""The parts of a company name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from analytics.matching.places import Place


@dataclass(frozen=True)
class Name:
    """`whole` is equal for two ways of typing one name. `own` is what the firm calls itself,
    `trades` what it says it does.
    """

    whole: str
    is_chinese: bool
    own: tuple[str, ...]
    trades: tuple[str, ...] = ()
    place: Place = Place()
    forms: frozenset[str] = frozenset()
    is_group: bool = False
    is_inside_group: bool = False
    branch: str = ""
    numbers: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    has_department: bool = False

    @cached_property
    def body(self) -> str:
        return "".join(self.own) + "".join(self.trades)


@dataclass
class Brackets:
    """What the brackets of a name said; `rest` is the name without them."""

    rest: str = ""
    asides: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    place: Place = Place()
    branch: str = ""
    countries: set[str] = field(default_factory=set)
    is_group: bool = False
    has_department: bool = False


@dataclass(frozen=True)
class Names:
    """A name with the other names its own text gives: in another language, or a former one."""

    main: Name
    others: tuple[Name, ...] = ()
    former: tuple[Name, ...] = ()
