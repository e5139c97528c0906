"""How much of what the demo fair's generator planted about customers do the studies find again?

    python -m tests.customers.planted [SEED …]

Each study is asked of the fair's files, which carry the planted noise (stands that differ from what
was planned, types of stand drawn by lot, and lines of the register that got lost), and of the same
fair without any noise: the share of exhibitors that stand in the same class is the share found. The
share expected is the same of fairs whose noise was drawn anew from what the generator says of it,
each against the fair without any.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analytics.catalogue import STUDIES
from analytics.customers import key_accounts
from analytics.filters import Filters
from analytics.intake.load.demo_fair import set_up_demo
from analytics.store import Reader, Store
from data.sample import office_files
from data.sample.calibrate import seeded
from data.sample.fair import Edition, hold_all
from data.sample.generate import EDITIONS_FILE, PARTICIPATIONS, REGISTER, manifest
from data.sample.model import SEED
from data.sample.planted import fees_anew
from data.sample.population import Population, return_logit
from tests import fairs

CNY = ["CNY"] * 8
CLASSINGS = ("abc", "rfm", "value_matrix", "lifecycle")
LOST = 0.03
KINDS = ("editions", "exhibitors", "participations")


@dataclass(frozen=True)
class Fair:
    """A demo fair drawn with a seed; `lost`: the share of register lines that its files lack;
    `redrawn`: how often its noise is drawn anew.
    """

    seed: int
    lost: float
    redrawn: int
    population: Population
    editions: list[Edition]

    def rows(self) -> list[np.ndarray[Any, Any]]:
        """Who came to each edition, as places in the population."""
        return [edition.stands["row"].to_numpy() for edition in self.editions]

    def left(self, rng: np.random.Generator) -> list[np.ndarray[Any, Any]]:
        """Of each edition's lines, which did not get lost."""
        return [rng.random(len(rows)) >= self.lost for rows in self.rows()]


def draw(seed: int, lost: float, redrawn: int) -> Fair:
    """The fair that this seed gives."""
    with seeded(seed):
        return Fair(seed, lost, redrawn, *hold_all())


def load(store: Store, fair: Fair) -> None:
    """Its files as `demo`, without noise as `true`, and with noise drawn anew as `again0` …"""
    _load_files(store, fair)
    complete = [np.full(len(rows), True) for rows in fair.rows()]
    _load_rows(store, fair, "true", fees_anew(fair.population, fair.rows(), None), complete)
    for number in range(fair.redrawn):
        rng = np.random.default_rng([fair.seed, number])
        fees = fees_anew(fair.population, fair.rows(), rng)
        _load_rows(store, fair, f"again{number}", fees, fair.left(rng))


def _load_files(store: Store, fair: Fair) -> None:
    folder = Path(tempfile.mkdtemp(prefix="fair"))
    lines = fair.left(np.random.default_rng([fair.seed, 99]))
    left = [
        replace(edition, stands=edition.stands[at])
        for edition, at in zip(fair.editions, lines, strict=True)
    ]
    with seeded(fair.seed):
        office_files.write_editions(folder / EDITIONS_FILE, left)
        office_files.write_register(folder / REGISTER, fair.population.people)
        office_files.write_participations(folder / PARTICIPATIONS, fair.population, left)
    listed = [file for file in manifest()["files"] if file["kind"] in KINDS]
    (folder / "manifest.json").write_text(
        json.dumps(manifest() | {"files": listed, "actions": []}), "utf-8"
    )
    set_up_demo(store, folder=folder)
    shutil.rmtree(folder)


def _load_rows(
    store: Store,
    fair: Fair,
    name: str,
    fees: list[np.ndarray[Any, Any]],
    left: list[np.ndarray[Any, Any]],
) -> None:
    numbers = range(1, len(fees) + 1)
    codes = fair.population.people["code"].to_numpy()
    fairs.load(store, "editions", name, edition_rows=fairs.editions(numbers, name, currency=CNY))
    people = [
        {"fair_id": name, "line": line, "code": row.code, "name": row.name, "name_key": row.code}
        | {"industry": row.industry}
        for line, row in enumerate(fair.population.people.itertuples(index=False))
    ]
    rows = [
        {"edition_id": f"{name}-{n}", "line": 1, "exhibitor_key": f"c:{codes[row]}", "fee": fee}
        for n, at, amounts, is_left in zip(numbers, fair.rows(), fees, left, strict=True)
        for row, fee in zip(at[is_left].tolist(), amounts[is_left].tolist(), strict=True)
    ]
    fairs.load(store, "participations", name, exhibitor_rows=people, participation_rows=rows)


