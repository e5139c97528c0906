"""A first file that holds little, or much: every study answers what it can, or says what would."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES, invited
from analytics.errors import Fault
from analytics.fairs import choices, loaded_kinds
from analytics.filters import Filters
from analytics.headless_answer import open_to_read
from analytics.key_numbers.row import of_store
from analytics.remedies import invitation
from analytics.store import Store
from analytics.weighting import figures_of
from analytics.wording import LANGUAGES, speaker
from tests import headline_measure
from tests.headlines import take_in
from tests.in_process import without_child

Lines = list[list[Any]]


def lines_of(heads: list[str], answer: Callable[[random.Random, int], list[Any]]) -> Lines:
    """Sixty respondents."""
    chance = random.Random(11)
    return [["No.", *heads], *([n + 1, *answer(chance, n)] for n in range(60))]


def rating(chance: random.Random) -> int:
    return chance.choice([2, 3, 3, 4, 4, 5])


OVERALL = "Overall satisfaction (1-5, 5 = best)"
EIGHTY = [f"Satisfaction with service {n} (1-5, 5 = best)" for n in range(80)]
POOR: dict[str, Lines] = {
    "one question": lines_of([OVERALL], lambda chance, n: [rating(chance)]),
    "only texts": lines_of(
        ["Submitted at", "Q1. What did you like about the fair?", "Q2. What should we change?"],
        lambda chance, n: [
            f"2024-10-12 10:{n:02}",
            f"The hall was fine, visit {n}",
            f"More signs at gate {n % 9}",
        ],
    ),
    "two ratings": lines_of(
        ["Satisfaction with catering (1-5, 5 = best)", OVERALL],
        lambda chance, n: [rating(chance), rating(chance)],
    ),
    "eighty ratings": lines_of(
        [*EIGHTY, OVERALL], lambda chance, n: [rating(chance) for _ in range(81)]
    ),
    "everybody gave 5": lines_of([*EIGHTY[:6], OVERALL], lambda chance, n: [5] * 7),
}


@pytest.fixture(scope="module", params=POOR)
def poor(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Store, Filters]]:
    """A store whose only file is this survey."""
    folder: Path = tmp_path_factory.mktemp("poor")
    file = folder / "Exhibitor survey 2024.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as text:
        csv.writer(text).writerows(POOR[request.param])
    take_in(file, folder / "data")
    with pytest.MonkeyPatch.context() as patch, without_child():
        patch.setenv("EXPOLENS_DATA", str(folder / "data"))
        with open_to_read(speaker("en")) as (store, _):
            fair = store.default_fair()
            audiences = choices(store, fair, "exhibitor").audiences or ("exhibitor",)
            yield request.param, store, Filters(fair, audience=audiences[0])


def test_every_study_answers_or_says_what_would_without_a_filter_to_remove(poor: Any) -> None:
    name, store, filters = poor
    loaded, answered = loaded_kinds(store, filters.fair), []
    for study in STUDIES:
        try:
            answer = ask(store, study, filters)
        except Fault as fault:
            for language in LANGUAGES:
                line = invitation(invited(study, loaded), fault, speaker(language))
                assert "filter" not in line, (study.key, line)
                assert "筛选" not in line, (study.key, line)
            continue
        answered.append(study.key)
        for language in LANGUAGES:
            for figure in figures_of(study, answer, speaker(language)):
                assert headline_measure.faults(figure.title, language) == [], figure.title
    assert ("satisfaction" in answered) == (name != "only texts")


def test_the_key_numbers_are_those_that_were_asked(poor: Any) -> None:
    name, store, filters = poor
    keys = {number.key for number in of_store(store, filters, speaker("en"))}
    assert keys == (set() if name == "only texts" else {"satisfied", "overall"})
