"""What a study is: its question, its two functions, and what other rooms need to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any, Literal

from analytics.figures import Figure, Method
from analytics.filters import Audience, Filters, Option, Options

if TYPE_CHECKING:
    from analytics.figures.key_number import KeyNumber
    from analytics.store import Reader
    from analytics.wording import Say

Section = Literal["overview", "listen", "prove", "know", "act", "present", "data"]
Deck = Literal["review", "board", "segment", "actions"]
FIRST = "overview"
"""The key of the figure that a study opens with, where it has one to put first everywhere."""


@dataclass(frozen=True)
class Snapshot:
    """Whose data, and after which write."""

    store: str
    version: int


@dataclass(frozen=True)
class OverviewPlace:
    """A card on the overview. Cards stand by rising `rank`; `figure` is the one it shows."""

    rank: int
    figure: str = FIRST


@dataclass(frozen=True)
class DeckPlace:
    """A figure's place in a ready-made deck, whose figures stand by rising `rank`."""

    deck: Deck
    rank: int
    figure: str = FIRST


@dataclass(frozen=True)
class Study:
    """One question. `analyse` reads facts and returns a frozen answer; `figures` puts it so that a
    person can see it.

    `title`, `question` and `icon` are phrases and a Material symbol name. `audiences` says whose
    answers it can read. `weighs`: whether it weights answers to the register when asked to; else
    the phrase `unweighted` says why not. Figures by a method that is `not_weighted` count every
    answer once all the same.

    `reads` are the kinds of files (`intake.table.file_kinds`) whose receipts lead here.
    `names_people` are the keys of figures whose rows are exhibitors by name: the organiser's own
    register, not groups of answers, so that no base is too small for them. `quotes_people` are
    those whose rows are texts as people wrote them; a viewer sees neither. `names_staff` are those
    of `names_people` whose rows are people of the organiser instead.
    """

    key: str
    section: Section
    title: str
    question: str
    icon: str
    analyse: Callable[[Reader, Filters, dict[str, str]], Any]
    figures: Callable[[Any, Say], tuple[Figure, ...]]
    methods: tuple[Method, ...]
    reads: tuple[str, ...]
    options: tuple[Option, ...] = ()
    audiences: tuple[Audience, ...] = ("exhibitor", "visitor")
    is_slow: bool = False
    on_overview: OverviewPlace | None = None
    in_decks: tuple[DeckPlace, ...] = ()
    names_people: tuple[str, ...] = ()
    names_staff: tuple[str, ...] = ()
    quotes_people: tuple[str, ...] = ()
    weighs: bool = False
    unweighted: str = ""
    not_weighted: tuple[Method, ...] = ()
    key_numbers: Callable[[Any, Say], tuple[KeyNumber, ...]] | None = None

    def chosen(self, options: Options) -> dict[str, str]:
        """Every dial with its value: what was chosen where it is a known choice, else the
        default.
        """
        choices = dict(options)
        return {option.key: option.value(choices.get(option.key)) for option in self.options}

    def lists_exhibitors(self, figure: str) -> bool:
        """Whether the rows of a figure are exhibitors by name, their ids its keys; a study asked
        of one exhibitor has rows of that one.
        """
        is_of_one = any(option.among == "exhibitor" for option in self.options)
        return figure in self.names_people and figure not in self.names_staff and not is_of_one


def later(package: str, module: str, name: str) -> Callable[..., Any]:
    """The function `name` of a study's module, imported when it is first called: a catalogue needs
    no pandas.
    """

    def called(*arguments: Any) -> Any:
        return getattr(import_module(f"{package}.{module}"), name)(*arguments)

    return called


def statement(package: str | None, name: str) -> str:
    """The text of `name`.sql beside the code of a package: `statement(__package__, "pairs")`."""
    return resources.files(package or "").joinpath(f"{name}.sql").read_text("utf-8")
