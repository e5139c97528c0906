"""What exhibitors write in the comment box, and what they complain about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from data.sample import model, word_lists
from data.sample.calibrate import stream
from data.sample.fair import Edition
from data.sample.questionnaire import DIMENSIONS, items_asked

OPENING_DAYS = ("1999-10-05", *(f"{year}-10-12" for year in range(2000, 2007)))
DAYS = 6


def opening(edition: int) -> dt.date:
    """The edition's first day."""
    return dt.date.fromisoformat(OPENING_DAYS[edition - 1])


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands in one comment box, and what was planted there: the items it is about, whether it
    praises or blames, and the general sentence it ends with or consists of.
    """

    text: str = ""
    item: str = ""
    tone: Literal["praise", "blame", ""] = ""
    general: str = ""


def comments(edition: Edition) -> list[str]:
    """The comment boxes of all respondents in order, most of them empty."""
    return [remark.text for remark in remarks(edition)]


def remarks(edition: Edition) -> list[Remark]:
    """A sentence or two from about 15 % of respondents, on what they rated lowest or highest."""
    rng = stream("comments", edition.number)
    items = [item.zh for dimension in DIMENSIONS for item in items_asked(dimension, edition.number)]
    ratings = edition.answers[items].to_numpy()
    share = model.REMARKS["written"]
    return [_remark(rng, items, row) if rng.random() < share else Remark() for row in ratings]


def _remark(rng: np.random.Generator, items: list[str], ratings: np.ndarray[Any, Any]) -> Remark:
    blurred = ratings + rng.normal(0, 0.3, len(ratings))
    kind, shares = rng.random(), model.REMARKS
    if kind < shares["general"] or np.isnan(ratings).all():
        sentence = str(rng.choice(word_lists.GENERAL))
        return Remark(sentence, general=sentence)
    if kind < shares["general"] + shares["praise"]:
        item = items[int(np.nanargmax(blurred))]
        return Remark(str(rng.choice(word_lists.PRAISE)).format(item=item), item, "praise")
    item = items[int(np.nanargmin(blurred))]
    sentence = blame(rng, item)
    general = str(rng.choice(word_lists.GENERAL)) if kind > 1 - shares["blame_and_general"] else ""
    return Remark(sentence + general, item, "blame", general)


def blame(rng: np.random.Generator, item: str) -> str:
    """What is wrong with an item."""
    sentence = str(rng.choice(word_lists.BLAME))
    return sentence.format(item=item, reason=str(rng.choice(word_lists.REASONS[item])))


def complaints(edition: Edition) -> pd.DataFrame:
    """One row per complaint: mostly one an exhibitor, a few came twice."""
    rng = stream("complaints", edition.number)
    places = np.flatnonzero(edition.stands["complained"])
    twice = places[rng.random(len(places)) < 0.08]
    rows = [
        _complaint(rng, edition, int(place)) for place in np.sort(np.concatenate([places, twice]))
    ]
    return pd.DataFrame(rows).sort_values("received", kind="stable", ignore_index=True)


def _complaint(rng: np.random.Generator, edition: Edition, place: int) -> dict[str, Any]:
    keys = [dimension.key for dimension in DIMENSIONS]
    means = np.array([dimension.means[edition.number - 1] for dimension in DIMENSIONS])
    gaps = np.nan_to_num(edition.scores[place] - means)
    leaning = np.array([-0.8 * gaps[keys.index(key)] for _, key in word_lists.COMPLAINT_TOPICS])
    item, key = word_lists.COMPLAINT_TOPICS[int(np.argmax(leaning + rng.gumbel(size=len(leaning))))]
    topic = next(dimension.zh for dimension in DIMENSIONS if dimension.key == key)
    received = opening(edition.number) + dt.timedelta(days=int(rng.integers(-6, DAYS + 8)))
    days = int(rng.exponential(9 + 0.8 * (8 - edition.number))) if rng.random() < 0.88 else None
    status = "处理中" if days is None else str(rng.choice(word_lists.STATUSES[::2], p=(0.93, 0.07)))
    return {
        "row": edition.stands["row"].iloc[place],
        "topic": topic,
        "channel": str(rng.choice(word_lists.CHANNELS)),
        "received": received,
        "resolved": None if days is None else received + dt.timedelta(days=days),
        "status": status,
        "text": blame(rng, item),
    }
