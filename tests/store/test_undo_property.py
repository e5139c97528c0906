"""Any sequence of imports and undos leaves the same facts as the surviving imports alone."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.store import Store
from tests import fairs

FACTS = {
    "exhibitors": "select * from exhibitors order by all",
    "keys": "select * from exhibitor_keys order by all",
    "participations": "select * from participations order by all",
    "editions": "select * from editions order by all",
    "measures": "select * from measure_cube order by all",
    "items": "select * from item_cube order by all",
    "respondents": "select * from respondent_cube order by all",
}
REGISTER = st.tuples(
    st.sampled_from(["1", "2", None]),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["a", None]),
    st.sampled_from(["food", "steel", None]),
)
ONE_IMPORT = st.one_of(
    st.tuples(st.just("register"), st.lists(REGISTER, min_size=1, max_size=3)),
    st.tuples(
        st.just("survey"),
        st.lists(
            st.tuples(st.sampled_from(["c:1", "n:a", "n:b"]), st.integers(1, 5)),
            min_size=1,
            max_size=3,
        ),
    ),
)


def bring(store: Store, kind: str, rows: list[tuple]) -> int:
    if kind == "register":
        register = [
            {
                "fair_id": "f",
                "line": n,
                "code": code,
                "name": name.upper(),
                "name_key": name,
                "former_key": former,
                "former_name": former,
                "industry": industry,
            }
            for n, (code, name, former, industry) in enumerate(rows)
        ]
        stays = [
            {
                "edition_id": "f-1",
                "line": n,
                "exhibitor_key": f"c:{code}" if code else f"n:{name}",
                "fee": 1.0,
            }
            for n, (code, name, _, _) in enumerate(rows)
        ]
        return fairs.load(
            store,
            "participations",
            edition_rows=fairs.editions([1]),
            exhibitor_rows=register,
            participation_rows=stays,
        ).import_id
    answers = [{"exhibitor_key": key, "overall": score, "sat": [score]} for key, score in rows]
    return fairs.load(
        store,
        "exhibitor_survey",
        edition_rows=fairs.editions([1]),
        question_rows=fairs.questions("f-1", ["i"]),
        response_rows=fairs.answers("f-1", answers),
        questionnaire=fairs.items({"d": ["i"]}),
    ).import_id


def facts(store: Store) -> dict[str, list]:
    with store.reader() as reader:
        return {name: reader.rows(sql) for name, sql in FACTS.items()}


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(ONE_IMPORT, st.booleans()), min_size=1, max_size=5))
def test_undone_imports_leave_no_trace_in_the_facts(steps: list[tuple]):
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryDirectory() as folder_of_survivors,
        Store(Path(folder)) as store,
        Store(Path(folder_of_survivors)) as survivors,
    ):
        for (kind, rows), is_undone in steps:
            number = bring(store, kind, rows)
            if is_undone:
                store.undo(number, "test")
            else:
                bring(survivors, kind, rows)
        assert facts(store) == facts(survivors)
