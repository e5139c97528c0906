"""Weighted figures of the demo fair equal a plain computation in NumPy and pandas."""

from __future__ import annotations

import json
from itertools import product

import numpy as np
import pandas as pd
import pytest

from analytics import headless_answer
from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.filters import Filters
from analytics.headless_answer import as_json
from analytics.ratings.answer_blocks import Block, Layout, read_blocks
from analytics.ratings.mark_blocks import mark_products
from analytics.ratings.pair_blocks import pair_sums_by_group
from analytics.stats.pairwise import pairwise_correlations
from analytics.store import Store
from analytics.studies.drivers import STUDY as DRIVERS
from analytics.studies.drivers.compute_pooled import read_pooled
from analytics.studies.expectation import STUDY as EXPECTATION
from analytics.studies.kano import STUDY as KANO
from analytics.studies.satisfaction import STUDY as SATISFACTION
from analytics.weighting import figures_of, plain, read_weights
from analytics.wording import speaker
from tests.stats.oracles.pair_sums import pair_sums

EDITION = "demo-8"
FAIR = Filters("demo", editions=(EDITION,), weighted=True)
REGISTER = """
select x.industry, x.region, count(*) as n
from participations as p join exhibitors as x using (exhibitor_id)
where p.edition_id = $edition and x.industry is not null and x.region is not null
group by all
"""
RESPONSES = """
select response_id, industry, region, overall, sat, imp, expected from responses
where edition_id = $edition and audience = 'exhibitor' order by response_id
"""
ITEMS = (
    "select i.item_id, i.slot, i.dimension_id from items as i where i.fair_id = 'demo' and"
    " i.audience = 'exhibitor'"
)


@pytest.fixture(scope="module")
def rows(demo: Store) -> pd.DataFrame:
    """The responses of one edition with weights raked here: no group of this edition is small."""
    with demo.reader() as reader:
        register, responses = (
            pd.DataFrame(reader.rows(sql, edition=EDITION)) for sql in (REGISTER, RESPONSES)
        )
    assert responses.groupby("industry").size().min() >= 10
    weight = np.ones(len(responses))
    for _, field in product(range(200), ("industry", "region")):
        aim = register.groupby(field)["n"].sum() / register["n"].sum() * len(responses)
        now = pd.Series(weight).groupby(responses[field]).transform("sum")
        weight *= responses[field].map(aim) / now
    return responses.assign(weight=weight)


PROCESS = ("stands_for", "process")


def estimate(values: pd.Series, weight: pd.Series) -> tuple[int, float, float, float]:
    """n, mean, standard error, effective n."""
    known = values.notna()
    y, w = values[known].to_numpy(float), weight[known].to_numpy(float)
    n, mean = len(y), float((w * y).sum() / w.sum())
    error = np.sqrt(n / (n - 1) * ((w * (y - mean)) ** 2).sum()) / w.sum()
    return n, mean, float(error), float(w.sum() ** 2 / (w**2).sum())


def test_the_raked_weights_are_those_of_a_plain_loop(demo: Store, rows: pd.DataFrame):
    with demo.reader() as reader:
        by_edition = {edition.edition: edition for edition in read_weights(reader, FAIR).editions}
    edition, weight = by_edition[EDITION], rows["weight"]
    cells = rows[["industry", "region"]].itertuples(index=False, name=None)
    assert [edition.cells[cell] for cell in cells] == pytest.approx(weight.to_list(), abs=1e-8)
    assert edition.n_eff == pytest.approx(weight.sum() ** 2 / (weight**2).sum())


