"""What a study is, and what a reader may ask of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.store import Reader
    from analytics.weighting import Weights
    from analytics.wording import Say

Audience = Literal["exhibitor", "visitor"]
Section = Literal["overview", "listen", "prove", "know", "act", "present", "data"]


@dataclass(frozen=True)
class Filters:
    """The slice of a fair a reader looks at. Empty tuples mean "all"; ids only, never labels.

    `weighted` is the reader's wish; `weights` are what `ask` found for it, and part of no key.
    """

    fair: str
    editions: tuple[str, ...] = ()
    audience: Audience = "exhibitor"
    industries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    profile: tuple[tuple[str, tuple[str, ...]], ...] = ()
    segment: str | None = None
    weighted: bool = False
    weights: Weights | None = field(default=None, compare=False, repr=False)

    def slice(self) -> dict[str, Any]:
        """The value that the facts' macros take as `$slice`."""
        chosen = [{"field": name, "answers": list(answers)} for name, answers in self.profile]
        return {
            "fair": self.fair,
            "editions": list(self.editions) or None,
            "audience": self.audience,
            "industries": list(self.industries) or None,
            "regions": list(self.regions) or None,
            "profile": chosen or None,
            "segment": self.segment,
            "weights": self.weights.table if self.weights else None,
        }


@dataclass(frozen=True)
class Option:
    """One dial of a study. `choices` are ids; the first is the default. `labels` are phrases in the
    same order.

    A dial `among` the fair's own dimensions, editions or questions takes any id beside the choices
    it has (the default is '' where it has none), and the study refuses an id that is not there.
    Choices `of_exhibitors` say nothing about visitors.
    """

    key: str
    label: str
    choices: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    among: Literal["dimension", "edition", "question"] | None = None
    of_exhibitors: tuple[str, ...] = ()

    def value(self, wanted: str | None) -> str:
        """What was chosen where it can be, else the default."""
        if wanted and (self.among or wanted in self.choices):
            return wanted
        return self.choices[0] if self.choices else ""


Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Method:
    """How a figure is computed, in phrases for `say`: what a statistician asks for first."""

    formula: str
    assumption: str
    source: str
    caution: str


@dataclass(frozen=True)
class Snapshot:
    """Whose data, and after which write."""

    store: str
    version: int


@dataclass(frozen=True)
class Study:
    """One question. `analyse` reads facts and returns a frozen answer; `figures` puts it so that a
    person can see it.

    `title`, `question` and `icon` are phrases and a Material symbol name. `audiences` says whose
    answers it can read. `weighs`: whether it weights answers to the register when asked to; else
    the phrase `unweighted` says why not. Figures by a method that is `not_weighted` count every
    answer once all the same.
    """

    key: str
    section: Section
    title: str
    question: str
    icon: str
    analyse: Callable[[Reader, Filters, dict[str, str]], Any]
    figures: Callable[[Any, Say], tuple[Figure, ...]]
    methods: tuple[Method, ...]
    options: tuple[Option, ...] = ()
    audiences: tuple[Audience, ...] = ("exhibitor", "visitor")
    is_slow: bool = False
    also_reads: tuple[str, ...] = field(default=())
    weighs: bool = False
    unweighted: str = ""
    not_weighted: tuple[Method, ...] = ()

    def chosen(self, options: Options) -> dict[str, str]:
        """Every dial with its value: what was chosen where it is a known choice, else the
        default.
        """
        wanted = dict(options)
        return {option.key: option.value(wanted.get(option.key)) for option in self.options}


def later(package: str, module: str, name: str) -> Callable[..., Any]:
    """The function `name` of a study's module, imported when it is first called: a catalogue needs
    no pandas.
    """

    def called(*given: Any) -> Any:
        return getattr(import_module(f"{package}.{module}"), name)(*given)

    return called


def statement(package: str, name: str) -> str:
    """The text of `name`.sql beside a study's code."""
    return resources.files(package).joinpath(f"{name}.sql").read_text("utf-8")
