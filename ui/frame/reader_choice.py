"""What a reader asked for, and how much of it a fair can give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from analytics.fairs import Choices, Named
from analytics.filters import Audience, Filters, Option, Options
from analytics.study import Study
from analytics.wording import Language

NOT_OFFERED = ("exhibitor", "owner", "theme", "text")
"""What a dial can range over that no page offers as a filter."""
Many = Literal["editions", "industries", "regions"]


@dataclass(frozen=True)
class Wish:
    """Ids only, not yet checked against what is there. No fair means "the usual one".

    `options` name the study they belong to: ("segments.k", "4"). `study` is the one whose trust is
    asked about.
    """

    language: Language | None = None
    fair: str | None = None
    editions: tuple[str, ...] = ()
    audience: Audience = "exhibitor"
    industries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    profile: tuple[tuple[str, tuple[str, ...]], ...] = ()
    segment: str | None = None
    weighted: bool = False
    unweighted: bool = False
    options: Options = ()
    deck: str | None = None
    study: str | None = None

    def options_of(self, study: Study) -> Options:
        """The dials of one study that were moved, by their own names."""
        mine = f"{study.key}."
        return tuple(
            (name.removeprefix(mine), value)
            for name, value in self.options
            if name.startswith(mine)
        )

    def with_option(self, study: Study, key: str, value: str) -> Wish:
        """The same wish with one dial moved; an empty value puts it back."""
        others = tuple(pair for pair in self.options if pair[0] != f"{study.key}.{key}")
        return replace(self, options=(*others, (f"{study.key}.{key}", value)) if value else others)

    def without_options(self, study: Study) -> Wish:
        """The same wish with every dial of a study put back."""
        mine = f"{study.key}."
        others = tuple(pair for pair in self.options if not pair[0].startswith(mine))
        return replace(self, options=others)

    def with_many(self, name: Many, values: tuple[str, ...]) -> Wish:
        """The same wish with one of its lists chosen anew."""
        changes: dict[str, Any] = {name: values}
        return replace(self, **changes)

    def with_answers(self, field: str, answers: tuple[str, ...]) -> Wish:
        """The same wish with one profile field asked anew."""
        others = tuple(pair for pair in self.profile if pair[0] != field)
        return replace(self, profile=(*others, (field, answers)) if answers else others)

    def without_filters(self) -> Wish:
        """The same fair, language and dials, nothing left out of sight."""
        return Wish(
            language=self.language,
            fair=self.fair,
            options=self.options,
            deck=self.deck,
            study=self.study,
        )

    def count(self) -> int:
        """How many single choices it holds."""
        answers = sum(len(field_answers) for _, field_answers in self.profile)
        return (
            len(self.editions)
            + len(self.industries)
            + len(self.regions)
            + answers
            + (self.segment is not None)
            + self.weighted
            + self.unweighted
        )

    def filters(self, fair: str) -> Filters:
        """The slice this wish means."""
        return Filters(
            fair,
            self.editions,
            self.audience,
            self.industries,
            self.regions,
            self.profile,
            self.segment,
            self.weighted,
            self.unweighted,
        )


def dial_choices(option: Option, offer: Choices) -> tuple[str, ...]:
    """The ids a dial can take, without its resting place where all are the fair's own."""
    left_out = () if offer.audience == "exhibitor" else option.of_exhibitors
    fixed = (choice for choice in option.choices if choice not in left_out)
    return (*fixed, *(own_choice.id for own_choice in own_choices(option, offer)))


def own_choices(option: Option, offer: Choices) -> tuple[Named, ...]:
    """Those of the fair's own dimensions, editions or questions that a dial ranges over."""
    questions = tuple(
        field for field in offer.fields if field.makes_groups and field.id not in option.choices
    )
    own: dict[str | None, tuple[Named, ...]] = {
        "dimension": offer.dimensions,
        "edition": offer.editions,
        "question": questions,
    }
    return own.get(option.among, ())


def with_possible_dials(wish: Wish, study: Study, offer: Choices) -> Wish:
    """The wish without values this study's dials cannot take here."""
    able = {f"{study.key}.{option.key}": dial_choices(option, offer) for option in study.options}
    # There are too many exhibitors to offer: the study refuses one that is not there.
    searched = {f"{study.key}.{o.key}" for o in study.options if o.among in NOT_OFFERED}
    mine = f"{study.key}."
    return replace(
        wish,
        options=tuple(
            pair
            for pair in wish.options
            if not pair[0].startswith(mine)
            or pair[0] in searched
            or pair[1] in able.get(pair[0], ())
        ),
    )


def possible(wish: Wish, offer: Choices) -> Wish:
    """What of the wish is on offer; ids that are not there are left out."""
    answers_of = {field.id: field.answers for field in offer.fields}
    profile = (
        (field, _offered(values, answers_of.get(field, ()))) for field, values in wish.profile
    )
    segments = _offered((wish.segment or "",), (segment.id for segment in offer.segments))
    return replace(
        wish,
        editions=_offered(wish.editions, (edition.id for edition in offer.editions)),
        industries=_offered(wish.industries, offer.industries),
        regions=_offered(wish.regions, offer.regions),
        profile=tuple((field, values) for field, values in profile if values),
        segment=segments[0] if segments else None,
        weighted=wish.weighted and offer.can_weigh,
        unweighted=wish.unweighted and offer.has_own_weights,
    )


def _offered(ids: tuple[str, ...], offered: Iterable[str]) -> tuple[str, ...]:
    choices = set(offered)
    return tuple(dict.fromkeys(value for value in ids if value in choices))
