"""Why do they exhibit, and do they get it?

Method: objectives named and their drift (`compute_named`), attainment and what goes with it
(`compute_attainment`); the base is respondents who named at least one objective, never ticks.
Assumption: objectives were offered as a list to tick, the same to everybody of an edition. Source:
as in the parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from analytics.errors import NotEnough, NothingChosen
from analytics.figures.small_bases import smallest
from analytics.filters import Audience, Filters
from analytics.ratings.comparability import Obstacles
from analytics.ratings.comparisons import Comparisons, Cross, read_comparisons
from analytics.ratings.editions import Edition, chosen, compared, read_editions
from analytics.ratings.populations import Populations, read_populations
from analytics.ratings.questions import read_questions
from analytics.ratings.scale import common
from analytics.ratings.sums import has_repeated
from analytics.stats.proportion import Proportion
from analytics.store import Reader
from analytics.studies.objectives.compute_attainment import (
    Attained,
    Pull,
    Reached,
    attained_of,
    pull,
    reached_by,
)
from analytics.studies.objectives.compute_named import (
    Named,
    Objective,
    Tallies,
    commonest,
    objectives_of,
    tallies_of,
)
from analytics.studies.objectives.compute_repeated import together
from analytics.study import statement
from analytics.wording import phrase

MOST_SHOWN = 12
MOST_READ = 60
ANSWERS = phrase("answers on objectives")


@dataclass(frozen=True, eq=False)
class Objectives:
    """One edition beside another. `respondents` named at least one objective, `ticks_each` on
    average; `silent` answered the survey but named none.

    `editions` are those chosen, `asked` of them with enough answers. `reached` is the share of all
    who rated their goal and reached it, whether or not they named an objective, None where that was
    not asked; `unshown` objectives were named more rarely. `exhibitors` named any.
    """

    audience: Audience
    focus: Edition
    before: Edition | None
    editions: tuple[Edition, ...]
    asked: frozenset[str]
    respondents: int
    silent: int
    ticks_each: float
    named: tuple[Objective, ...]
    unshown: int
    reached: Proportion | None
    reached_by: tuple[Reached, ...]
    attained: tuple[Attained, ...]
    pull: Pull | None
    populations: Populations
    exhibitors: int

    @property
    def obstacles(self) -> Obstacles:
        """What was not the same at the two editions compared."""
        return self.named[0].obstacles if self.named else ()


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Objectives:
    """Raises NothingChosen where nobody named an objective, NotEnough below the smallest base that
    may be shown.
    """
    least = smallest(options)
    everything = replace(filters, editions=())
    asked = {"slice": everything.slice(), "fair": filters.fair, "audience": filters.audience}
    tallies = tallies_of(reader.rows(statement(__package__, "named"), most=MOST_READ, **asked))
    editions = read_editions(reader, filters)
    pair = _pair(editions, tallies, filters, options["compare_with"], least)
    if has_repeated(reader, everything):
        shown = commonest(tallies, pair[0].key, MOST_SHOWN)
        tallies = together(
            tallies, reader.rows(statement(__package__, "repeated"), objectives=shown, **asked)
        )
    focus, whole = pair[0], tallies[(pair[0].key, None)]
    if whole.n.n < least:
        raise NotEnough(ANSWERS, least, whole.n.n)
    in_view = chosen(editions, filters)
    populations = read_populations(reader, filters, options["stands_for"])
    comparisons = _comparisons(reader, filters, tallies, pair, populations)
    named = objectives_of(tallies, pair, in_view, least, MOST_SHOWN, comparisons)
    responses = next(edition.responses for edition in editions if edition.key == focus.key)
    return Objectives(
        audience=filters.audience,
        focus=focus,
        before=pair[1],
        editions=in_view,
        asked=frozenset(edition.key for edition in in_view if _base(tallies, edition) >= least),
        respondents=whole.n.n,
        silent=max(0, responses - whole.n.n),
        ticks_each=whole.ticks / whole.n.weight,
        named=named,
        unshown=_count_objectives(tallies, focus) - len(named),
        reached=_reached(whole, focus.key, least, populations),
        reached_by=reached_by(tallies, focus.key, named, least, populations),
        attained=attained_of(tallies, focus.key, named, least, populations),
        pull=_pull(reader, filters, focus.key, least),
        populations=populations,
        exhibitors=round(whole.n.exhibitors),
    )


def _reached(whole: Named, edition: str, least: int, populations: Populations) -> Proportion | None:
    """Of everybody who rated the goal; None where too few did."""
    if whole.all_rated.n < least:
        return None
    share = whole.all_reached.share_of(whole.all_rated)
    return populations.share(share, whole.all_rated.exhibitors, edition)


def _comparisons(
    reader: Reader,
    filters: Filters,
    tallies: Tallies,
    pair: tuple[Edition, Edition | None],
    populations: Populations,
) -> Comparisons:
    """The conditions of all editions, and the firms that answered at both of the pair."""
    asked = read_questions(reader, filters)
    plain = read_comparisons(reader, filters, asked, (), populations)
    focus, before = pair
    if before is None:
        return plain
    rows = reader.rows(
        statement(__package__, "shared"),
        slice=replace(filters, editions=(before.key, focus.key)).slice(),
        objectives=commonest(tallies, focus.key, MOST_SHOWN),
        earlier=before.key,
        later=focus.key,
    )
    cross = {
        (before.key, focus.key, ("objective", row["objective"])): Cross(
            row["firms"], row["xx"], row["xc"], row["cx"], row["cc"]
        )
        for row in rows
    }
    return replace(plain, cross=cross)


def _count_objectives(tallies: Tallies, edition: Edition) -> int:
    return sum(of == edition.key and objective is not None for of, objective in tallies)


def _base(tallies: Tallies, edition: Edition) -> int:
    base = tallies.get((edition.key, None))
    return base.n.n if base else 0


def _pair(
    editions: tuple[Edition, ...], tallies: Tallies, filters: Filters, compare_with: str, least: int
) -> tuple[Edition, Edition | None]:
    """The last chosen edition where objectives were named, and the one compared with; too small a
    one is none.
    """
    counted = [replace(edition, responses=_base(tallies, edition)) for edition in editions]
    if not any(edition.has_answers for edition in chosen(counted, filters)):
        has_answers = any(edition.has_answers for edition in chosen(editions, filters))
        raise NothingChosen(ANSWERS if has_answers else "answers")
    focus, before = compared(counted, filters, compare_with)
    return focus, before if before and before.responses >= least else None


def _pull(reader: Reader, filters: Filters, edition: str, least: int) -> Pull | None:
    within = replace(filters, editions=(edition,))
    scale = common(read_questions(reader, filters).of([edition]).measure_scales("overall"))
    asked = {"slice": within.slice(), "edition": edition}
    rows = reader.rows(statement(__package__, "ratings"), **asked)
    if has_repeated(reader, within):
        repeated = {
            row["answer"]: row
            for row in reader.rows(statement(__package__, "repeated_ratings"), **asked)
        }
        rows = [row | {"repeated": repeated.get(row["answer"])} for row in rows]
    return pull(rows, scale, least)
