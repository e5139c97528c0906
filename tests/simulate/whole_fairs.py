"""Whole fairs on which nothing goes with anything: loaded into a store, asked study by study,
counted by what figures say.

Everything else is as in life: exhibitors come for several editions, keep their moods, and rate all
parts by them. But the overall ratings are dealt out anew among those who answered, groups, words,
goals and turnover are drawn by lot, and whether somebody comes back depends on nobody's answers.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pyarrow as pa

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Batch, Store
from analytics.wording import Say
from tests import fairs, in_process
from tests.simulate.claims import Claim, Experiment, Outcome, finds
from tests.simulate.exhibitor_lives import Fair, Stays, live
from tests.simulate.invented_ratings import points

EN = Say("en")
FAIR = Fair(newcomers=45, editions=4, loyalty=0.8, answering=0.65)
DIMENSIONS = {f"d{n}": [f"d{n}.1", f"d{n}.2"] for n in range(6)}
ITEMS = [item for names in DIMENSIONS.values() for item in names]
INDUSTRIES, REGIONS = (
    np.array(["energy", "services", "software"]),
    np.array(["east", "north", "south"]),
)
SIZES, OWNERSHIPS = np.array(["large", "medium", "small"]), np.array(["private", "state"])
OBJECTIVES = np.array(["find_investment", "find_partners", "sell_new_products", "show_company"])
FINDINGS: dict[str, dict[str, str]] = {
    "satisfaction": {
        "overview": "overall satisfaction changed",
        "dimensions": "one dimension leads",
        "groups": "industries differ",
        "screening": "a dimension differs between industries",
    },
    "trends": {"overview": "the last change", "same_exhibitors": "the same exhibitors changed"},
    "drivers": {
        "importance": "something drives satisfaction",
        "gaps": "a part falls short of its stated importance",
    },
    "kano": {"classes": "a part must be there, counts or delights"},
    "expectation": {"overview": "a part falls short of what was expected"},
    "objectives": {
        "drift": "objectives drift",
        "reached": "an objective goes with reaching the goal",
        "pull": "satisfaction goes with the goal",
    },
    "respondents": {
        "rates": "industries answer differently",
        "gaps": "a group is over- or under-represented",
        "repeats": "the loyal answer more or less",
        "means": "weighting moves the mean",
    },
    "satisfaction_turnover": {"by_score": "own rating goes with own turnover"},
    "loyalty": {
        "overview": "return rises with satisfaction",
        "ratios": "the top scores differ in return",
        "curve": "the curve has a slope",
        "empty_cell": "the dissatisfied stay away",
        "matching": "who answers differs in return",
    },
    "intention": {
        "attendance": "words make a difference",
        "by_edition": "words make a difference at an edition",
    },
    "retention": {"respondents": "the survey leans"},
    "churn": {"terms": "a reason to stay away, apart from history"},
}
HISTORY = ("tenure", "after_gap")
"""Loyal exhibitors have come more often and stay: there is something in an exhibitor's history, and
so in the whole model.
"""


def _draw(rng: np.random.Generator) -> Outcome:
    stays = live(rng, FAIR)
    outcome: dict[str, bool | None] = {
        f"{study}.{key}": None for study, keys in FINDINGS.items() for key in keys
    }
    with tempfile.TemporaryDirectory() as name, Store(Path(name), memory_limit="512MB") as store:
        store.load(_batch(rng, stays), then_back_up=False)
        for study in STUDIES:
            if study.key not in FINDINGS:
                continue
            with patch("analytics.worker.run", in_process.run):
                figures = study.figures(ask(store, study, Filters("f")), EN)
            outcome |= {
                f"{study.key}.{figure.key}": _is_found(study.key, figure)
                for figure in figures
                if figure.key in FINDINGS[study.key]
            }
    return outcome


def _is_found(study: str, figure: Figure) -> bool:
    """What the figure says; of the reasons to stay away those that are drawn by lot, for a history
    is none of them.
    """
    if study != "churn":
        return figure.is_established
    drawn = figure.data[~figure.data["key"].isin(HISTORY)]
    return bool((drawn["p_holm"] < 0.05).any())


def _batch(rng: np.random.Generator, stays: Stays) -> Batch:
    numbers = range(1, FAIR.editions + 1)
    editions = fairs.editions(numbers, turnover=rng.lognormal(20, 0.2, FAIR.editions).tolist())
    asked = [question for n in numbers for question in _questions(f"f-{n}")]
    answers = _answers(rng, stays)
    tables = {
        "edition_rows": fairs.table(editions),
        "exhibitor_rows": _register(rng, stays),
        "participation_rows": _stays(stays),
        "question_rows": fairs.table(asked),
        "response_rows": answers,
    }
    return Batch(
        fair_id="f",
        kind="exhibitor_survey",
        file_name="f.csv",
        sha256="f",
        mapping="{}",
        actor="test",
        lines_read=answers.num_rows,
        lines_stored=answers.num_rows,
        lines_left_out=0,
        tables=tables,
        questionnaire={name: fairs.table(rows) for name, rows in fairs.items(DIMENSIONS).items()},
        fair_names=("展会", "Fair"),
    )


def _questions(edition: str) -> list[dict[str, Any]]:
    thirds = fairs.questions(edition, [], ["goal_attainment", "intention"], (1, 3))
    return fairs.questions(edition, ITEMS) + thirds


def _register(rng: np.random.Generator, stays: Stays) -> pa.Table:
    firms = np.unique(stays.firm)
    names = pa.array([f"Firm {firm}" for firm in firms])
    groups = {
        "industry": INDUSTRIES,
        "region": REGIONS,
        "size_band": SIZES,
        "ownership": OWNERSHIPS,
    }
    return pa.table(
        {
            "fair_id": pa.repeat(pa.scalar("f"), firms.size),
            "line": pa.array(np.arange(firms.size) + 2, pa.int32()),
            "code": pa.array(firms.astype(str)),
            "name": names,
            "name_key": names,
        }
        | {field: pa.array(rng.choice(names, firms.size)) for field, names in groups.items()}
    )


def _keys(firm: np.ndarray) -> pa.Array:
    return pa.array([f"c:{number}" for number in firm])


def _editions(place: np.ndarray) -> pa.Array:
    return pa.array([f"f-{number + 1}" for number in place])


def _stays(stays: Stays) -> pa.Table:
    return pa.table(
        {
            "edition_id": _editions(stays.place),
            "line": pa.array(np.arange(stays.place.size) + 2, pa.int32()),
            "exhibitor_key": _keys(stays.firm),
            "booth_area_sqm": stays.area,
            "fee": stays.area * 1_000.0,
            "turnover": stays.turnover,
        }
    )


def _answers(rng: np.random.Generator, stays: Stays) -> pa.Table:
    answering = np.flatnonzero(stays.answered)
    place, firm, people = stays.place[answering], stays.firm[answering], answering.size
    mood = rng.normal(0, 0.6, int(firm.max()) + 1)[firm]
    sat, imp, expected = (_ratings(rng, mood) for _ in range(3))
    return pa.table(
        {
            "edition_id": _editions(place),
            "audience": pa.repeat(pa.scalar("exhibitor"), people),
            "line": pa.array(np.arange(people) + 2, pa.int32()),
            "exhibitor_key": _keys(firm),
            "overall": _hundredths(_dealt_anew(rng, stays.score[answering], place)),
            "goal_attainment": _hundredths(rng.integers(1, 4, people)),
            "intention": _hundredths(stays.word[answering] + 1),
            "sat": sat,
            "imp": imp,
            "expected": expected,
            "objectives": _objectives(rng, people),
        }
    )


def _dealt_anew(rng: np.random.Generator, score: np.ndarray, place: np.ndarray) -> np.ndarray:
    """The same scores at each edition, given by others."""
    dealt = score.copy()
    for edition in np.unique(place):
        here = np.flatnonzero(place == edition)
        dealt[here] = score[rng.permutation(here)]
    return dealt


def _ratings(rng: np.random.Generator, mood: np.ndarray) -> pa.Array:
    """Two items a part by the same mood; one in twenty left out."""
    latent = 3.7 + np.repeat(mood[:, None] + rng.normal(0, 0.4, (mood.size, 6)), 2, axis=1)
    rating = points(latent + rng.normal(0, 0.7, latent.shape))
    ratings = pa.array((rating.ravel() * 100).astype(np.int16), mask=rng.random(rating.size) < 0.05)
    return pa.FixedSizeListArray.from_arrays(ratings, len(ITEMS)).cast(fairs.LIST)


def _hundredths(value: np.ndarray) -> pa.Array:
    return pa.array((np.asarray(value) * 100).astype(np.int16))


def _objectives(rng: np.random.Generator, people: int) -> pa.Array:
    named = rng.random((people, OBJECTIVES.size)) < np.array([0.3, 0.5, 0.7, 0.4])
    offsets = np.concatenate([[0], np.cumsum(named.sum(axis=1))]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), pa.array(OBJECTIVES[np.nonzero(named)[1]]))


def _claims() -> dict[str, Claim]:
    return {
        f"{study}.{key}": finds(study, says)
        for study, keys in FINDINGS.items()
        for key, says in keys.items()
    }


EXPERIMENTS = (Experiment("asked, nothing", _claims(), _draw, at="study"),)