def answer(reader: Reader, key: str, fair: str) -> Any:
    """A study's answer with its dials as they stand at first, of fees."""
    study = next(study for study in STUDIES if study.key == key)
    options = {option.key: option.choices[0] for option in study.options} | {"money": "fee"}
    return study.analyse(reader, Filters(fair), options)


def classes(reader: Reader, key: str, fair: str) -> pd.Series:
    """The class of each exhibitor on file, by its key."""
    classed = answer(reader, key, fair).classed
    return pd.Series(classed.codes, index=classed.measures.now["exhibitor_id"].to_numpy())


def growing(reader: Reader, fair: str) -> pd.Series:
    """Who is on the list of those that grow three editions running, by key."""
    now = answer(reader, "abc", fair).classed.measures.now
    grew = key_accounts.grew_three_times(now, 0.8, 0.95)
    return pd.Series(grew, index=now["exhibitor_id"].to_numpy())


def shares(reader: Reader, fair: Fair) -> pd.DataFrame:
    """what, n, found, expected: shares of exhibitors; error: the standard error of the difference
    between the two.
    """
    names = ("demo", *(f"again{number}" for number in range(fair.redrawn)))
    rows = [_share(key, _same(reader, key, names)) for key in CLASSINGS]
    people = fair.population.people
    planted = people.set_index("c:" + people["code"])["growing_fee"].notna()
    lists = [growing(reader, name) for name in names]
    for what, is_meant in (("growing", planted), ("grow by chance", ~planted)):
        keys = planted.index[is_meant]
        rows.append(_share(what, [grew.reindex(keys, fill_value=False) for grew in lists]))
    return pd.DataFrame(rows)


def _same(reader: Reader, key: str, names: tuple[str, ...]) -> list[pd.Series]:
    """Whether each exhibitor that has a class without noise has the same one with it."""
    true = classes(reader, key, "true")
    true = true[true >= 0]
    return [classes(reader, key, name).reindex(true.index) == true for name in names]


def _share(what: str, right: list[pd.Series]) -> dict[str, Any]:
    n, expected = len(right[0]), float(np.mean([same.mean() for same in right[1:]]))
    variance = expected * (1 - expected) / n
    return {
        "what": what,
        "n": n,
        "found": float(right[0].mean()),
        "expected": expected,
        "error": float(np.sqrt(variance * (1 + 1 / (len(right) - 1)))),
    }


def returns(reader: Reader, fair: Fair) -> tuple[float, float]:
    """Of those at the last edition, how many come to the next by the study, and by the chances that
    are planted.
    """
    table = answer(reader, "lifetime_value", "demo").worth.by_missed
    here = table[table["missed"] == 0]
    last, rows = fair.editions[-1], fair.rows()[-1]
    facts = {name: last.stands[name].to_numpy() for name in ("overall", "area", "complained")}
    before = fair.population.came[rows, 1 : last.number].sum(axis=1)
    logit = return_logit(fair.population.people.loc[rows, "industry"], before, **facts)
    return float(here["comes_next"].sum()), float((1 / (1 + np.exp(-logit))).sum())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seeds", nargs="*", type=int, default=[SEED])
    for seed in parser.parse_args().seeds:
        fair = draw(seed, 0.0 if seed == SEED else LOST, 3)
        folder = Path(tempfile.mkdtemp(prefix="planted"))
        with Store(folder) as store:
            load(store, fair)
            with store.reader() as reader:
                print(f"seed {seed}, {fair.lost:.0%} of the register lost", flush=True)
                print(shares(reader, fair).round(3).to_string(index=False))
                print("come again: {:.0f} found, {:.0f} planted".format(*returns(reader, fair)))
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