def test_every_item_mean_error_and_effective_n_equal_pandas(demo: Store, rows: pd.DataFrame):
    with demo.reader() as reader:
        slots = {row["item_id"]: row["slot"] for row in reader.rows(ITEMS)}
        dimensions = sorted({row["dimension_id"] for row in reader.rows(ITEMS)})
    checked = 0
    for dimension in dimensions:
        table = plain(ask(demo, SATISFACTION, FAIR, (("dimension", dimension), PROCESS))).items
        for score in table.scores if table else ():
            at = slots[score.key] - 1
            ratings = pd.Series([sat[at] for sat in rows["sat"]], dtype=float) / 100
            n, mean, error, worth = estimate(ratings, rows["weight"])
            assert (score.now.n, score.now.mean, score.now.se, score.now.n_eff) == (
                n,
                pytest.approx(mean, abs=1e-9),
                pytest.approx(error, abs=1e-9),
                pytest.approx(worth, abs=1e-6),
            )
            checked += 1
    assert checked > 20


def test_rows_and_cubes_carry_the_same_weights(demo: Store):
    with demo.reader() as reader:
        weighted = Filters("demo", weights=read_weights(reader, FAIR)).slice()
        rowwise = reader.rows(
            "select sum(weight) as w, sum(weight * weight) as ww from chosen_responses($slice) "
            "where overall is not null group by edition_id order by edition_id",
            slice=weighted,
        )
        cubed = reader.rows(
            "select sum(weight) as w, sum(weight_squares) as ww from"
            " chosen_measures($slice) where measure = 'overall' group by edition_id order by"
            " edition_id",
            slice=weighted,
        )
    assert len(cubed) == 8
    for by_row, by_cube in zip(rowwise, cubed, strict=True):
        assert by_row == pytest.approx(by_cube, rel=1e-12)


def test_expectation_gaps_equal_pandas(demo: Store, rows: pd.DataFrame):
    with demo.reader() as reader:
        items = pd.DataFrame(reader.rows(ITEMS))
    answer = plain(ask(demo, EXPECTATION, FAIR))
    for part in answer.parts:
        at = [slot - 1 for slot in items.loc[items["dimension_id"] == part.key, "slot"]]
        gap = [
            _gap(sat, expected, at)
            for sat, expected in zip(rows["sat"], rows["expected"], strict=True)
        ]
        n, mean, error, worth = estimate(pd.Series(gap, dtype=float), rows["weight"])
        assert (part.gap.n, part.gap.mean, part.gap.se, part.gap.n_eff) == (
            n,
            pytest.approx(mean, abs=1e-9),
            pytest.approx(error, abs=1e-9),
            pytest.approx(worth, abs=1e-6),
        )
        missed = pd.Series(gap) <= -0.5 + 1e-6
        known = pd.Series(gap).notna()
        assert part.missed.share == pytest.approx(
            rows["weight"][missed].sum() / rows["weight"][known].sum()
        )


def _gap(sat: list[int | None], expected: list[int | None] | None, at: list[int]) -> float:
    """The respondent's mean rating less his mean expectation over the items he gave both for, in
    scale points.
    """
    pairs = [(sat[i], expected[i]) for i in at if i < len(expected)] if expected else []
    both = [(a - b) / 100 for a, b in pairs if a is not None and b is not None]
    return sum(both) / len(both) if both else float("nan")


def test_driver_correlations_are_weighted_ones(demo: Store):
    with demo.reader() as reader:
        within = Filters("demo", editions=(EDITION,), weights=read_weights(reader, FAIR))
        pooled = read_pooled(reader, within, DRIVERS.chosen(()))
        blocks = list(read_blocks(reader, within, pooled.plan))
    sums = pair_sums_by_group(iter(blocks), pooled.plan, pooled.places())
    ratings = np.vstack(
        [np.column_stack([block.ratings, block.overall]) for block in blocks]
    ).astype(float)
    weight = np.concatenate([block.weight for block in blocks if block.weight is not None]).astype(
        float
    )
    expected = pair_sums(ratings - pooled.places()[0], weight)
    assert pairwise_correlations(sums.pooled()) == pytest.approx(
        pairwise_correlations(expected), abs=1e-5
    )
    answered = np.isfinite(ratings).astype(float)
    assert sums.given == pytest.approx(answered.T @ answered)
    worth = (answered.T @ (answered * weight[:, None])) ** 2 / (
        answered.T @ (answered * weight[:, None] ** 2)
    )
    assert sums.effective == pytest.approx(worth, rel=1e-6)


