"""A case's register in a store of its own, so that the product's own SQL reads it."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from analytics.customers.measures import Measures, read_measures
from analytics.filters import Filters
from analytics.store import Store
from tests import fairs


def edition_order(labels: Sequence[object]) -> list[object]:
    """Editions in time: numbers by size, words by their letters."""

    def place(label: object) -> tuple[float, str]:
        try:
            return float(str(label)), ""
        except ValueError:
            return float("inf"), str(label)

    return sorted(set(labels), key=place)


@contextmanager
def register(rows: pd.DataFrame, held: dict[object, bool]) -> Iterator[Store]:
    """`rows`: who, edition, money; `held` names every edition, in time."""
    numbers = {label: number for number, label in enumerate(held, start=1)}
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        fairs.load(
            store,
            "editions",
            edition_rows=fairs.editions(list(numbers.values()), held=list(held.values())),
        )
        firms = list(dict.fromkeys(rows["who"]))
        fairs.load(
            store,
            "participations",
            exhibitor_rows=[
                {"fair_id": "f", "line": line, "code": firm, "name": firm, "name_key": firm}
                for line, firm in enumerate(firms)
            ],
            participation_rows=[
                {
                    "edition_id": f"f-{numbers[edition]}",
                    "line": line,
                    "exhibitor_key": f"c:{firm}",
                    "turnover": None if money != money else float(money),
                }
                for line, (firm, edition, money) in enumerate(
                    rows[["who", "edition", "money"]].itertuples(index=False)
                )
            ],
        )
        yield store


def measures_at(store: Store, place: int | None = None) -> Measures:
    """Measures at the edition of that number (the last one without)."""
    editions = (f"f-{place}",) if place else ()
    with store.reader() as reader:
        return read_measures(
            reader, Filters("f", editions=editions), "turnover", least_exhibitors=1
        )


def codes(table: pd.DataFrame) -> pd.Series:
    """Exhibitors as the case calls them."""
    return table["exhibitor_id"].str.removeprefix("c:")
