"""Six years of a real survey, each year with other column names, against a plain computation on the
raw files.
"""

import os
from pathlib import Path

import pandas as pd
import pytest

from analytics.intake.load.draft import Draft
from analytics.intake.load.take_in import take_in
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import know
from analytics.intake.mapping.suggest import suggest
from analytics.store import Store

RAW = Path(os.environ.get("EXPOLENS_REALDATA", "/nowhere")) / "sfo" / "raw"
MAPPINGS = Path(__file__).parent / "sfo"
YEARS = range(2010, 2016)
MEANS = """
    select n.item_id, avg(r.satisfaction) / 100 as mean, count(r.satisfaction) as n
    from ratings as r
    join items as n on n.fair_id = r.fair_id and n.audience = r.audience and n.slot = r.slot
    where r.edition_id = $edition and r.satisfaction is not null
    group by n.item_id
"""
pytestmark = pytest.mark.skipif(
    not RAW.is_dir(), reason="EXPOLENS_REALDATA does not name the folder of the real survey"
)


def raw_file(year: int) -> Path:
    return next(RAW.glob(f"{year}_*.csv"))


def mapping_of(year: int) -> Mapping:
    return Mapping.loads((MAPPINGS / f"{year}.mapping.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("sfo")
    os.environ["EXPOLENS_DATA"], before = str(folder), os.environ.get("EXPOLENS_DATA")
    store = Store(folder)
    for year in YEARS:
        draft = Draft.create(raw_file(year).name, raw_file(year))
        draft.inspect()
        take_in(store, draft, mapping_of(year), "test")
    os.environ.pop("EXPOLENS_DATA") if before is None else os.environ.update(EXPOLENS_DATA=before)
    return store


def test_every_line_of_every_year_is_stored(store: Store) -> None:
    history = reversed(store.history())
    assert [(record.lines_read, record.rows_left_out) for record in history] == [
        (3234, 0),
        (3872, 0),
        (3521, 0),
        (3535, 0),
        (2818, 0),
        (2958, 0),
    ]


def test_nothing_is_remarked_on_but_columns_not_taken(store: Store) -> None:
    reasons = {
        finding.reason for record in store.history() for finding in store.findings(record.import_id)
    }
    assert reasons <= {"column_ignored", "outside_scale"}


@pytest.mark.parametrize("year", YEARS)
def test_means_are_those_of_a_plain_computation(store: Store, year: int) -> None:
    frame = pd.read_csv(raw_file(year), dtype=str)
    with store.reader() as reader:
        rows = reader.rows(MEANS, edition=f"sfo-{year}")
        overall = reader.value(
            "select avg(overall) / 100 from responses where edition_id = $edition",
            edition=f"sfo-{year}",
        )
    stored = {row["item_id"]: (row["n"], row["mean"]) for row in rows}
    for use in mapping_of(year).columns:
        if use.is_rating:
            answers = pd.to_numeric(frame[use.column], errors="coerce")
            answers = answers[answers.between(1, 5)]
            of_store = stored.pop(use.key) if use.target == "item" else (len(answers), overall)
            assert of_store == (len(answers), pytest.approx(answers.mean(), abs=1e-9)), use.column
    assert stored == {}


def test_the_year_after_is_recognised_from_the_year_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    with Store(tmp_path) as store:
        first = Draft.create(raw_file(2014).name, raw_file(2014))
        first.inspect()
        take_in(store, first, mapping_of(2014), "test")
        inspection = Draft.create(raw_file(2015).name, raw_file(2015)).inspect()
        with store.reader() as reader:
            suggested = suggest(inspection, know(reader, "sfo"), "visitor_survey")
    shipped = mapping_of(2015)
    assert suggested.edition == 2015
    assert [suggested.use(use.column).key for use in shipped.columns] == [
        use.key for use in shipped.columns
    ]
    assert {suggested.use(use.column).doubt for use in shipped.columns} == {""}
