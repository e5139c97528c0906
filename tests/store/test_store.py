"""The store keeps imports whole or not at all, and gives each reader only his own rows."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from analytics.errors import StoreFault, UnknownChoice
from analytics.filters import Filters
from analytics.store import Store
from tests import fairs

EVERYTHING = Filters("f")


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path) as opened:
        yield opened


def survey(
    store: Store, edition: int, overalls: list[int], exhibitor_keys: list[str] | None = None
):
    keys = exhibitor_keys or [None] * len(overalls)
    rows = [
        {"overall": overall, "sat": [overall, None], "exhibitor_key": key}
        for overall, key in zip(overalls, keys, strict=True)
    ]
    return fairs.load(
        store,
        "exhibitor_survey",
        edition_rows=fairs.editions([edition]),
        question_rows=fairs.questions(f"f-{edition}", ["a", "b"]),
        response_rows=fairs.answers(f"f-{edition}", rows),
        questionnaire=fairs.items({"d": ["a", "b"]}),
    )


def counted(store: Store, filters: Filters = EVERYTHING) -> dict[tuple[str, int], int]:
    with store.reader() as reader:
        rows = reader.rows(
            "select edition_id, value, sum(n)::int as n from chosen_measures($slice) group by all",
            slice=filters.slice(),
        )
    return {(row["edition_id"], row["value"]): row["n"] for row in rows}


def test_an_import_is_counted_by_edition_and_answer(store: Store):
    survey(store, 1, [5, 4, 4])
    assert counted(store) == {("f-1", 500): 1, ("f-1", 400): 2}


def test_the_same_file_twice_is_recognised_and_changes_nothing(store: Store):
    batch = {
        "edition_rows": fairs.editions([1]),
        "question_rows": fairs.questions("f-1", []),
        "response_rows": fairs.answers("f-1", [{"overall": 3}]),
    }
    first = fairs.load(store, "exhibitor_survey", sha256="same", **batch)
    version = store.version
    again = fairs.load(store, "exhibitor_survey", sha256="same", **batch)
    assert again.is_repeat
    assert again.import_id == first.import_id
    assert store.version == version
    assert counted(store) == {("f-1", 300): 1}


def test_an_undone_import_leaves_the_facts_of_the_others(store: Store):
    survey(store, 1, [5, 4])
    second = survey(store, 1, [1, 1, 1])
    store.undo(second.import_id, "me")
    assert counted(store) == {("f-1", 500): 1, ("f-1", 400): 1}
    assert store.history()[0].undone_by == "me"
    with pytest.raises(UnknownChoice):
        store.undo(second.import_id, "me")


def test_a_batch_that_breaks_half_way_leaves_nothing(store: Store):
    survey(store, 1, [5])
    before, version = counted(store), store.version
    with pytest.raises(Exception, match="items"):
        fairs.load(
            store,
            "exhibitor_survey",
            edition_rows=fairs.editions([2]),
            response_rows=fairs.answers("f-2", [{"overall": 1}]),
            questionnaire=fairs.items({"d": ["c"]}),  # slot 1 is taken by item a for good
        )
    assert (counted(store), store.version, len(store.history())) == (before, version, 1)


def test_lines_that_do_not_add_up_are_refused(store: Store):
    with pytest.raises(ValueError, match="lines read"):
        fairs.load(store, "editions", lines_read=7, edition_rows=fairs.editions([1]))


def test_a_renamed_exhibitor_is_one_exhibitor(store: Store):
    fairs.load(
        store,
        "participations",
        edition_rows=fairs.editions([1, 2]),
        exhibitor_rows=[
            {"fair_id": "f", "line": 2, "name": "Old", "name_key": "old"},
            {
                "fair_id": "f",
                "line": 3,
                "code": "7",
                "name": "New",
                "name_key": "new",
                "former_name": "Old",
                "former_key": "old",
            },
        ],
        participation_rows=[
            {"edition_id": "f-1", "line": 2, "exhibitor_key": "n:old", "turnover": 1.0},
            {"edition_id": "f-2", "line": 3, "exhibitor_key": "c:7", "turnover": 2.0},
        ],
    )
    with store.reader() as reader:
        assert reader.rows("select exhibitor_id, name from exhibitors") == [
            {"exhibitor_id": "c:7", "name": "New"}
        ]
        assert reader.value("select count(distinct exhibitor_id) from participations") == 1


def test_a_name_that_two_firms_bear_leads_to_neither_code(store: Store):
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {"fair_id": "f", "line": 2, "code": "1", "name": "Twin", "name_key": "twin"},
            {"fair_id": "f", "line": 3, "code": "2", "name": "Twin", "name_key": "twin"},
        ],
    )
    with store.reader() as reader:
        exhibitor = reader.value(
            "select exhibitor_id from exhibitor_keys where exhibitor_key = 'n:twin'"
        )
    assert exhibitor not in ("c:1", "c:2")


def test_profile_and_segment_filters_count_what_the_cubes_cannot(store: Store):
    rows = [
        {
            "overall": 5,
            "exhibitor_key": "c:1",
            "profile": [("size", ["big"]), ("goals", ["sell", "show"])],
        },
        {"overall": 4, "exhibitor_key": "c:2", "profile": [("size", ["small"])]},
        {"overall": 3, "profile": [("size", ["big"])]},
    ]
    fairs.load(
        store,
        "exhibitor_survey",
        edition_rows=fairs.editions([1]),
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "code": str(n), "name": f"N{n}", "name_key": f"n{n}"}
            for n in (1, 2)
        ],
        question_rows=fairs.questions("f-1", []),
        response_rows=fairs.answers("f-1", rows),
    )
    store.save_segment("s1", "f", "Mine", "by hand", ["c:2"], "me")
    assert counted(store, Filters("f", profile=(("size", ("big",)),))) == {
        ("f-1", 500): 1,
        ("f-1", 300): 1,
    }
    assert counted(store, Filters("f", profile=(("size", ("big",)), ("goals", ("show",))))) == {
        ("f-1", 500): 1
    }
    assert counted(store, Filters("f", segment="s1")) == {("f-1", 400): 1}


def test_a_filter_that_everybody_passes_counts_the_same_from_cubes_and_from_rows(store: Store):
    survey(store, 1, [5, 4, 4, 1])
    with store.reader() as reader:
        store.save_segment("none", "f", "None", "", [], "me")
        for name in ("items", "measures", "scores", "complete", "respondents"):
            cube = reader.rows(f"from chosen_{name}($slice) order by all", slice=EVERYTHING.slice())
            kind = "summed" if name in ("scores", "complete") else "counted"
            rows = reader.rows(f"from {kind}_{name}($slice) order by all", slice=EVERYTHING.slice())
            assert rows == cube


def test_many_readers_at_once_each_get_their_own_rows(store: Store):
    for edition in range(1, 5):
        survey(store, edition, [edition] * edition)
    wrong: list[object] = []

    def read(edition: int) -> None:
        for _ in range(20):
            counts = counted(store, Filters("f", editions=(f"f-{edition}",)))
            if counts != {(f"f-{edition}", edition * 100): edition}:
                wrong.append(counts)

    threads = [threading.Thread(target=read, args=(1 + n % 4,)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_writer_has_no_time_limit_and_readers_keep_theirs(store: Store):
    with store._writer() as writing, store.reader() as reader:
        assert writing.execute("select current_setting('max_execution_time')").fetchall() == [(0,)]
        assert reader.value("select current_setting('max_execution_time')") == 10_000


@pytest.mark.parametrize(
    "escape",
    [
        "select * from read_text('/etc/hostname')",
        "attach '/tmp/elsewhere.duckdb' as x",
        "copy (select 1) to '/tmp/out.csv'",
        "install httpfs",
        "set enable_external_access = true",
        "select * from survey",
    ],
)
def test_nothing_outside_the_database_can_be_reached(store: Store, escape: str):
    survey = "a Python variable of the name that the last statement asks for"
    assert survey
    with (
        store.reader() as reader,
        pytest.raises(Exception, match="(?i)permission|disabled|locked|not exist|cannot"),
    ):
        reader.rows(escape)


def test_the_backup_opens_while_the_database_is_held(store: Store, tmp_path: Path):
    survey(store, 1, [5, 3])
    with Store.of_backup(tmp_path) as (copy, made_at):
        assert counted(copy) == counted(store)
        assert made_at.year >= 2024


def test_a_second_process_is_told_that_the_database_is_held(store: Store, tmp_path: Path):
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from analytics.store import Store; from"
        " analytics.errors import StoreFault\ntry: Store(Path(sys.argv[1]))\nexcept StoreFault as"
        " fault: print(fault.reason)"
    )
    second = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert second.stdout.strip() == "locked"


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path):
    (tmp_path / "expolens.duckdb").write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreFault) as caught:
        Store(tmp_path)
    assert caught.value.reason == "damaged"
