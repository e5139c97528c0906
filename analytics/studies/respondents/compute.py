"""Who answered, and whom do they stand for?

Method: SQL sets the register of one edition beside the answers it led to; response rates and gaps
by group (`compute_margins`), weights that match the register (`compute_weights`), the overall mean
with and without them. Shares of the register are counted, without an interval for this fair; what
respondents say stands for its exhibitors (`ratings.populations`). Assumption: the register lists
everybody who took part. Answers that lead to nobody on it cannot be placed; they are counted.
Source: Groves 2006 for what response rates do and do not say; as in the parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from analytics.errors import NotEnough, NothingChosen
from analytics.figures.small_bases import smallest
from analytics.filters import Filters
from analytics.ratings.populations import HERE, Populations, of_edition, of_register
from analytics.ratings.questions import read_questions
from analytics.ratings.scale import Scale, common
from analytics.ratings.sums import OVERALL, read_sums
from analytics.stats.mean import MeanEstimate
from analytics.stats.proportion import Proportion, ProportionDifference, newcombe, wilson
from analytics.store import Reader
from analytics.studies.respondents.compute_margins import Field, fields_of
from analytics.studies.respondents.compute_weights import Weighting, kept_keys, plain_mean, weigh
from analytics.study import statement
from analytics.wording import Name, phrase

PLACED = phrase("answers of exhibitors on the register")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A history that the register knows. `apart`: those who answered less those who did not."""

    key: str
    register: Proportion
    respondents: Proportion
    apart: ProportionDifference


@dataclass(frozen=True, eq=False)
class Respondents:
    """One edition. `unplaced` answers lead to nobody on its register. `every_answer` is the plain
    mean of all answers.

    `plain` is the mean over respondents on the register, None where too few were asked or answered;
    `repeats` are empty at the first edition on file.
    """

    edition: Name
    exhibitors: int
    respondents: int
    unplaced: int
    rate: Proportion
    fields: tuple[Field, ...]
    group_by: str
    repeats: tuple[Repeat, ...]
    weighting: Weighting | None
    plain: MeanEstimate | None
    every_answer: MeanEstimate
    scale: Scale
    least: int
    has_profile: bool
    populations: Populations

    def field(self, key: str) -> Field:
        return next(field for field in self.fields if field.key == key)

    @property
    def grouped(self) -> Field:
        """The field whose groups are looked at."""
        return self.field(self.group_by)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Respondents:
    """Raises NothingChosen without register or answers, NotEnough where too few answers lead to the
    register.
    """
    least = smallest(options)
    within = replace(filters, editions=(), audience="exhibitor", profile=())
    edition = _edition(reader, filters, within)
    asked = {"slice": within.slice(), "edition": edition["edition_id"]}
    rows = reader.rows(statement(__package__, "margins"), **asked)
    whole = next(row for row in rows if row["field"] == "all")
    if whole["respondents"] < least:
        raise (
            NotEnough(PLACED, least, whole["respondents"])
            if whole["respondents"]
            else NothingChosen(PLACED)
        )
    fields = fields_of(rows, least, options["stands_for"])
    whose = of_edition(whole["exhibitors"], options["stands_for"])
    cells = reader.rows(statement(__package__, "cells"), kept=kept_keys(fields), **asked)
    scale, everybody = _overall(reader, within, edition["edition_id"])
    has_mean = sum(cell["answered"] for cell in cells) >= least
    return Respondents(
        edition=Name(edition["name_zh"], edition["name_en"]),
        exhibitors=whole["exhibitors"],
        respondents=whole["respondents"],
        unplaced=max(0, edition["answers"] - whole["answers"]),
        rate=of_register(wilson(whole["respondents"], whole["exhibitors"]), options["stands_for"]),
        fields=fields,
        group_by=options["group_by"],
        repeats=_repeats(whole, whose),
        weighting=weigh(fields, cells, scale, whose),
        plain=whose.mean(plain_mean(cells, scale), HERE) if has_mean else None,
        every_answer=whose.mean(everybody, HERE),
        scale=scale,
        least=least,
        has_profile=bool(filters.profile),
        populations=whose,
    )


def _edition(reader: Reader, filters: Filters, within: Filters) -> dict[str, Any]:
    """The last chosen edition that has both a register and answers."""
    chosen = list(filters.editions) or None
    rows = reader.rows(
        statement(__package__, "editions"), slice=within.slice(), fair=filters.fair, chosen=chosen
    )
    if not any(row["exhibitors"] for row in rows):
        raise NothingChosen("participations")
    both = [row for row in rows if row["exhibitors"] and row["answers"]]
    if not both:
        raise NothingChosen("answers")
    return both[-1]


def _overall(reader: Reader, within: Filters, edition: str) -> tuple[Scale, MeanEstimate]:
    """The scale of the overall question, and the plain mean of all answers to it."""
    asked = read_questions(reader, within).of([edition])
    scale = common(asked.measure_scales("overall"))
    return scale, scale.estimate(read_sums(reader, within, [edition]).of(edition, OVERALL).estimate)


def _repeats(whole: dict[str, Any], whose: Populations) -> tuple[Repeat, ...]:
    """Empty at the first edition on file; at the second one, everybody seen before came
    every time.
    """
    if whole["is_first_on_file"]:
        return ()
    keys = ("repeaters",) if whole["repeaters"] == whole["always"] else ("repeaters", "always")
    return tuple(_repeat(key, whole, whose) for key in keys)


def _repeat(key: str, whole: dict[str, Any], whose: Populations) -> Repeat:
    everybody, answering = whole["exhibitors"], whole["respondents"]
    here, among_answers = whole[key], whole[f"answering_{key}"] or 0
    respondents = wilson(among_answers, answering)
    apart = newcombe(respondents, wilson(here - among_answers, everybody - answering))
    register = of_register(wilson(here, everybody), whose.stands_for)
    return Repeat(key, register, whose.share(respondents, answering, HERE), apart)
