"""Who thinks alike? A map of answers, and the groups of respondents on it.

Method: questions are settled by the rules of `questions`, all two-way tables come from one grouping-sets query (`coding`),
a child process makes the map and the groups (`solve`). Outcomes and editions are placed on the map and take no part in
making it.
Assumption: one answer a respondent and question; an exhibitor who answered at several editions counts each time.
Source: Benzécri 1979; Greenacre 2017; Le Roux & Rouanet 2010; Husson, Josse & Pagès 2010.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from analytics import worker
from analytics.errors import NotEnough, NothingChosen
from analytics.stats.cluster_profile import Trait, traits
from analytics.studies.perception import coding
from analytics.studies.perception.candidates import Candidates, part, read_candidates
from analytics.studies.perception.questions import Coded, settle
from analytics.study import statement
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.scores.editions import Edition
    from analytics.stats.arrays import FloatArray
    from analytics.store import Reader
    from analytics.study import Audience, Filters

LEAST_ANSWERS = 100
COMFORTABLE_PER_QUESTION = 70
LEAST_QUESTIONS = 2
SAMPLE = 5_000
TASK = "analytics.studies.perception.solve:solve"
COMPLETE = phrase("answers complete enough for a map")
DIFFERING = phrase("questions that tell respondents apart")


@dataclass(frozen=True, slots=True)
class Place:
    """A category (or a group of respondents) on the map: one number an axis. `contributions` NaN where it took no part."""

    coded: Coded | None
    category: int
    n: float
    coordinates: tuple[float, ...]
    contributions: tuple[float, ...]
    cos2: tuple[float, ...]
    v: tuple[float, ...]

    @property
    def is_active(self) -> bool:
        return self.coded is not None and self.coded.role == "active"


@dataclass(frozen=True, eq=False)
class Perception:
    """`n` complete respondents of `known`, a response `worth` less than one where exhibitors answered several times.

    `places`: active categories, placed ones, then the groups (`coded` None).
    `greenacre`: shares of the adjusted inertia, 0–1, by axis above chance; `eigenvalues` all of them. Groups are numbered
    from 0, the largest first, found on `sampled` respondents; `people`, `jaccard` and `traits` (columns of `table`,
    strongest first) by group, `table`: groups × categories of `used`. `together`: p of the test that answers to different
    questions have nothing to do with each other.
    """

    audience: Audience
    editions: tuple[Edition, ...]
    known: int
    n: int
    worth: float
    questions: tuple[Coded, ...]
    places: tuple[Place, ...]
    eigenvalues: tuple[float, ...]
    greenacre: tuple[float, ...]
    kept_axes: int
    k: int
    is_wanted_k: bool
    sampled: int
    people: tuple[int, ...]
    jaccard: tuple[float, ...]
    silhouette: float
    table: FloatArray
    together: float
    traits: tuple[tuple[Trait, ...], ...]

    @property
    def active(self) -> tuple[Coded, ...]:
        return tuple(one for one in self.questions if one.role == "active")

    @property
    def used(self) -> tuple[Coded, ...]:
        """The questions behind the columns of `table`, in order."""
        return (*self.active, *(one for one in self.questions if one.role == "placed" and one.size))

    @property
    def is_comfortable(self) -> bool:
        """Enough respondents per question for groups to be more than an accident of these answers."""
        return self.n >= COMFORTABLE_PER_QUESTION * len(self.active)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Perception:
    """Raises NothingChosen without answers, NotEnough with too few complete respondents or questions that differ."""
    editions, candidates = read(reader, filters, options)
    known = sum(one.responses for one in editions)
    questions = settled(reader, candidates, known)
    used = ordered(questions)
    tables, sizes = two_way(reader, candidates, used)
    active = [one.size for one in used if one.role == "active"]
    n = int(np.trace(tables[: active[0], : active[0]]))
    if n < LEAST_ANSWERS:
        raise NotEnough(COMPLETE, LEAST_ANSWERS, n)
    k = None if options["k"] == "auto" else int(options["k"])
    worth = float(reader.value(statement(__package__ or "", "worth"), slice=candidates.values["slice"]))
    settings = {"sizes": active, "placed": sizes[len(active) :], "k": k, "worth": worth}
    solved = _solve(tables, _sample(reader, candidates, used, n), settings)
    return _answer(
        solved, used, audience=filters.audience, editions=editions, known=known, n=n, worth=worth,
        questions=questions, is_wanted_k=k is not None,
    )  # fmt: skip


def read(reader: Reader, filters: Filters, options: dict[str, str]) -> tuple[tuple[Edition, ...], Candidates]:
    """The chosen editions with answers, and the questions that could make their map. Raises NothingChosen."""
    # Imported here: they bring the engine along, and the child that imports this package must not load it.
    from analytics.scores.editions import chosen, read_editions
    from analytics.scores.questions import read_questions

    editions = tuple(one for one in chosen(read_editions(reader, filters), filters) if one.has_answers)
    if not editions:
        raise NothingChosen("answers")
    names = read_questions(reader, filters).of([one.key for one in editions]).dimensions()
    bands = 3 if options["bands"] == "three" else 2
    return editions, read_candidates(reader, filters, editions, names, options["parts"], bands)


def settled(reader: Reader, candidates: Candidates, responses: int) -> tuple[Coded, ...]:
    """Every question with its categories, from the counts of its answers; of very many responses a part is enough."""
    rows = reader.rows(coding.margins_sql(candidates.questions), step=part(responses), **candidates.values)
    count = len(candidates.questions)
    found = []
    for place, question in enumerate(candidates.questions):
        mask, column = (1 << count) - 1 - (1 << (count - 1 - place)), f"r{place + 1}"
        mine = [row for row in rows if row["mask"] == mask]
        counts = {str(row[column]): row["n"] for row in mine if row[column] is not None}
        found.append(settle(question, counts, sum(row["n"] for row in mine if row[column] is None)))
    return tuple(found)


def ordered(questions: Sequence[Coded]) -> tuple[Coded, ...]:
    """The questions of the map, then those placed on it. Raises NotEnough below two that differ."""
    active = [one for one in questions if one.role == "active"]
    if len(active) < LEAST_QUESTIONS:
        raise NotEnough(DIFFERING, LEAST_QUESTIONS, len(active))
    return (*active, *(one for one in questions if one.role == "placed" and one.size))


def two_way(reader: Reader, candidates: Candidates, used: Sequence[Coded]) -> tuple[FloatArray, list[int]]:
    """The tables of all active categories with all others, and the number of categories by question."""
    sizes = [one.size for one in used]
    blocks = coding.blocks_of(sizes, [one.role == "active" for one in used])
    rows = reader.rows(coding.burt_sql(used, blocks), kept=coding.kept_values(used), step=1, **candidates.values)
    return coding.two_way_tables(rows, sizes, blocks), sizes


def _sample(reader: Reader, candidates: Candidates, used: Sequence[Coded], n: int) -> Any:
    """Codes of respondents × questions; of many respondents a part four times as large as needed is looked at."""
    values = candidates.values | {"kept": coding.kept_values(used), "most": SAMPLE, "step": max(1, n // (4 * SAMPLE))}
    return reader.frame(coding.sample_sql(used), **values).to_numpy(np.int64)


def _solve(tables: FloatArray, sample: Any, settings: dict[str, Any]) -> dict[str, Any]:
    """The child's answer, with the arrays it left behind. Raises NotEnough where the map has but one axis."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        np.save(folder / "tables.npy", tables)
        np.save(folder / "sample.npy", sample)
        solved = worker.run(TASK, settings, folder, limits=worker.LONG)
        if solved["axes"] < 2:
            raise NotEnough(DIFFERING, LEAST_QUESTIONS, 1)
        arrays = {"numbers": np.load(folder / "axes.npy"), "counts": np.load(folder / "rows.npy")}
    return cast("dict[str, Any]", solved) | arrays | {"sampled": len(sample)}


