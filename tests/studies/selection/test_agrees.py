"""What is chosen by one rule is as many as the rule's own page counts."""

from __future__ import annotations

from typing import Any

import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.filters import Filters
from analytics.store import Store
from tests.in_process import without_child

FAIR = Filters("demo")
CLASSES = {
    "abc": ("A", "B", "C"),
    "lifecycle": ("nurture", "confirm", "trust", "weakening", "gone", "unknown"),
    "rfm": ("core", "regular", "occasional", "new", "slipping", "lapsed"),
    "value_matrix": ("valued", "secondary", "promising", "low"),
}
DIALS = {"lifecycle": "stage", "value_matrix": "value"}


def of_page(store: Store, key: str) -> Any:
    return ask(store, study(key), FAIR)


def chosen(store: Store, **options: str) -> Any:
    return ask(store, study("selection"), FAIR, tuple(options.items()))


@pytest.mark.parametrize("key", CLASSES)
def test_every_class_is_as_large_as_on_its_page(key: str, demo: Store) -> None:
    sizes = of_page(demo, key).classed.sizes["n"].tolist()
    dial = DIALS.get(key, key)
    largest = max(range(len(sizes)), key=sizes.__getitem__)
    answer = chosen(demo, **{dial: CLASSES[key][largest]})
    assert answer.n == sizes[largest]
    counted = answer.classes[answer.classes["criterion"] == dial]
    assert counted["all"].tolist()[: len(sizes)] == sizes


def test_risk_has_as_many_in_each_band_as_its_page(demo: Store) -> None:
    with without_child():
        bands = of_page(demo, "churn").bands["n"].astype(int).tolist()
        answer = chosen(demo, risk="from40")
    assert answer.n == sum(bands[2:])
    counted = answer.classes[answer.classes["criterion"] == "risk"]
    assert counted["all"].tolist()[:5] == bands


def test_both_dials_leave_those_who_are_in_both_classes(demo: Store) -> None:
    key_accounts = set(chosen(demo, abc="A").ids)
    trusting = set(chosen(demo, stage="trust").ids)
    assert set(chosen(demo, abc="A", stage="trust").ids) == key_accounts & trusting != set()
