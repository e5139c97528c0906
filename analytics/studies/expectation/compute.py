"""Did we meet what they expected? The rating a respondent gave less what the same respondent had
expected.

Method: means and paired differences with t intervals over those who gave both; shares whose
experience lay half a scale point or more above or below (Wilson). Gaps carry Holm's p over all
parts; so do their changes since the edition compared with (Welch). Assumption: exhibitors answer
independently, several answers of one are taken together (`ratings.sums`, `ratings.tally`);
expectation and experience were asked on the same scale; where expectation was asked after the fair,
memory leans towards what was found. Source: Parasuraman, Zeithaml & Berry 1988; Teas 1993 for the
doubts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import Any

from analytics.errors import NotEnough, NothingChosen
from analytics.figures.small_bases import smallest
from analytics.filters import Audience, Filters
from analytics.ratings.change import Change, change
from analytics.ratings.comparability import Obstacles, questionnaire_obstacles
from analytics.ratings.editions import Edition, chosen, compared, read_editions
from analytics.ratings.levels import Rated, level_shown, rated_in
from analytics.ratings.questions import Questionnaire, read_questions
from analytics.ratings.scale import Scale, common
from analytics.ratings.sums import Sums, has_repeated
from analytics.ratings.tally import Tally, tally
from analytics.stats.critical_values import p_student
from analytics.stats.mean import MeanEstimate, mean_interval, weighted_mean
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.proportion import Proportion
from analytics.store import Reader
from analytics.study import statement
from analytics.wording import Name

Row = dict[str, Any]
KEYS = ("edition_id", "part")
RESPONSES_AT_ONCE = 100_000
MET = ("more", "less", "same")
DUST = 1e-12

NO_QUESTIONS = Questionnaire(())


@dataclass(frozen=True, slots=True)
class Part:
    """A dimension or item on the scale shown; a gap below 0 falls short. `p` and `change_p` are
    Holm's.
    """

    key: str
    name: Name
    expectation: MeanEstimate
    experience: MeanEstimate
    gap: MeanEstimate
    p: float
    exceeded: Proportion
    confirmed: Proportion
    missed: Proportion
    change: Change | None
    change_p: float

    @property
    def is_established(self) -> bool:
        return self.p <= LEVEL_OF_P

    @property
    def is_change_established(self) -> bool:
        return self.is_change_significant and not (self.change and self.change.obstacles)

    @property
    def is_change_significant(self) -> bool:
        """It stands after Holm, asked alike or not."""
        return self.change_p <= LEVEL_OF_P


@dataclass(frozen=True, eq=False)
class Expectation:
    """`parts` from the deepest shortfall up. `hidden` were expected and rated by too few of the
    same respondents.
    """

    audience: Audience
    level: str
    focus: Edition
    before: Edition | None
    scale: Scale
    parts: tuple[Part, ...]
    hidden: tuple[Name, ...]


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Expectation:
    """Raises NothingChosen where no edition chosen asked what was expected, NotEnough,
    UnknownChoice.
    """
    editions = _asked(reader, filters)
    if not any(edition.has_answers for edition in chosen(editions, filters)):
        raise NothingChosen("expectations")
    focus, before = compared(editions, filters, options["compare_with"])
    pair = tuple(edition.key for edition in (before, focus) if edition)
    questions = read_questions(reader, filters)
    scale = common(questions.of(pair).item_scales())
    responses = sum(edition.responses for edition in editions)
    level = level_shown(focus.key, questions, options["level"])
    sums = _summed(reader, replace(filters, editions=pair), level, responses)
    rated, least = rated_in(focus.key, questions, level), smallest(options)
    shown = [part for part in rated if _n(sums.get((focus.key, part.key))) >= least]
    if not shown:
        raise NotEnough("answers", least, max(map(_n, sums.values()), default=0))
    of_pair = (before.key if before else "", focus.key)
    parts = gap_parts(shown, sums, of_pair, scale, least, questions)
    hidden = tuple(part.name for part in rated if part not in shown)
    return Expectation(filters.audience, level, focus, before, scale, parts, hidden)


def _summed(
    reader: Reader, filters: Filters, level: str, responses: int
) -> dict[tuple[str, str], Row]:
    """The sums by edition and part, read so many responses at a time that memory stays bounded."""
    sums: dict[tuple[str, str], Row] = {}
    values = {"slice": filters.slice(), "level": level}
    parts = 1 + responses // RESPONSES_AT_ONCE
    for part in range(parts):
        pairs = reader.rows(statement(__package__, "pairs"), **values, parts=parts, part=part)
        for row in pairs:
            so_far = sums.get((row["edition_id"], row["part"]), dict.fromkeys(row, 0))
            sums[row["edition_id"], row["part"]] = {
                name: so_far[name] + row[name] for name in row if name not in KEYS
            }
    if has_repeated(reader, filters):
        for row in reader.rows(statement(__package__, "repeated"), **values):
            sums[row["edition_id"], row["part"]]["repeated"] = row
    return sums


def _asked(reader: Reader, filters: Filters) -> tuple[Edition, ...]:
    """Every edition, its responses those that said what they had expected."""
    within = filters.slice() | {"editions": None}
    counts = {
        row["edition_id"]: row["responses"]
        for row in reader.rows(statement(__package__, "asked"), slice=within)
    }
    return tuple(
        replace(edition, responses=counts.get(edition.key, 0))
        for edition in read_editions(reader, filters)
    )


def _n(row: Row | None) -> int:
    return int(row["n"]) if row else 0


def gap_parts(
    shown: Sequence[Rated],
    sums: dict[tuple[str, str], Row],
    pair: tuple[str, str],
    scale: Scale,
    least: int,
    questions: Questionnaire = NO_QUESTIONS,
) -> tuple[Part, ...]:
    """Each family of tests over all parts shown; a change is no more than a sign where `questions`
    were not the same at both editions.
    """
    parts = []
    for rated in shown:
        then = sums.get((pair[0], rated.key))
        then = then if _n(then) >= least else None
        obstacles = questionnaire_obstacles(questions, *pair, rated.score)
        parts.append(_part(rated, sums[pair[1], rated.key], then, scale, obstacles))
    return tuple(sorted(_with_p(parts), key=lambda part: part.gap.mean))


def _part(rated: Rated, now: Row, then: Row | None, scale: Scale, obstacles: Obstacles) -> Part:
    gap = _gap(now, scale)
    moved = change(_gap(then, scale), gap, obstacles=obstacles) if then else None
    p = p_student(gap.mean / gap.se, gap.independent - 1) if gap.se > 0 else nan
    everybody = _tally(now, "", MET)
    more, less = _tally(now, "exceeded_", MET[:1]), _tally(now, "missed_", MET[1:2])
    return Part(
        rated.key,
        rated.name,
        scale.estimate(_mean(now, "expectation")),
        scale.estimate(_mean(now, "experience")),
        gap,
        p,
        more.share_of(everybody),
        (everybody - more - less).share_of(everybody),
        less.share_of(everybody),
        moved,
        moved.gap.p if moved else nan,
    )


def _tally(row: Row, prefix: str, met: Sequence[str]) -> Tally:
    """With what exhibitors that answered several times gave of these kinds, and of any other."""
    repeated = row.get("repeated")
    if not repeated:
        return tally(row, prefix)
    pairs = {
        (kind, other): repeated["_".join(sorted((kind, other), key=MET.index))]
        for kind in met
        for other in MET
    }
    counted = tally(row, prefix, {two: product for two, product in pairs.items() if product > DUST})
    return counted if prefix else replace(counted, repeats=repeated["repeats"])


def _of_exhibitors(row: Row, repeated: Row, of: str) -> MeanEstimate:
    """With all answers of an exhibitor taken together: `repeated` is the part's row of
    `repeated.sql`.
    """
    squares = row["weight_squares"] + repeated["weight_squares"]
    return Sums(
        _n(row),
        row[of],
        row[f"{of}_squares_w"] + repeated[f"{of}_squares"],
        row["weight"],
        squares,
        row[f"{of}_w"] + repeated[f"{of}_cross"],
        row["weight"],
        squares,
        repeated["repeats"],
    ).estimate


def _mean(row: Row, of: str) -> MeanEstimate:
    n, total = _n(row), row[of]
    if row.get("repeated"):
        return _of_exhibitors(row, row["repeated"], of)
    if tally(row).is_weighted:
        squares = (
            row[f"{of}_squares"],
            row["weight_squares"],
            row[f"{of}_w"],
            row[f"{of}_squares_w"],
        )
        return weighted_mean(n, row["weight"], total, *squares)
    spread = max(0.0, row[f"{of}_squares"] - total * total / n)
    return mean_interval(n, total / n, spread / (n - 1) if n > 1 and spread > 1e-12 * n else 0.0)


def _gap(row: Row, scale: Scale) -> MeanEstimate:
    """A difference of places as a difference on the scale."""
    places, span = _mean(row, "gap"), scale.span
    return replace(
        places,
        mean=places.mean * span,
        low=places.low * span,
        high=places.high * span,
        sd=places.sd * span,
        se=places.se * span,
    )


def _with_p(parts: Iterable[Part]) -> list[Part]:
    parts = list(parts)
    p, change_p = holm([part.p for part in parts]).p, holm([part.change_p for part in parts]).p
    return [
        replace(part, p=float(p[at]), change_p=float(change_p[at])) for at, part in enumerate(parts)
    ]
