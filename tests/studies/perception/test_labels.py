"""What answers and axes are called on the map."""

from __future__ import annotations

import pytest

from analytics.store import Store
from analytics.studies.perception import figures_wording
from tests.studies.perception.fair import answer_of, by_key, load, people

pytestmark = pytest.mark.usefixtures("in_process")


def test_a_bare_code_stands_with_its_question_on_the_map_and_in_the_groups(store: Store):
    codes = {"south": "1", "north": "2"}
    load(store, [row | {"region": codes[row["region"]]} for row in people(300)])
    figures = by_key(answer_of(store, ("k", "2")))
    labels = {*figures["map"].data["label"], *figures["axes"].data["label"]}
    assert {"Region: 1", "Region: 2"} <= labels
    assert not {"1", "2"} & labels
    assert not {"1", "2"} & set(figures["traits"].data["row"])
    for about in figures["groups"].data["about"]:
        assert not {"1", "2"} & set(about.split(" · "))


def test_an_axis_of_questions_in_another_language_is_not_left_without_words(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    load(store, people(300))
    answer = answer_of(store)
    monkeypatch.setattr(figures_wording, "is_readable", lambda text, say: False)
    figure = by_key(answer)["map"]
    assert "goes with several questions." in figure.finding
    assert figure.form.x_axis.endswith(": several questions")
