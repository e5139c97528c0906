"""A study's own dials: in the address, on the page, and turned by a click on a figure."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from analytics.store import Store
from analytics.wording import speaker
from tests.ui.conftest import words_on
from tests.ui.lone_study import QUICK, SCALE, figures, page
from ui.frame import figure_card, option_dials, study_page

pytestmark = pytest.mark.usefixtures("lone_page")


def test_a_dial_is_as_wide_as_its_longest_choice_within_bounds() -> None:
    short, long, endless = (
        [(SCALE, {"a": name})] for name in ("yes", "Profile and satisfaction", "x" * 99)
    )
    assert [option_dials._width(named) for named in (short, long, endless)] == [185, 212, 285]


def test_a_dial_changes_answer_and_address(store: Store) -> None:
    at = page("QUICK").run()
    at.selectbox(key="quick.scale").set_value("hundred").run()
    assert "24 on hundred" in words_on(at)
    assert at.query_params["quick.scale"] == "hundred"


def test_a_link_sets_the_dial(store: Store) -> None:
    at = page("QUICK")
    at.query_params["quick.scale"] = "hundred"
    assert "24 on hundred" in words_on(at.run())


def test_a_click_turns_the_dial_a_figure_leads_to(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clicks: list[Any] = []
    monkeypatch.setattr(
        figure_card, "show", lambda figure, say, *, clicked, **_: clicks.append(clicked)
    )
    leading, other = (
        replace(figures(SimpleNamespace(n=1, scale=""), speaker("en"))[0], drill=to)
        for to in ("scale", "x")
    )
    study_page.show(leading, QUICK, speaker("en"))
    study_page.show(other, QUICK, speaker("en"))
    assert clicks[0].args == (QUICK, "scale")
    assert clicks[1] is None
