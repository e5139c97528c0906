"""The heavy part, in a child process: learn on closed editions, test each on the next, look ahead
from the last.

Method: logit of staying away, by Newton's method over parts of the rows (`stats.streamed_logit`);
every edition is foretold by a model that saw earlier ones only; the last model, of all closed
editions, is applied to those here now. Terms are taken in while 10 departures (or returns,
whichever are fewer) stand behind each column. Assumption: what drove departures will drive the
next; given what is known, editions of one exhibitor are independent. Source: Allison 1982; Singer &
Willett 1993; Brier 1950; DeLong et al. 1988; Peduzzi et al. 1996 for 10 per column.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from analytics.customers.risk.ahead import look_ahead
from analytics.customers.risk.periods import Periods
from analytics.customers.risk.terms import TERMS, columns_of, design
from analytics.stats.arrays import FloatArray
from analytics.stats.calibration import Calibration, calibration
from analytics.stats.logit import Logit, predict
from analytics.stats.streamed_logit import streamed_logit
from analytics.wording import phrase

EVENTS_PER_COLUMN = 10
EVENTS_NEEDED = 30
STEPS = (
    phrase("Learning from closed editions"),
    phrase("Testing on the next edition"),
    phrase("Looking ahead"),
)

Report = Callable[[float, str], None]


@dataclass(frozen=True, eq=False)
class Model:
    """Which columns of the person-periods it takes, and how they are made."""

    periods: Periods
    columns: tuple[str, ...]
    steps: int
    usual_area: float

    def fit(self, last: int, start: FloatArray | None = None) -> Logit:
        """Learnt on the editions up to a place."""

        def parts() -> Any:
            for part in self.periods.between(1, last):
                yield self.design(part), part[:, 1]

        return streamed_logit(parts, len(self.columns), start)

    def design(self, part: FloatArray) -> FloatArray:
        return design(part, self.columns, self.steps, self.usual_area)


def solve(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Reads the files that `periods.write` left. `values`: last (place), steps, industries
    (how many).
    """
    last, steps = values["last"], values["steps"]
    report(0.05, STEPS[0])
    periods = Periods(folder)
    usual_area = periods.usual_area(last - 2)
    columns, left_out = _columns(periods, last - 2, values["industries"], steps, usual_area)
    answer: dict[str, Any] = {
        "left_out": left_out,
        "columns": list(columns),
        "learnt": periods.count(1, last - 1),
    }
    if not columns:
        return answer | {"tests": [], "bins": [], "coefficients": [], "ahead": None}
    model = Model(periods, columns, steps, usual_area)
    tests, bins, start = _tests(model, last, report)
    final = model.fit(last - 1, start)
    report(0.9, STEPS[2])
    names = ("coefficients", "se", "low", "high", "p")
    by_column = zip(*(getattr(final, name).tolist() for name in names), strict=True)
    coefficients = [dict(zip(names, row, strict=True)) for row in by_column]
    return answer | {
        "tests": tests,
        "bins": bins,
        "coefficients": coefficients[1:],
        "is_separated": final.is_separated,
        "ahead": look_ahead(periods, last, final.raw, columns, model.design, folder),
    }


def _columns(
    periods: Periods, last: int, industries: int, steps: int, usual_area: float
) -> tuple[tuple[str, ...], list[str]]:
    """The columns that vary and that the departures up to a place can bear, and the terms left out
    for being too many.
    """
    n, away = periods.count(1, last)
    rarer, columns, left_out = min(away, n - away), tuple[str, ...](), list[str]()
    for term in TERMS:
        names = columns_of(term, industries)
        spread = periods.spread(last, names, steps, usual_area) if names else np.zeros(0)
        varying = tuple(
            name for name, deviation in zip(names, spread.tolist(), strict=True) if deviation > 1e-9
        )
        if not varying:
            continue
        if rarer >= max(EVENTS_NEEDED, EVENTS_PER_COLUMN * (len(columns) + len(varying))):
            columns = (*columns, *varying)
        else:
            left_out.append(term.key)
    return columns, left_out


def _tests(
    model: Model, last: int, report: Report
) -> tuple[list[dict[str, Any]], list[Any], FloatArray | None]:
    """Every closed edition that enough departures came before, foretold by those before it; bins of
    the last.
    """
    tests, bins, start = list[dict[str, Any]](), list[Any](), None
    for place in range(2, last):
        n, away = model.periods.count(1, place - 1)
        if min(away, n - away) < EVENTS_PER_COLUMN * len(model.columns):
            continue
        fit = model.fit(place - 1, start)
        start = fit.raw
        test = _calibration(model, fit, place, away / n)
        tests.append(_test_row(test, place, n, away / n))
        bins = [{"predicted": bin_.mean_predicted, **asdict(bin_.observed)} for bin_ in test.bins]
        report(0.1 + 0.8 * place / last, STEPS[1])
    return tests, bins, start


def _calibration(model: Model, fit: Logit, place: int, rate: float) -> Calibration:
    pairs = [
        (predict(fit, model.design(part)), part[:, 1])
        for part in model.periods.between(place, place)
    ]
    p, y = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return calibration(p, y, base_rate=rate)


def _test_row(calibration: Calibration, place: int, learnt: int, rate: float) -> dict[str, Any]:
    return {
        "place": place,
        "n": calibration.n,
        "away": calibration.events,
        "learnt": learnt,
        "rate": rate,
        "auc": calibration.auc.auc,
        "auc_low": calibration.auc.low,
        "auc_high": calibration.auc.high,
        "brier": calibration.brier,
        "brier_of_rate": calibration.brier_of_base_rate,
        "gain": calibration.brier_gain.difference,
        "gain_low": calibration.brier_gain.low,
        "gain_high": calibration.brier_gain.high,
        "skill": calibration.brier_skill,
        "slope": calibration.slope,
        "z": calibration.spiegelhalter_z,
        "observed_to_expected": calibration.observed_to_expected,
    }
