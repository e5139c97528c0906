"""What is planted about customers: how big each plans to be, which small ones grow, and the classes
and stages that follow from it.

A value class is planted as the class of what an exhibitor would pay at its planned size; the fees
in the files are noisier, because a stand differs from the plan, comes in steps of nine square
metres and is of a type drawn by lot. Growth is planted on top of fees and touches nothing else:
who comes, what is answered and sold stay as they were. A stage is that of the true attendance.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.sample import model
from data.sample.calibrate import Floats, stream
from data.sample.questionnaire import EDITIONS

if TYPE_CHECKING:
    from data.sample.population import Population

PRICE_PER_SQM = (780, 820, 820, 860, 880, 920, 950, 980)
FACTORS = np.array([1.0, 1.1, 0.85])  # standard, special, raw space
RAW_OF_SPECIAL = 0.4
ABROAD_FACTOR = 1.25
LINES = (0.80, 0.95)
STAGES = ("nurture", "confirm", "trust", "weakening", "gone")


def planned_log_area(people: pd.DataFrame, before: NDArray[np.int64]) -> Floats:
    """The log of the planned area over 18 m²; those who come again plan a little more."""
    grown = model.CUSTOMERS["log_area_per_edition_before"] * np.minimum(before, 4)
    return np.asarray(people["log_area"].to_numpy() + grown, dtype=float)


def areas(planned: Floats, rng: np.random.Generator) -> Floats:
    """Areas as they are built, in steps of nine square metres."""
    built = planned + rng.normal(0, model.CUSTOMERS["log_area_noise_sd"], len(planned))
    return np.asarray(np.clip(np.rint(18 * np.exp(built) / 9), 1, 40) * 9, dtype=float)


def booth_types(area: Floats, rng: np.random.Generator) -> NDArray[np.int64]:
    """0 standard, 1 special, 2 raw space: the bigger, the less often standard."""
    special = rng.random(len(area)) < _share_special(area)
    return np.where(special, np.where(rng.random(len(area)) < 1 - RAW_OF_SPECIAL, 1, 2), 0)


def _share_special(area: Floats) -> Floats:
    return np.clip((area - 18) / 60, 0, 0.9)


def fees(number: int, regions: pd.Series, area: Floats, booth: NDArray[np.int64]) -> Floats:
    """What the stands cost at an edition, in whole hundreds of yuan."""
    return _whole(area * PRICE_PER_SQM[number - 1] * FACTORS[booth] * _abroad(regions))


def _abroad(regions: pd.Series) -> Floats:
    return np.where(regions == "海外", ABROAD_FACTOR, 1.0)


def _whole(amounts: Floats) -> Floats:
    return np.asarray(np.rint(amounts / 100) * 100, dtype=float)


def plant_growth(population: Population, stands: Sequence[pd.DataFrame]) -> None:
    """Small exhibitors that came to the last four editions buy more services at each; notes in
    `people` what they began with and raises their fees.
    """
    known, rng = model.CUSTOMERS, stream("growing")
    first = known["growing_from"]
    fee = stands[first - 1].set_index("row")["fee"]
    came = np.flatnonzero(population.came[:, first:].all(axis=1))
    small = came[fee.loc[came].to_numpy() < known["growing_below"]]
    growing = np.sort(rng.permutation(small)[: known["growing"]])
    population.people["growing_fee"] = fee.loc[growing].reindex(population.people.index)
    for number in range(first + 1, max(EDITIONS) + 1):
        at = stands[number - 1]["row"].isin(growing).to_numpy()
        base = fee.loc[stands[number - 1].loc[at, "row"]].to_numpy()
        noise = stream("growth", number).normal(0, known["rise_noise_sd"], len(base))
        stands[number - 1].loc[at, "fee"] = grown(base, number, noise)


def grown(base: Floats, number: int, noise: Floats) -> Floats:
    """The fee of growing exhibitors at the edition they grow from, or a later one."""
    since = number - model.CUSTOMERS["growing_from"]
    return _whole(base * np.exp(model.CUSTOMERS["rise"] * since + (noise if since else 0.0)))


def fees_anew(
    population: Population, rows: Sequence[NDArray[np.int64]], rng: np.random.Generator | None
) -> list[Floats]:
    """The fees of the exhibitors at each edition (places among `people`) with other noise; without
    any where `rng` is None.
    """
    amounts = [_drawn(population, n, at, rng) for n, at in zip(EDITIONS, rows, strict=True)]
    for number in range(model.CUSTOMERS["growing_from"], max(EDITIONS) + 1):
        base = population.people.loc[rows[number - 1], "growing_fee"].to_numpy()
        grows, sd = np.isfinite(base), model.CUSTOMERS["rise_noise_sd"]
        noise = rng.normal(0, sd, grows.sum()) if rng else np.zeros(grows.sum())
        amounts[number - 1][grows] = grown(base[grows], number, noise)
    return amounts


def _drawn(
    population: Population, number: int, rows: NDArray[np.int64], rng: np.random.Generator | None
) -> Floats:
    people = population.people.loc[rows]
    planned = planned_log_area(people, population.came[rows, 1:number].sum(axis=1))
    if rng:
        area = areas(planned, rng)
        return fees(number, people["region"], area, booth_types(area, rng))
    area = np.clip(18 * np.exp(planned), 9, 360)
    special = _share_special(area)
    of_special = (1 - RAW_OF_SPECIAL) * FACTORS[1] + RAW_OF_SPECIAL * FACTORS[2]
    factor = (1 - special) * FACTORS[0] + special * of_special
    return np.asarray(area * PRICE_PER_SQM[number - 1] * factor * _abroad(people["region"]))


def value_classes(amounts: Floats) -> NDArray[np.str_]:
    """A while those that pay more bring less than 80 %, B while less than 95 %, else C."""
    order = np.argsort(-amounts, kind="stable")
    before = np.concatenate([[0.0], np.cumsum(amounts[order])[:-1]]) / amounts.sum()
    classes = np.empty(len(amounts), dtype="<U1")
    classes[order] = np.array(["A", "B", "C"])[np.searchsorted(LINES, before, side="right")]
    return classes


def stages(came: NDArray[np.bool_]) -> NDArray[np.str_]:
    """The stage of each row of coming (True) and skipping (False), the last edition last; blank for
    who never came.
    """
    gap = np.argmax(came[:, ::-1], axis=1)
    streak = np.cumprod(came[:, ::-1], axis=1).sum(axis=1)
    times = came.sum(axis=1)
    rules = [times == 0, gap >= 2, gap == 1, times == 1, streak >= 3]
    return np.select(rules, ["", "gone", "weakening", "nurture", "trust"], "confirm")


def customers_as_json(population: Population) -> dict[str, Any]:
    """What was planted, as `model.json` states it, with the counts of the last edition."""
    rows = [np.flatnonzero(population.came[:, number]) for number in EDITIONS]
    classes = value_classes(fees_anew(population, rows, None)[-1])
    at_last = stages(population.came[:, 1:])
    return {
        "form": (
            "ln(stand area / 18 m2) = ln(planned area) + normal noise, in steps of 9 m2; fee = area"
            " x price x factor of a type drawn by lot; a growing exhibitor's fee is that of"
            " `growing_from` x exp(rise x editions since + normal noise)"
        ),
        **model.CUSTOMERS,
        "value_classes": _counted(classes, "ABC"),
        "stages": _counted(at_last, STAGES),
    }


def _counted(values: NDArray[np.str_], names: Sequence[str]) -> dict[str, int]:
    return {name: int((values == name).sum()) for name in names}