def test_the_driver_study_reports_answers_and_their_worth(demo: Store):
    weighted, counted = (
        plain(ask(demo, DRIVERS, FAIR)),
        ask(demo, DRIVERS, Filters("demo", editions=(EDITION,))),
    )
    n = {driver.key: driver.n for driver in counted.drivers}
    for driver in weighted.drivers:
        assert driver.n == n[driver.key]
        assert 0.9 * driver.n < driver.n_eff < driver.n
        assert driver.performance.n_eff < driver.performance.n
    assert {driver.key: driver.n_eff for driver in counted.drivers} == n


def block(rng: np.random.Generator, weight: np.ndarray | None) -> Block:
    rows = 240
    ratings = rng.integers(0, 5, (rows, 2)).astype(np.float32) / 4
    overall = (ratings.mean(axis=1) + rng.normal(0, 0.1, rows)).astype(np.float32)
    groups = np.arange(rows) % 60
    return Block(groups, np.zeros(rows, dtype=np.int64), overall, ratings, ratings, weight)


def test_contrasts_weigh_as_if_answers_were_repeated():
    plan = Layout((EDITION,), np.arange(2), np.zeros((1, 3)), np.ones((1, 3)), np.eye(2), 60, False)
    times = np.where(np.arange(240) % 3 == 0, 2, 1)
    weighted = mark_products([block(np.random.default_rng(1), times.astype(np.float32))], plan)
    once = block(np.random.default_rng(1), None)
    again = np.repeat(np.arange(240), times)
    repeated = Block(
        once.group[again],
        once.edition[again],
        once.overall[again],
        once.ratings[again],
        once.stated[again],
    )
    assert weighted.products == pytest.approx(
        mark_products([repeated], plan).products, rel=1e-5, abs=1e-5
    )
    counted = mark_products([once], plan)
    assert (weighted.n, weighted.marks.tolist()) == (counted.n, counted.marks.tolist())
    assert weighted.n_eff == pytest.approx(times.sum() ** 2 / (times**2).sum())
    assert counted.n_eff == 240


def test_kano_shows_complete_answers_with_their_worth(demo: Store):
    figures = figures_of(KANO, ask(demo, KANO, FAIR), speaker("en"))
    assert all("complete answers (effective " in figure.base for figure in figures)


@pytest.mark.parametrize(
    "study", [study for study in STUDIES if not study.is_slow], ids=lambda study: study.key
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_figure_says_what_the_switch_made_of_it(study, language: str, demo: Store):
    say = speaker(language)
    weighted, not_so = say("weighted to the register"), say("not weighted")
    for figure in figures_of(study, ask(demo, study, Filters("demo", weighted=True)), say):
        bears_on = say("This figure is the same with and without weights.") not in figure.notes
        assert (weighted in figure.base) == (study.weighs and bears_on)
        assert (not_so in figure.base.removesuffix(weighted)) == (not study.weighs)
        assert not any("{" in text for text in (figure.finding, figure.base, *figure.notes))
        assert {column.name for column in figure.columns} <= set(figure.data.columns)


def test_every_study_weighs_or_says_why_not():
    assert all(study.weighs != bool(study.unweighted) for study in STUDIES)
    assert [study.key for study in STUDIES if study.weighs][:3] == [
        "satisfaction",
        "trends",
        "drivers",
    ]


def test_a_weighted_answer_comes_without_a_screen(demo: Store):
    chosen = headless_answer.filters(demo, "demo", [8], "exhibitor", (), (), weighted=True)
    answer = json.loads(as_json(demo, "satisfaction", chosen, (), speaker("en"), None))
    assert answer["weighted"] is True
    assert all("weighted to the register" in figure["base"] for figure in answer["figures"])
    assert {"n", "n_eff"} <= set(answer["figures"][0]["rows"][0])
