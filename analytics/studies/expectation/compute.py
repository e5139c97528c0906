"""Did we meet what they expected? The rating a respondent gave less what the same respondent had
expected.

Method: means and paired differences with t intervals over those who gave both; shares whose
experience lay half a scale point or more above or below (Wilson). Gaps carry Holm's p over all
parts; so do their changes since the edition compared with (`ratings.change`). Levels and shares
stand for the exhibitors of this fair where their number is known, gaps and changes for the process
(`ratings.populations`). Assumption: exhibitors answer independently, several answers of one are
taken together (`ratings.sums`, `ratings.tally`); expectation and experience were asked on the same
scale; where expectation was asked after the fair, memory leans towards what was found. Source:
Parasuraman, Zeithaml & Berry 1988; Teas 1993 for the doubts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analytics.errors import NotEnough, NothingChosen
from analytics.figures.small_bases import smallest
from analytics.filters import Audience, Filters
from analytics.ratings.comparisons import Cross, read_comparisons
from analytics.ratings.editions import Edition, chosen, compared, read_editions
from analytics.ratings.levels import Rated, level_shown, rated_in
from analytics.ratings.populations import Populations, read_populations
from analytics.ratings.questions import read_questions
from analytics.ratings.scale import Scale, common
from analytics.ratings.sums import has_repeated
from analytics.store import Reader
from analytics.studies.expectation.compute_parts import Part, Row, count_pairs, gap_parts
from analytics.study import statement
from analytics.wording import Name

KEYS = ("edition_id", "part")
RESPONSES_AT_ONCE = 100_000


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
    populations: Populations

    @property
    def exhibitors(self) -> int:
        """How many answered at most of what is shown."""
        return max(part.expectation.independent for part in self.parts)


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
    shown = [part for part in rated if count_pairs(sums.get((focus.key, part.key))) >= least]
    if not shown:
        raise NotEnough("answers", least, max(map(count_pairs, sums.values()), default=0))
    of_pair = (before.key if before else "", focus.key)
    populations = read_populations(reader, filters, options["stands_for"])
    comparisons = read_comparisons(reader, filters, questions, (), populations)
    cross = _cross(reader, filters, of_pair, level, shown) if before else {}
    parts = gap_parts(shown, sums, of_pair, scale, least, replace(comparisons, cross=cross))
    hidden = tuple(part.name for part in rated if part not in shown)
    return Expectation(filters.audience, level, focus, before, scale, parts, hidden, populations)


def _cross(
    reader: Reader, filters: Filters, pair: tuple[str, str], level: str, shown: Sequence[Rated]
) -> dict[tuple[str, str, tuple[str, str]], Cross]:
    """What firms that gave both at both editions move the two gaps by."""
    rows = reader.rows(
        statement(__package__, "shared"),
        slice=replace(filters, editions=pair).slice(),
        level=level,
        earlier=pair[0],
        later=pair[1],
    )
    by_part = {
        row["part"]: Cross(row["firms"], row["xx"], row["xc"], row["cx"], row["cc"]) for row in rows
    }
    return {(*pair, rated.score): by_part[rated.key] for rated in shown if rated.key in by_part}


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
