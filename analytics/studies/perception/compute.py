"""Who thinks alike? A map of answers, and the groups of respondents on it.

Method: questions are settled by the rules of `compute_questions`, all two-way tables come from one
grouping-sets query (`compute_coding`), a child process makes map and groups (`compute_map`).
Outcomes and editions are placed on the map and take no part in making it. Assumption: one answer a
respondent and question; an exhibitor who answered at several editions counts each time. Source:
Benzécri 1979; Greenacre 2017; Le Roux & Rouanet 2010; Husson, Josse & Pagès 2010.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from analytics import worker
from analytics.errors import NotEnough, NothingChosen
from analytics.ratings.tally import Tally, added
from analytics.stats.cluster_profile import Trait, traits
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.perception import compute_coding
from analytics.studies.perception.compute_candidates import Candidates, part, read_candidates
from analytics.studies.perception.compute_questions import Coded, settle
from analytics.studies.perception.compute_tables import Tables, scale_of, tally, two_way
from analytics.study import statement
from analytics.wording import phrase

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Audience, Filters
    from analytics.ratings.editions import Edition
    from analytics.stats.arrays import FloatArray
    from analytics.store import Reader

LEAST_ANSWERS = 100
COMFORTABLE_PER_QUESTION = 70
LEAST_QUESTIONS = 2
SAMPLE = 5_000
TASK = "analytics.studies.perception.compute_map:solve"
COMPLETE = phrase("answers complete enough for a map")
DIFFERING = phrase("questions that tell respondents apart")


@dataclass(frozen=True, slots=True)
class Place:
    """A category (or a group of respondents) on the map: one number an axis. `contributions` NaN
    where it took no part.
    """

    coded: Coded | None
    category: int
    given: Tally
    coordinates: tuple[float, ...]
    contributions: tuple[float, ...]
    cos2: tuple[float, ...]
    v: tuple[float, ...]

    @property
    def n(self) -> int:
        return self.given.n

    @property
    def is_active(self) -> bool:
        return self.coded is not None and self.coded.role == "active"


@dataclass(frozen=True, eq=False)
class Perception:
    """`all` complete respondents of `known`, a response `worth` less than one where exhibitors
    answered several times.

    `places`: active categories, placed ones, then the groups (`coded` None). `greenacre`: shares of
    the adjusted inertia, 0–1, by axis above chance; `eigenvalues` all of them. Groups are numbered
    from 0, the largest first, found on `sampled` respondents; `people`, `jaccard` and `traits`
    (columns of `table`, strongest first) by group, `table`: who gave what, groups × categories of
    `used`. `together`: p of the test that answers to different questions have nothing to do with
    each other. `beats_chance`: the groups hold together better than those of shuffled answers.
    """

    audience: Audience
    editions: tuple[Edition, ...]
    known: int
    all: Tally
    worth: float
    questions: tuple[Coded, ...]
    places: tuple[Place, ...]
    eigenvalues: tuple[float, ...]
    greenacre: tuple[float, ...]
    kept_axes: int
    k: int
    is_wanted_k: bool
    sampled: Tally
    people: tuple[Tally, ...]
    jaccard: tuple[float, ...]
    silhouette: float
    table: tuple[tuple[Tally, ...], ...]
    together: float
    beats_chance: bool
    traits: tuple[tuple[Trait, ...], ...]

    @property
    def n(self) -> int:
        return self.all.n

    @property
    def active(self) -> tuple[Coded, ...]:
        return tuple(question for question in self.questions if question.role == "active")

    def share_of(self, group: int) -> float:
        """Of all respondents sampled."""
        return self.people[group].weight / self.sampled.weight

    @property
    def used(self) -> tuple[Coded, ...]:
        """The questions behind the columns of `table`, in order."""
        return ordered(self.questions)

    @property
    def goes_together(self) -> bool:
        """Whether answers to different questions go together beyond chance."""
        return self.together <= LEVEL_OF_P

    def weight_on_map(self, place: Place) -> float:
        """Contribution to the plane of the first two axes."""
        return sum(place.contributions[axis] * self.eigenvalues[axis] for axis in (0, 1))

    @property
    def is_comfortable(self) -> bool:
        """Enough respondents per question for groups to be more than an accident of these
        answers.
        """
        return self.n >= COMFORTABLE_PER_QUESTION * len(self.active)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Perception:
    """Raises NothingChosen without answers, NotEnough with too few complete respondents or
    questions that differ.
    """
    editions, candidates = read(reader, filters, options)
    known = sum(edition.responses for edition in editions)
    questions = settled(reader, candidates, known)
    used = ordered(questions)
    tables = two_way(reader, candidates, used)
    if tables.all.n < LEAST_ANSWERS:
        raise NotEnough(COMPLETE, LEAST_ANSWERS, tables.all.n)
    k = None if options["k"] == "auto" else int(options["k"])
    worth = float(reader.value(statement(__package__, "worth"), slice=candidates.values["slice"]))
    settings = {"sizes": tables.active, "placed": tables.placed, "k": k, "worth": worth}
    solved = _solve(tables, _sample(reader, candidates, used, tables.all.n), settings)
    return _answer(
        solved,
        used,
        tables,
        audience=filters.audience,
        editions=editions,
        known=known,
        worth=worth,
        questions=questions,
        is_wanted_k=k is not None,
    )


def read(
    reader: Reader, filters: Filters, options: dict[str, str]
) -> tuple[tuple[Edition, ...], Candidates]:
    """The chosen editions with answers, and the questions that could make their map. Raises
    NothingChosen.
    """
    # Imported here: they bring the engine along, and the child that imports this package must not
    # load it.
    from analytics.ratings.editions import chosen, named, read_editions
    from analytics.ratings.levels import DIMENSIONS, ITEMS, items_of, level_shown
    from analytics.ratings.questions import read_questions

    known_editions = read_editions(reader, filters)
    editions = tuple(edition for edition in chosen(known_editions, filters) if edition.has_answers)
    if not editions:
        raise NothingChosen("answers")
    asked = read_questions(reader, filters).of([edition.key for edition in editions])
    names = asked.dimensions()
    by_item = level_shown(editions[-1].key, asked, DIMENSIONS) == ITEMS
    if by_item:
        names = items_of(asked)
    bands = 3 if options["bands"] == "three" else 2
    within = replace(filters, editions=named(editions, known_editions))
    return editions, read_candidates(
        reader, within, editions, names, options["parts"], bands, by_item
    )


def settled(reader: Reader, candidates: Candidates, responses: int) -> tuple[Coded, ...]:
    """Every question with its categories, from the counts of its answers; of very many responses a
    part is enough.
    """
    rows = reader.rows(
        compute_coding.margins_sql(candidates.questions), step=part(responses), **candidates.values
    )
    count = len(candidates.questions)
    coded = []
    for place, question in enumerate(candidates.questions):
        mask, column = (1 << count) - 1 - (1 << (count - 1 - place)), f"r{place + 1}"
        mine = [row for row in rows if row["mask"] == mask]
        counts = {str(row[column]): row["n"] for row in mine if row[column] is not None}
        missing = sum(row["n"] for row in mine if row[column] is None)
        coded.append(settle(question, counts, missing))
    return tuple(coded)


def ordered(questions: Sequence[Coded]) -> tuple[Coded, ...]:
    """The questions of the map, then those placed on it. Raises NotEnough below two that differ."""
    active = [question for question in questions if question.role == "active"]
    if len(active) < LEAST_QUESTIONS:
        raise NotEnough(DIFFERING, LEAST_QUESTIONS, len(active))
    return (
        *active,
        *(question for question in questions if question.role == "placed" and question.size),
    )


def _sample(reader: Reader, candidates: Candidates, used: Sequence[Coded], n: int) -> pd.DataFrame:
    """Codes of respondents × questions, weights last; of many a part four times as large as needed
    is looked at.
    """
    values = candidates.values | {
        "kept": compute_coding.kept_values(used),
        "most": SAMPLE,
        "step": max(1, n // (4 * SAMPLE)),
    }
    return reader.frame(compute_coding.sample_sql(used), **values)


def _solve(tables: Tables, sample: pd.DataFrame, settings: dict[str, Any]) -> dict[str, Any]:
    """The child's answer, with the array it left behind. Raises NotEnough where the map has but one
    axis.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        np.save(folder / "tables.npy", tables.table)
        np.save(folder / "sample.npy", sample.iloc[:, :-1].to_numpy(np.int64))
        np.save(folder / "weight.npy", sample["weight"].to_numpy(np.float64))
        solved = worker.run(TASK, settings, folder, limits=worker.LONG)
        if solved["axes"] < 2:
            raise NotEnough(DIFFERING, LEAST_QUESTIONS, 1)
        return cast("dict[str, Any]", solved) | {"numbers": np.load(folder / "axes.npy")}


