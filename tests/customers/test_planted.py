"""Classes, stages and growth that the demo fair's generator planted are found again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from analytics.customers.stages import KEYS
from analytics.folders import SAMPLE
from analytics.store import Reader, Store
from data.sample.model import SEED
from data.sample.planted import customers_as_json
from tests.customers import planted

MODEL = json.loads((SAMPLE / "model.json").read_text("utf-8"))["customers"]


@dataclass(frozen=True)
class Asked:
    """A fair's own store, open to be asked, and the shares found and expected in it."""

    fair: planted.Fair
    reader: Reader
    shares: pd.DataFrame


@pytest.fixture(scope="module", params=[(SEED, 0.0), (7, planted.LOST)], ids=["shipped", "seed 7"])
def asked(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[Asked]:
    seed, lost = request.param
    fair = planted.draw(seed, lost, redrawn=1)
    with Store(tmp_path_factory.mktemp("planted"), memory_limit="512MB") as store:
        planted.load(store, fair)
        with store.reader() as reader:
            yield Asked(fair, reader, planted.shares(reader, fair).set_index("what"))


@pytest.mark.parametrize("key", planted.CLASSINGS)
def test_planted_classes_are_found_again_as_often_as_the_planted_noise_allows(asked, key):
    row = asked.shares.loc[key]
    assert abs(row["found"] - row["expected"]) < 4 * row["error"] + 0.003, row.to_dict()
    assert row["found"] > 0.75


def test_stages_are_all_found_where_no_line_of_the_register_is_lost(asked):
    share = asked.shares.loc["lifecycle", "found"]
    assert (share == 1.0) == (asked.fair.lost == 0.0)


def test_planted_growth_is_found_as_often_as_expected_and_others_no_more_than_by_chance(asked):
    for what in ("growing", "grow by chance"):
        row = asked.shares.loc[what]
        assert abs(row["found"] - row["expected"]) < 4 * row["error"], row.to_dict()
    assert asked.shares.loc["growing", "found"] > 20 * asked.shares.loc["grow by chance", "found"]


def test_about_as_many_come_again_as_the_planted_chances_say(asked):
    """BG/BB knows coming and skipping alone; the planted chance also knows satisfaction, stand and
    complaint. That costs less than a tenth of those who come again.
    """
    come, expected = planted.returns(asked.reader, asked.fair)
    assert abs(come / expected - 1) < 0.10


def test_what_the_generator_says_it_planted_is_what_the_studies_see_without_noise(asked):
    stated = customers_as_json(asked.fair.population)
    abc = planted.classes(asked.reader, "abc", "true")
    assert np.bincount(abc[abc >= 0]).tolist() == list(stated["value_classes"].values())
    stages = planted.classes(asked.reader, "lifecycle", "true").value_counts()
    assert {KEYS[code]: n for code, n in stages.items()} == stated["stages"]
    assert (stated == MODEL) == (asked.fair.seed == SEED)
