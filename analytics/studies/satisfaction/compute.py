"""How satisfied are they, and with what?

Method: means with intervals on the scale asked, three overalls side by side, dimensions and their
items; shares satisfied; outcomes; groups compared. Each part says its own method: `compute_scores`,
`compute_answers`, `compute_outcomes`, `compute_groups`. Assumption: who
answered stands for who came; answers are independent between respondents. Source: as in the parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from analytics.errors import NotEnough, UnknownChoice
from analytics.figures.small_bases import smallest
from analytics.filters import Audience, Filters
from analytics.ratings.comparisons import Comparisons, read_comparisons
from analytics.ratings.editions import Edition, compared, read_editions
from analytics.ratings.groups import Grouping, grouping
from analytics.ratings.levels import DIMENSIONS, ITEMS, items_of, level_shown
from analytics.ratings.populations import Populations, read_populations
from analytics.ratings.questions import Questionnaire, read_questions
from analytics.ratings.reliability import Alpha, read_alphas
from analytics.ratings.scale import Scale, common
from analytics.ratings.sums import (
    DIMENSION_MEANS,
    OVERALL,
    POOLED,
    SumTable,
    has_repeated,
    read_sums,
)
from analytics.ratings.tally import Tally
from analytics.stats.proportion import Proportion
from analytics.store import Reader
from analytics.studies.satisfaction.compute_answers import (
    Boxes,
    Counts,
    Distribution,
    boxes_shown,
    counts_of,
    distribution,
)
from analytics.studies.satisfaction.compute_groups import Groups, Screened, compare_groups, screen
from analytics.studies.satisfaction.compute_outcomes import (
    OUTCOMES,
    Outcome,
    Recommendation,
    outcome,
    recommendation,
)
from analytics.studies.satisfaction.compute_satisfied import Satisfied, satisfied
from analytics.studies.satisfaction.compute_scores import ScoreTable, score_table
from analytics.study import statement
from analytics.wording import Name

NAMELESS = Name("", "")


@dataclass(frozen=True, eq=False)
class Satisfaction:
    """One edition, looked at from every side. `before` is the edition it is compared with.

    `overalls` keys are 'overall', '*dimensions', '*pooled'. `dimension` is the one whose items are
    shown ('' where no dimension has several items; then `items` is None and `boxes` holds every
    item). `changed` dimensions were not asked with the same items in both editions.
    """

    audience: Audience
    focus: Edition
    before: Edition | None
    overalls: ScoreTable
    satisfied: Satisfied | None
    dimensions: ScoreTable
    dimension: Name
    items: ScoreTable | None
    boxes: tuple[Boxes, ...]
    distribution: Distribution | None
    recommendation: Recommendation | None
    outcomes: tuple[Outcome, ...]
    grouping: Grouping
    grouped_score: str
    groups: Groups
    screened: tuple[Screened, ...]
    alphas: tuple[Alpha, ...]
    changed: tuple[Name, ...]
    populations: Populations
    is_by_item: bool = False

    @property
    def exhibitors(self) -> int:
        """How many answered at most of what is shown."""
        scores = (*self.overalls.scores, *self.dimensions.scores)
        return max((score.now.independent for score in scores), default=0)


@dataclass(frozen=True)
class Facts:
    """What was read once for all parts."""

    pair: tuple[Edition, Edition | None]
    asked: Questionnaire
    sums: SumTable
    counts: Counts
    least: int
    comparisons: Comparisons

    @property
    def focus(self) -> str:
        return self.pair[0].key

    def share(self, part: Tally, whole: Tally) -> Proportion:
        """Of the answers of the edition looked at, with the interval it is to have."""
        share = part.share_of(whole)
        return self.comparisons.populations.share(share, whole.exhibitors, self.focus)

    @property
    def now(self) -> Questionnaire:
        """What the edition looked at asked."""
        return self.asked.of([self.focus])

    @property
    def is_by_item(self) -> bool:
        """Whether items lead, because there are too few dimensions."""
        return level_shown(self.focus, self.asked, DIMENSIONS) == ITEMS


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Satisfaction:
    """Raises NothingChosen without answers, NotEnough below the smallest base that may be shown,
    UnknownChoice.
    """
    facts = read(reader, filters, options)
    overalls, dimensions = _overalls(facts), _dimensions(facts)
    shown = _shown_dimension(facts, dimensions, options["dimension"])
    grouped_by, groups, screened, score = _groups(reader, filters, options["group_by"], facts)
    in_focus = replace(filters, editions=(facts.focus,))
    names = facts.now.dimensions()
    return Satisfaction(
        audience=filters.audience,
        focus=facts.pair[0],
        before=facts.pair[1],
        overalls=overalls,
        satisfied=_satisfied(facts, overalls),
        dimensions=dimensions,
        dimension=names.get(shown, NAMELESS),
        items=_items(facts, shown) if shown else None,
        boxes=boxes_shown(facts.now, facts.counts, facts.focus, shown, facts.least, facts.share),
        distribution=distribution(
            facts.now, facts.counts, facts.focus, shown if options["dimension"] else "", facts.least
        ),
        recommendation=recommendation(
            facts.counts,
            _scales(facts, "recommend"),
            facts.pair,
            facts.least,
            facts.comparisons,
        ),
        outcomes=_outcomes(facts),
        grouping=grouped_by,
        grouped_score=score[1],
        groups=groups,
        screened=screened,
        alphas=read_alphas(reader, in_focus, names, facts.least),
        changed=facts.asked.changed_dimensions() if facts.pair[1] else (),
        populations=facts.comparisons.populations,
        is_by_item=facts.is_by_item,
    )


def read(reader: Reader, filters: Filters, options: dict[str, str]) -> Facts:
    """Everything that is read for the whole audience. Raises as `analyse` does."""
    least = smallest(options)
    pair = compared(read_editions(reader, filters), filters, options["compare_with"])
    editions = tuple(edition.key for edition in pair if edition)
    sums = read_sums(reader, filters, editions)
    most = max(
        (cell.n for (edition, _, _), cell in sums.cells.items() if edition == pair[0].key),
        default=0,
    )
    if most < least:
        raise NotEnough("answers", least, most)
    counts = _counts(reader, replace(filters, editions=editions))
    asked = read_questions(reader, filters).of(editions)
    pairs = [(editions[1], editions[0])] if pair[1] else []
    populations = read_populations(reader, filters, options["stands_for"], options["group_by"])
    comparisons = read_comparisons(reader, filters, asked, pairs, populations)
    return Facts(pair, asked, sums, counts, least, comparisons)


def _counts(reader: Reader, within: Filters) -> Counts:
    rows = reader.rows(statement(__package__, "counts"), slice=within.slice())
    is_repeated = has_repeated(reader, within)
    return counts_of(
        rows,
        reader.rows(statement(__package__, "repeated"), slice=within.slice())
        if is_repeated
        else (),
    )


def _overalls(facts: Facts) -> ScoreTable:
    asked = dict.fromkeys((OVERALL, DIMENSION_MEANS, POOLED), NAMELESS)
    scale = common(facts.asked.measure_scales("overall") | facts.asked.item_scales())
    return score_table(facts.sums, asked, facts.pair, scale, facts.least, facts.comparisons)


def _satisfied(facts: Facts, overalls: ScoreTable) -> Satisfied | None:
    first = next((score for score in overalls.scores if score.key == "overall"), None)
    change = first.change if first else None
    asked, counts, pair = facts.asked, facts.counts, facts.pair
    return satisfied(asked, counts, pair, _rated(facts), facts.least, facts.comparisons, change)


def _rated(facts: Facts) -> dict[str, Name]:
    """The dimensions; where they are fewer than three, every item in their place."""
    return items_of(facts.now) if facts.is_by_item else facts.now.dimensions()


def _dimensions(facts: Facts) -> ScoreTable:
    kind = "item" if facts.is_by_item else "score"
    asked = {(kind, key): name for key, name in _rated(facts).items()}
    scale = common(facts.asked.item_scales())
    return score_table(facts.sums, asked, facts.pair, scale, facts.least, facts.comparisons)


def _items(facts: Facts, dimension: str) -> ScoreTable:
    asked = {("item", key): name for key, name in facts.now.items(dimension).items()}
    scale = common(facts.asked.item_scales(dimension))
    return score_table(facts.sums, asked, facts.pair, scale, facts.least, facts.comparisons)


def _shown_dimension(facts: Facts, dimensions: ScoreTable, key: str) -> str:
    """The dimension asked for, else the lowest with several items. Raises UnknownChoice."""
    known = facts.now.dimensions()
    if key and key not in known:
        raise UnknownChoice("dimension", key, tuple(known))
    several = [
        score.key for score in dimensions.highest_first() if len(facts.now.items(score.key)) > 1
    ]
    return key or (several[-1] if several else "")


def _scales(facts: Facts, measure: str) -> dict[str, Scale]:
    return {
        question.edition: question.scale
        for question in facts.asked.questions
        if question.is_measure and question.key == measure
    }


def _outcomes(facts: Facts) -> tuple[Outcome, ...]:
    outcomes = []
    for measure in OUTCOMES:
        scale = _scales(facts, measure).get(facts.focus)
        counted = facts.counts.get((facts.focus, "measure", measure), {})
        result = outcome(measure, scale, counted, facts.least, facts.share) if scale else None
        if result:
            outcomes.append(result)
    return tuple(outcomes)


def _groups(
    reader: Reader, filters: Filters, group_by: str, facts: Facts
) -> tuple[Grouping, Groups, tuple[Screened, ...], tuple[str, str]]:
    """Groups of the edition looked at, on the overall question where it was asked, else on the
    dimension means.
    """
    grouped_by = grouping(reader, filters, group_by)
    sums = read_sums(reader, filters, (facts.focus,), group_by)
    has_overall = facts.sums.of(facts.focus, OVERALL).n >= facts.least
    score = OVERALL if has_overall else DIMENSION_MEANS
    scale = common(facts.now.measure_scales("overall") if has_overall else facts.now.item_scales())
    populations = facts.comparisons.populations
    groups = compare_groups(sums, facts.focus, score, scale, facts.least, populations)
    rows = screen(
        sums,
        facts.focus,
        facts.now.dimensions(),
        groups,
        common(facts.now.item_scales()),
        facts.least,
    )
    return grouped_by, groups, rows, score