def _answer(
    solved: dict[str, Any], used: Sequence[Coded], tables: Tables, **details: Any
) -> Perception:
    """`details`: the fields of Perception that neither the tables nor the child know."""
    people = tuple(tally(*row) for row in solved["people"])
    table = tuple(tuple(tally(*cell) for cell in row) for row in solved["table"])
    return Perception(
        all=tables.all,
        places=_places(solved["numbers"], (*tables.given, *people), used),
        eigenvalues=tuple(solved["eigenvalues"]),
        greenacre=tuple(solved["greenacre"]),
        kept_axes=solved["kept"],
        k=solved["k"],
        sampled=added(people),
        people=people,
        jaccard=tuple(solved["jaccard"]),
        silhouette=solved["silhouette"],
        table=table,
        together=solved["together"],
        beats_chance=solved["beats_chance"],
        traits=_traits(table, people),
        **details,
    )


def _traits(
    table: Sequence[Sequence[Tally]], people: Sequence[Tally]
) -> tuple[tuple[Trait, ...], ...]:
    """What sets each group apart, the most overrepresented first; nothing for one group."""
    if len(people) < 2:
        return ((),) * len(people)
    scale = scale_of(added(people))
    counts = [[cell.weight * scale for cell in row] for row in table]
    sizes = [person.weight * scale for person in people]
    return tuple(traits(counts, sizes, group) for group in range(len(people)))


def _places(
    numbers: FloatArray, tallies: Sequence[Tally], used: Sequence[Coded]
) -> tuple[Place, ...]:
    """`given` by category, then by group."""
    whose: list[tuple[Coded | None, int]] = [
        (coded, category) for coded in used for category in range(coded.size)
    ]
    whose += [(None, group) for group in range(len(numbers) - len(whose))]
    return tuple(
        Place(coded, category, own, *(tuple(row[:, part].tolist()) for part in range(4)))
        for (coded, category), own, row in zip(whose, tallies, numbers, strict=True)
    )
