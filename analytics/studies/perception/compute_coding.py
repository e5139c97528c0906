"""From questions to one statement: every answer a number, all two-way tables by one grouping-sets
query.

Method: the columns of the statement are our own (q1, q2 …) and what a file or a reader said is
bound as values. Instead of one set a pair of questions, sets of several questions that together
cover every pair once or more, each of at most 100 cells: five times fewer passes over the rows, and
the two-way tables are their sums. Assumption: none, the counts are exact. Source: Burt 1950 for the
table.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from analytics.stats.arrays import FloatArray
from analytics.studies.perception.compute_questions import Coded, Question
from analytics.study import statement

MOST_CELLS = 100
WEIGHTS = ", sum(weight) as weight, sum(weight * weight) as weight_squares"
Block = tuple[int, ...]


def margins_sql(questions: Sequence[Question]) -> str:
    """One row per question (`mask`) and raw answer, among those who answered some of each kind of
    active question.
    """
    columns = ", ".join(f"r{place}" for place in _places(questions))
    sets = ", ".join(f"(r{place})" for place in _places(questions))
    return (
        f"{_raw(questions)} select {columns}, grouping_id({columns}) as mask, count(*) as n from"
        f" raw where {_is_whole(questions)} group by grouping sets ({sets})"
    )


def burt_sql(coded: Sequence[Coded], blocks: Sequence[Block], is_weighted: bool = False) -> str:
    """One row per block of questions (`mask`) and combination of their categories, among complete
    respondents.
    """
    return f"{_coded(coded)} {tables_sql(coded, blocks, is_weighted)}"


def tables_sql(coded: Sequence[Coded], blocks: Sequence[Block], is_weighted: bool = False) -> str:
    """The same from what stands as `coded`: one column q1, q2 … a question, holding numbers of
    categories.

    n people; weighted also the sums of their weights and of the squares of these.
    """
    columns = ", ".join(f"q{place}" for place in _places(coded))
    sets = ", ".join(f"({', '.join(f'q{place + 1}' for place in block)})" for block in blocks)
    return (
        f"select {columns}, grouping_id({columns}) as mask, count(*) as"
        f" n{WEIGHTS if is_weighted else ''} from coded where {_is_complete(coded)} group by"
        f" grouping sets ({sets})"
    )


def sample_sql(coded: Sequence[Coded]) -> str:
    """One row per complete respondent with its weight last, at most $most of them, drawn by a fixed
    hash.
    """
    columns = ", ".join(f"q{place}" for place in _places(coded))
    return (
        f"{_coded(coded)} select {columns}, weight from coded where {_is_complete(coded)} "
        "order by hash(response_id), response_id limit $most"
    )


def kept_values(coded: Sequence[Coded]) -> list[list[str]]:
    """What the statements bind as $kept: the answers kept apart, by question."""
    return [
        [value[0] for value in question.values] if not question.question.levels else []
        for question in coded
    ]


def _places(those: Sequence[Any]) -> range:
    return range(1, len(those) + 1)


def _raw(questions: Sequence[Question]) -> str:
    people = statement(__package__, "people").strip().rstrip(";")
    answers = ", ".join(
        f"({question.raw}) as r{place}" for place, question in enumerate(questions, start=1)
    )
    return (
        f"with people as ({people}\n), raw as (select m.response_id, m.weight, {answers} from"
        " people as m)"
    )


def _is_whole(questions: Sequence[Question]) -> str:
    """Whoever answered nothing of a whole kind would make an axis of silence: objectives and
    ratings need one answer.
    """
    parts = []
    for kind in ("objective", "dimension"):
        columns = [
            f"r{place}"
            for place, question in enumerate(questions, start=1)
            if question.kind == kind and question.wants_active and not question.is_silent
        ]
        parts += [f"coalesce({', '.join([*columns, 'null'])}) is not null"] if columns else []
    return " and ".join(parts) or "true"


def _coded(coded: Sequence[Coded]) -> str:
    questions = [question.question for question in coded]
    codes = ", ".join(
        f"({_code(question, place)})::utinyint as q{place}"
        for place, question in enumerate(coded, start=1)
    )
    return (
        f"{_raw(questions)}, coded as (select response_id, weight, {codes} from raw where"
        f" {_is_whole(questions)})"
    )


def _code(question: Coded, place: int) -> str:
    if not question.size:
        return "0"
    if not question.question.levels:
        known = f"list_position($kept[{place}]::varchar[], r{place})"
        number = f"coalesce({known}, {question.others})"
        return f"case when r{place} is null then {question.none} else {number} end"
    if question.values == tuple((str(level),) for level in range(1, question.question.levels + 1)):
        return f"coalesce(r{place}, {question.none})"
    cases = " ".join(
        f"when {int(level)} then {number}"
        for number, value in enumerate(question.values, start=1)
        for level in value
    )
    return f"case r{place} {cases} else {question.none} end"


def _is_complete(coded: Sequence[Coded]) -> str:
    active = [
        f"q{place} > 0"
        for place, question in enumerate(coded, start=1)
        if question.role == "active"
    ]
    return " and ".join(active) or "true"


def blocks_of(
    sizes: Sequence[int], active: Sequence[bool], most: int = MOST_CELLS
) -> tuple[Block, ...]:
    """Sets of questions that cover every pair of active ones, and every pair of an active and a
    placed one.
    """
    left = {
        pair for pair in combinations(range(len(sizes)), 2) if active[pair[0]] or active[pair[1]]
    }
    blocks = []
    while left:
        largest = min(left, key=lambda pair: (-sizes[pair[0]] * sizes[pair[1]], pair))
        block = list(largest)
        while (joins := _best_to_join(block, sizes, left, most)) is not None:
            block.append(joins)
        blocks.append(tuple(sorted(block)))
        left -= set(combinations(blocks[-1], 2))
    return tuple(blocks)


def _best_to_join(
    block: list[int], sizes: Sequence[int], left: set[tuple[int, int]], most: int
) -> int | None:
    """The question that covers most pairs still open without making the set too large."""
    cells = int(np.prod([sizes[question] for question in block]))
    gains = {
        question: sum((min(question, other), max(question, other)) in left for other in block)
        for question in range(len(sizes))
        if question not in block and cells * sizes[question] <= most
    }
    useful = [question for question, gain in gains.items() if gain]
    return max(
        useful, key=lambda question: (gains[question], -sizes[question], -question), default=None
    )


def two_way_tables(
    rows: Sequence[dict[str, Any]], sizes: Sequence[int], blocks: Sequence[Block], of: str = "n"
) -> FloatArray:
    """All categories × all categories, from rows of `burt_sql`, column `of`; pairs of two placed
    questions stay 0.

    Code 0 (of a placed question) belongs to no category.
    """
    count = len(sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    table = np.zeros((int(starts[-1]), int(starts[-1])))
    by_mask = {_mask(block, count): block for block in blocks}
    covered: set[tuple[int, int]] = set()
    for mask, block in by_mask.items():
        mine = [row for row in rows if row["mask"] == mask]
        codes = np.array(
            [[row[f"q{question + 1}"] for question in block] for row in mine], dtype=np.int64
        ).reshape(-1, len(block))
        n = np.array([row[of] for row in mine], dtype=np.float64)
        for pair in _new_pairs(block, covered):
            first, second = (codes[:, block.index(question)] for question in pair)
            known = (first > 0) & (second > 0)
            at = (starts[pair[0]] + first[known] - 1, starts[pair[1]] + second[known] - 1)
            np.add.at(table, at, n[known])
    return _mirrored(table)


def _new_pairs(block: Block, covered: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of this block (each question with itself, too) that no earlier block has counted."""
    pairs = [
        pair
        for pair in [*combinations(block, 2), *((question, question) for question in block)]
        if pair not in covered
    ]
    covered.update(pairs)
    return pairs


def _mirrored(table: FloatArray) -> FloatArray:
    return table + np.triu(table, 1).T


def _mask(block: Block, count: int) -> int:
    """What grouping_id says of a set: a bit for every column it sums over, the first column
    leftmost.
    """
    return sum(1 << (count - 1 - question) for question in range(count) if question not in block)
