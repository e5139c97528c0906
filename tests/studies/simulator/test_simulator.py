"""What follows from a change, on inputs that can be checked by head."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.errors import NotEnough
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.simulator.compute import Levers, simulate
from analytics.studies.simulator.compute_inputs import Inputs, Part
from analytics.wording import Name, speaker
from analytics.worth_settings import Margin
from tests.customers import registers

SIMULATOR, FAIR = study("simulator"), Filters("f")
FIVE = Levers(0.05, "points", 0.0, 0.0, 0.0, 5)


def inputs(rate: float = 0.84) -> Inputs:
    stayed = round(1000 * rate)
    return Inputs(
        edition=Name("第2届", "Edition 2"),
        here=1000,
        before=1000,
        stayed=stayed,
        steps=1,
        retention=Part(rate, rate - 0.02, rate + 0.02),
        new=Part(160.0, 150.0, 170.0),
        money=Part(100.0, 95.0, 105.0),
        margin=Part(0.8, 0.7, 0.9),
        discount=Part(0.12, 0.07, 0.17),
        slope=Part(0.1, 0.05, 0.15),
        answers=500,
        has_money=True,
        kind="fee",
        currency="CNY",
        source=Margin(0.8, "set"),
    )


def test_the_printed_example_is_three_answers():
    changes = [each.value_change for each in simulate(inputs(), FIVE).readings.values()]
    assert changes == pytest.approx([0.290, 0.235, 0.039], abs=0.0005)


def test_exhibitors_of_the_next_edition_are_those_who_stay_and_those_who_come():
    answer = simulate(inputs(), FIVE)
    assert answer.today.exhibitors[0, 0] == pytest.approx(840 + 160)
    assert answer.changed.exhibitors[0, 0] == pytest.approx(890 + 160)
    assert answer.changed.turnover[0, 0] == pytest.approx(105_000)
    assert answer.changed.profit[0, 0] == pytest.approx(84_000)


def test_a_price_counts_in_full_and_pays_until_retention_falls():
    answer = simulate(inputs(), replace(FIVE, change=0.0, price=0.1))
    assert answer.changed.profit[0, 0] == pytest.approx(1000 * 100 * 0.9)
    assert 0 < answer.break_even["retention"] < 0.84


def test_a_rate_above_one_is_no_answer_and_the_other_readings_stay():
    answer = simulate(inputs(0.97), FIVE)
    assert isnan(answer.rate)
    assert isnan(answer.changed.profit[0, 0])
    assert isnan(answer.readings["points"].value)
    assert answer.readings["fewer_leave"].value_change > 0
    figures = SIMULATOR.figures(answer, speaker("en"))
    assert [figure.key for figure in figures] == ["overview", "break_even", "printed"]
    assert "no such" in figures[0].finding


def test_satisfaction_adds_what_it_goes_with():
    answer = simulate(inputs(), replace(FIVE, change=0.0, satisfaction=0.5))
    assert answer.rate == pytest.approx(0.84 + 0.05)
    assert "No cause is proved" in SIMULATOR.figures(answer, speaker("en"))[0].notes[0]


def test_bands_hold_their_middle_and_what_is_widest_stands_first():
    answer = simulate(inputs(), FIVE)
    value, low, high = answer.gain
    assert low < value < high
    widths = (answer.tornado["high"] - answer.tornado["low"]).tolist()
    assert widths == sorted(widths, reverse=True)


def test_without_money_exhibitors_are_counted(store: Store):
    registers.load(store, {f"x{n}": "111" if n % 3 else "101" for n in range(12)})
    answer = ask(store, SIMULATOR, FAIR)
    assert not answer.inputs.has_money
    assert answer.inputs.retention.value == 1.0
    assert not answer.is_possible
    assert SIMULATOR.figures(answer, speaker("zh"))


def test_one_edition_has_nobody_who_stayed(store: Store):
    registers.load(store, {f"x{n}": "1" for n in range(12)})
    with pytest.raises(NotEnough):
        ask(store, SIMULATOR, FAIR)
