"""The visitors' survey of all editions: nine dimensions, one file with English headers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data.sample.calibrate import Floats, cut, on_scale, shift_for, stream
from data.sample.questionnaire import (
    VISITOR_MEANS,
    VISITOR_OVERALL,
    VISITOR_RESPONSES,
    Dimension,
    Item,
    visitor_dimensions,
)
from data.sample.surveys import row_means

JOBS = {
    "Engineering": 0.27,
    "Purchasing": 0.22,
    "Management": 0.24,
    "Investment": 0.09,
    "Research": 0.12,
    "Government": 0.06,
}
JOB_EFFECTS = {
    "Engineering": 0.0,
    "Purchasing": -0.08,
    "Management": 0.05,
    "Investment": -0.15,
    "Research": 0.10,
    "Government": 0.20,
}
INDUSTRIES = (
    "Electronics",
    "Software",
    "Telecom",
    "Biotech",
    "Materials",
    "Energy",
    "Manufacturing",
    "Trade",
    "Finance",
)
INDUSTRY_SHARES = (0.24, 0.15, 0.13, 0.09, 0.08, 0.08, 0.12, 0.07, 0.04)
COUNTRIES = ("China", "Hong Kong", "Taiwan", "Japan", "USA", "Korea", "Germany", "Singapore")
COUNTRY_SHARES = (0.84, 0.06, 0.02, 0.02, 0.02, 0.015, 0.015, 0.01)
PURPOSES = {
    "See new products": 0.62,
    "Source suppliers": 0.38,
    "Find partners": 0.27,
    "Find projects": 0.18,
    "Attend forums": 0.16,
}
AGAIN = ("no", "perhaps", "definitely")
REMARKS = (
    "More signs between the halls, please.",
    "Well worth the trip.",
    "Too crowded at the weekend.",
    "Better food at lower prices would help.",
    "Good range of exhibitors in my field.",
    "The queue for badges took far too long.",
    "English information is still thin.",
    "Longer trade-only hours, please.",
)


def survey(edition: int) -> pd.DataFrame:
    """One row per visitor who answered at this edition."""
    rng, count = stream("visitors", edition), VISITOR_RESPONSES[edition - 1]
    shares = np.array(INDUSTRY_SHARES) / sum(INDUSTRY_SHARES)
    frame = pd.DataFrame(
        {
            "Edition": edition,
            "Respondent": [f"V{edition}-{number:04d}" for number in range(1, count + 1)],
            "Country": rng.choice(COUNTRIES, count, p=COUNTRY_SHARES),
            "Industry": rng.choice(INDUSTRIES, count, p=shares),
            "Job role": rng.choice(list(JOBS), count, p=list(JOBS.values())),
            "Purpose of visit": _purposes(rng, count),
        }
    )
    frame.loc[rng.random(count) < 0.04, "Job role"] = ""
    general = rng.normal(0, 0.42, count) + frame["Job role"].map(JOB_EFFECTS).fillna(0.0).to_numpy()
    ratings, scores = _ratings(edition, general)
    overall = _overall(rng, edition, scores)
    again = 0.8 * overall + rng.normal(0, 0.8, count)
    intention = np.array(AGAIN)[cut(again, (38.0 + 1.5 * edition, 86.0 + edition)) - 1]
    overall_or_gap = np.where(rng.random(count) < 0.03, np.nan, overall)
    return frame.join(ratings).assign(
        **{
            "Overall satisfaction": _words(overall_or_gap, rng, 0.0),
            "Likelihood to come again": np.where(rng.random(count) < 0.05, "", intention),
            "Comments": np.where(rng.random(count) < 0.06, rng.choice(REMARKS, count), ""),
        }
    )


def _purposes(rng: np.random.Generator, count: int) -> list[str]:
    drawn = rng.random((count, len(PURPOSES)))
    is_named = drawn < np.array(list(PURPOSES.values()))
    is_named[np.arange(count), np.argmin(drawn, axis=1)] = True
    return ["; ".join(np.array(list(PURPOSES))[row]) for row in is_named]


def _ratings(edition: int, general: Floats) -> tuple[pd.DataFrame, Floats]:
    columns: dict[str, list[str]] = {}
    scores = []
    for dimension, items in visitor_dimensions().items():
        item_ratings = _dimension(edition, dimension, items, general)
        rng = stream(f"visitor words {dimension.key}", edition)
        for item, values in zip(items, item_ratings.T, strict=True):
            words = _words(values, rng, 0.3) if item.first <= edition else [""] * len(values)
            columns[f"{dimension.en} - {item.en}"] = words
        scores.append(row_means(item_ratings))
    return pd.DataFrame(columns), np.column_stack(scores)


def _dimension(
    edition: int, dimension: Dimension, items: tuple[Item, ...], general: Floats
) -> Floats:
    rng = stream(f"visitor {dimension.key}", edition)
    own = general + rng.normal(0, dimension.own_sd, len(general))
    noise = rng.normal(0, dimension.noise_sd, (len(general), len(items)))
    raw = own[:, None] + np.array([item.offset for item in items]) + noise
    missing = rng.random(raw.shape) < np.array([item.missing for item in items])
    missing |= np.array([item.first > edition for item in items])
    first, last = VISITOR_MEANS[dimension.key]
    target = first + (last - first) * (edition - 1) / 7 + rng.normal(0, 0.02)

    def answers_at(shift: float) -> Floats:
        return np.where(missing, np.nan, on_scale(raw + shift))

    def mean_at(shift: float) -> float:
        return float(np.nanmean(row_means(answers_at(shift))))

    return answers_at(shift_for(mean_at, target))


def _overall(rng: np.random.Generator, edition: int, scores: Floats) -> Floats:
    weights = np.array([dimension.weight for dimension in visitor_dimensions()])
    deviation = np.nan_to_num(scores - np.nanmean(scores, axis=0)) @ (weights / weights.sum())
    raw = 3.5 + deviation + rng.normal(0, 0.58, len(scores))
    shift = shift_for(lambda by: float(on_scale(raw + by).mean()), VISITOR_OVERALL[edition - 1])
    return on_scale(raw + shift)


def _words(values: Floats, rng: np.random.Generator, not_applicable: float) -> list[str]:
    """Digits, with gaps left blank or marked n/a."""
    marked = rng.random(len(values)) < not_applicable
    return [
        ("n/a" if mark else "") if np.isnan(value) else f"{value:.0f}"
        for value, mark in zip(values, marked, strict=True)
    ]