def _answer(solved: dict[str, Any], used: Sequence[Coded], **told: Any) -> Perception:
    """`told`: the fields of Perception that the child does not know."""
    return Perception(
        places=_places(solved["numbers"], solved["counts"], used), eigenvalues=tuple(solved["eigenvalues"]),
        greenacre=tuple(solved["greenacre"]), kept_axes=solved["kept"], k=solved["k"], sampled=solved["sampled"],
        people=tuple(solved["people"]), jaccard=tuple(solved["jaccard"]), silhouette=solved["silhouette"],
        table=np.array(solved["table"]), together=solved["together"], traits=_traits(solved), **told,
    )  # fmt: skip


def _traits(solved: dict[str, Any]) -> tuple[tuple[Trait, ...], ...]:
    """What sets each group apart, the most overrepresented first; nothing for one group."""
    people: list[int] = solved["people"]
    if len(people) < 2:
        return ((),) * len(people)
    return tuple(traits(solved["table"], people, group) for group in range(len(people)))


def _places(numbers: FloatArray, counts: FloatArray, used: Sequence[Coded]) -> tuple[Place, ...]:
    whose: list[tuple[Coded | None, int]] = [(one, category) for one in used for category in range(one.size)]
    whose += [(None, group) for group in range(len(counts) - len(whose))]
    return tuple(
        Place(coded, category, float(n), *(tuple(row[:, part].tolist()) for part in range(4)))
        for (coded, category), n, row in zip(whose, counts, numbers, strict=True)
    )
