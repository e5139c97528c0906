"""Answers that are in the store already under another file: a survey exported anew, with more rows
or in another format.

Nothing in most exports says which questionnaire a line is, so the answers themselves are compared.
Only lines that answer like no other line of their file count, and only where four fifths of them
are found again: among strangers not two fifths would be, however short the questionnaire (the
chance that a pattern is given exactly once is at most 1/e).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from analytics.errors import AlreadyImported
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.table.file_kinds import kind_of
from analytics.store import Store

FEWEST, SHARE = 10, 0.8
PARTS = ("sat", "imp", "expected")
MEASURES = ("overall", "goal_attainment", "intention", "recommend")
HAS_EARLIER = "select count(*) > 0 from responses where fair_id = $fair and audience = $audience"
FOUND_AGAIN = """
with lines as (
    select null as import_id, edition_id, overall, goal_attainment, intention, recommend, sat, imp, expected from incoming
    union all by name
    select r.import_id, r.edition_id, r.overall, r.goal_attainment, r.intention, r.recommend, r.sat, r.imp, r.expected
    from response_rows as r join live_imports as i on i.import_id = r.import_id
    where i.fair_id = $fair and r.audience = $audience and r.edition_id in (select edition_id from incoming)
), wide as (
    select coalesce(max(len(sat)), 0) as sat, coalesce(max(len(imp)), 0) as imp, coalesce(max(len(expected)), 0) as expected
    from lines
), single as (
    select import_id, edition_id, answers
    from (
        select l.import_id, l.edition_id, hash(
            l.overall, l.goal_attainment, l.intention, l.recommend, list_resize(coalesce(l.sat, []), w.sat),
            list_resize(coalesce(l.imp, []), w.imp), list_resize(coalesce(l.expected, []), w.expected)
        ) as answers
        from lines as l cross join wide as w
    ) as told
    group by all having count(*) = 1
)
select held.import_id, count(*) as held, count(ours.answers) as same,
    (select count(*) from single where import_id is null) as given
from single as held
left join single as ours on ours.import_id is null and ours.edition_id = held.edition_id and ours.answers = held.answers
where held.import_id is not null
group by held.import_id order by same desc, held.import_id desc limit 1
"""


@dataclass(eq=False)
class SameAnswers(AlreadyImported):
    """Of `given` lines that can be told apart, `same` answer exactly like one of an earlier
    import.
    """

    same: int
    given: int


def refuse_same_answers(store: Store, mapping: Mapping, rows: Path | None, moment: str) -> None:
    """Raises SameAnswers where a survey is in already, unless its mapping says that these are
    further answers.
    """
    audience = kind_of(mapping.kind).audience
    if audience is None or mapping.is_further or rows is None:
        return
    with store.reader() as reader:
        if not reader.value(HAS_EARLIER, fair=mapping.fair_id, audience=audience):
            return
        with pa.OSFile(str(rows), "rb") as file:
            incoming = pa.ipc.open_file(file).read_all()
        found = reader.compared(
            _answers_of(incoming), FOUND_AGAIN, fair=mapping.fair_id, audience=audience
        )
    if not found or found[0]["same"] < max(
        FEWEST, SHARE * min(found[0]["held"], found[0]["given"])
    ):
        return
    best = found[0]
    of = next(one for one in store.history(mapping.fair_id) if one.import_id == best["import_id"])
    raise SameAnswers(
        of.import_id, of.file_name, of.imported_at.strftime(moment), best["same"], best["given"]
    )


def _answers_of(incoming: pa.Table) -> pa.Table:
    """What is compared; a part that the file does not have is empty."""
    empty = {name: pa.nulls(len(incoming), pa.int16()) for name in MEASURES}
    empty |= {name: pa.nulls(len(incoming), pa.list_(pa.int16())) for name in PARTS}
    given = {
        name: incoming[name] for name in ("edition_id", *empty) if name in incoming.column_names
    }
    return pa.table(empty | given)
