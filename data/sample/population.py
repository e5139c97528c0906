"""Who exhibits: four kinds of exhibitors that overlap, and who of them comes to which edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.sample import model, word_lists
from data.sample.calibrate import Floats, draw, nearest_to_threshold, stream
from data.sample.names import Namer
from data.sample.questionnaire import DIMENSIONS, EDITIONS

KINDS = ("enterprise", "start_up", "research", "trading")
KIND_SHARES = ((0.70, 0.08, 0.15, 0.07), (0.10, 0.52, 0.14, 0.24))  # first edition, later ones
REACTIVATED_SHARE = 0.03
ABROAD_SHARES = {"enterprise": 0.17, "start_up": 0.10, "research": 0.06, "trading": 0.15}
REGION_SHARES = {
    "珠三角": 0.44,
    "长三角": 0.16,
    "环渤海": 0.16,
    "中西部": 0.12,
    "东北": 0.05,
    "港澳台": 0.07,
}
INDUSTRY_SHARES: dict[str, tuple[float, ...]] = {
    "enterprise": (0.28, 0.10, 0.18, 0.09, 0.07, 0.08, 0.18, 0.02, 0.00),
    "start_up": (0.24, 0.28, 0.08, 0.13, 0.08, 0.08, 0.07, 0.02, 0.02),
    "research": (0.16, 0.12, 0.06, 0.24, 0.18, 0.13, 0.11, 0.00, 0.00),
    "trading": (0.16, 0.04, 0.07, 0.05, 0.06, 0.06, 0.06, 0.36, 0.14),
}
OWNERSHIPS = ("国有企业", "股份制企业", "民营企业", "外资企业", "事业单位")
OWNERSHIP_SHARES: dict[str, tuple[float, ...]] = {
    "enterprise": (0.30, 0.36, 0.28, 0.06, 0.00),
    "start_up": (0.02, 0.14, 0.80, 0.04, 0.00),
    "research": (0.06, 0.00, 0.02, 0.00, 0.92),
    "trading": (0.14, 0.12, 0.66, 0.08, 0.00),
}
SIZES = ("大型", "中型", "小型", "微型")
SIZE_SHARES: dict[str, tuple[float, ...]] = {
    "enterprise": (0.58, 0.35, 0.07, 0.00),
    "start_up": (0.00, 0.09, 0.46, 0.45),
    "research": (0.22, 0.50, 0.24, 0.04),
    "trading": (0.03, 0.30, 0.48, 0.19),
}
LOG_AREA = {
    "enterprise": (1.30, 0.50),
    "start_up": (-0.35, 0.30),
    "research": (0.25, 0.40),
    "trading": (0.10, 0.45),
}


@dataclass
class Population:
    """Every exhibitor so far, one row each, and the numbers of the editions each came to."""

    people: pd.DataFrame = field(default_factory=pd.DataFrame)
    persistent: Floats = field(default_factory=lambda: np.empty((0, len(DIMENSIONS))))
    came: NDArray[np.bool_] = field(
        default_factory=lambda: np.zeros((0, max(EDITIONS) + 1), dtype=bool)
    )
    namer: Namer = field(default_factory=lambda: Namer(stream("names")))

    def enter(self, edition: int, count: int) -> NDArray[np.int64]:
        """New exhibitors for this edition; their rows."""
        start = len(self.people)
        rows = _entrants(self.namer, edition, start, count)
        self.people = pd.concat([self.people, rows], ignore_index=True)
        persistent = stream("persistent", edition).normal(0, 0.30, (count, len(DIMENSIONS)))
        self.persistent = np.vstack([self.persistent, persistent])
        self.came = np.vstack([self.came, np.zeros((count, self.came.shape[1]), dtype=bool)])
        return np.arange(start, start + count)

    def hold(self, edition: int, returning: NDArray[np.int64]) -> NDArray[np.int64]:
        """Everybody at this edition: those who return, some who had lapsed, and new ones up to the
        known count.
        """
        back = self._reactivated(edition, len(returning))
        new = self.enter(edition, model.COUNTS[edition - 1] - len(returning) - len(back))
        present = np.sort(np.concatenate([returning, back, new]))
        self.came[present, edition] = True
        return present

    def _reactivated(self, edition: int, returning: int) -> NDArray[np.int64]:
        if edition < 3:
            return np.empty(0, dtype=np.int64)
        lapsed = np.flatnonzero(self.came.any(axis=1) & ~self.came[:, edition - 1])
        last_came = self.came.shape[1] - 1 - np.argmax(self.came[lapsed, ::-1], axis=1)
        count = round(REACTIVATED_SHARE * len(lapsed))
        if edition == max(EDITIONS):
            count = model.REPEATERS_OF_LAST - returning
        preference = -0.45 * (edition - last_came) + self.people["trait"].to_numpy()[lapsed]
        return lapsed[draw(stream("reactivated", edition), preference, count)]

    def returning(
        self, edition: int, present: NDArray[np.int64], facts: dict[str, Floats]
    ) -> NDArray[np.int64]:
        """Who of those present comes to the next edition too, by the known logit."""
        before = self.came[present, 1:edition].sum(axis=1)
        logit = return_logit(self.people.loc[present, "industry"], before, **facts)
        chance = 1 / (1 + np.exp(-logit))
        margin = chance - stream("return", edition).random(len(present))
        comes = margin > 0
        if edition + 1 == max(EDITIONS):
            always = self.came[present, 1 : edition + 1].all(axis=1)
            comes[always] = nearest_to_threshold(margin[always], model.ALWAYS_OF_LAST)
        return present[comes]


def return_logit(
    industry: pd.Series, before: NDArray[Any], overall: Floats, area: Floats, complained: Floats
) -> Floats:
    """The log-odds of coming to the next edition as well."""
    known = model.RETURN
    effect = industry.map(known["industry"]).to_numpy(dtype=float)
    linear = known["overall_minus_3_5"] * (overall - 3.5)
    linear = linear + known["log1p_editions_before"] * np.log1p(before)
    linear = linear + known["log_area_over_18"] * np.log(area / 18)
    linear = linear + known["complained"] * complained
    return np.asarray(known["intercept"] + linear + effect, dtype=float)


def _entrants(namer: Namer, edition: int, start: int, count: int) -> pd.DataFrame:
    rng = stream("entrants", edition)
    kinds = rng.choice(KINDS, count, p=KIND_SHARES[min(edition - 1, 1)])
    rows = [_entrant(rng, namer, str(kind)) for kind in kinds]
    frame = pd.DataFrame(rows)
    frame.insert(0, "code", [f"E{number:05d}" for number in range(start + 1, start + count + 1)])
    frame["first"] = edition
    return frame.assign(former="", renamed=0)


def _entrant(rng: np.random.Generator, namer: Namer, kind: str) -> dict[str, Any]:
    industry = str(rng.choice(list(model.RETURN["industry"]), p=INDUSTRY_SHARES[kind]))
    abroad = bool(rng.random() < ABROAD_SHARES[kind])
    region = "海外" if abroad else _region(rng)
    city = "" if abroad else str(rng.choice(word_lists.CITIES[region]))
    ownership = "外资企业" if abroad else str(rng.choice(OWNERSHIPS, p=OWNERSHIP_SHARES[kind]))
    country = word_lists.COUNTRY_OF_CITY.get(city, "中国")
    if abroad:
        country = str(rng.choice(word_lists.ABROAD))
    return {
        "name": namer.english(industry) if abroad else namer.chinese(kind, industry, city),
        "kind": kind,
        "country": country,
        "region": region,
        "city": city,
        "industry": industry,
        "ownership": ownership,
        "size": str(rng.choice(SIZES, p=SIZE_SHARES[kind])),
        "owner": str(rng.choice(word_lists.ACCOUNT_OWNERS)),
        "log_area": float(rng.normal(*LOG_AREA[kind])),
        "trait": _trait(rng, kind, industry, region),
    }


def _region(rng: np.random.Generator) -> str:
    return str(rng.choice(list(REGION_SHARES), p=list(REGION_SHARES.values())))


def _trait(rng: np.random.Generator, kind: str, industry: str, region: str) -> float:
    known = model.SATISFACTION
    group = known["kind"][kind] + known["industry"][industry] + known["region"][region]
    return float(rng.normal(group, known["trait_sd"]))


def rename(population: Population) -> None:
    """Some Chinese exhibitors changed their name between two editions they came to; early comers
    first in number.
    """
    rng, people, came = stream("renamed"), population.people, population.came[:, 1:]
    first = 1 + np.argmax(came, axis=1)
    last = came.shape[1] - np.argmax(came[:, ::-1], axis=1)
    eligible = np.flatnonzero((people["region"] != "海外").to_numpy() & (last > first))
    for row in eligible[draw(rng, np.where(first[eligible] <= 2, 2.5, 0.0), model.RENAMED)]:
        people.loc[row, "renamed"] = int(rng.integers(first[row] + 1, last[row] + 1))
        industry, city = str(people.loc[row, "industry"]), str(people.loc[row, "city"])
        people.loc[row, "former"] = population.namer.former(industry, city)
