"""What goes with leaving: odds ratios of the model of all closed editions."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.base_line import base_line
from analytics.figures.families import family
from analytics.figures.sentences import notes, sentences
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.churn import COEFFICIENTS
from analytics.studies.churn.figures_wording import column_name, span, study_notes

if TYPE_CHECKING:
    from analytics.studies.churn.compute import Churn
    from analytics.wording import Say

MOST_NAMED = 3


def terms(answer: Churn, say: Say) -> Figure:
    """Times the odds of staying away, the other terms held equal."""
    table = _table(answer, say)
    table_columns = (
        Column("label", say("Term")),
        Column("value", say("Odds ratio"), "number", 2),
        *columns.interval(say, "number", 2),
        Column("coefficients", say("Coefficient (log-odds)"), "number", 3),
        Column("se", say("Standard error"), "number", 3),
        Column("p", "p", "p"),
        Column("p_holm", say("p after Holm"), "p"),
    )
    rows, away = answer.learnt
    line = base_line(
        say(
            "n = {n} participations, {away} not followed by the next",
            n=say.number(rows),
            away=say.number(away),
        ),
        span(answer, len(answer.editions) - 1, say),
    )
    form = Bars(
        "number",
        say("Times the odds of staying away"),
        has_interval=True,
        is_dots=True,
        reference=1,
    )
    return Figure(
        "terms",
        _finding(answer, table, say),
        line,
        form,
        table,
        table_columns,
        COEFFICIENTS,
        notes=notes(*_notes(table, say), *study_notes(answer, say)),
        is_established=bool((table["p_holm"] < LEVEL_OF_P).any()),
        families=family(say("Terms of the model"), table["p_holm"]),
    )


def _table(answer: Churn, say: Say) -> pd.DataFrame:
    coefficients = answer.coefficients
    return coefficients.assign(
        key=coefficients["column"],
        label=[column_name(answer, str(column), say) for column in coefficients["column"]],
        rank=range(len(coefficients)),
        value=np.exp(coefficients["coefficients"].astype(float)),
        low=np.exp(coefficients["low"].astype(float)),
        high=np.exp(coefficients["high"].astype(float)),
        is_faint=~(coefficients["p_holm"].astype(float) < LEVEL_OF_P),
    )


def _finding(answer: Churn, table: pd.DataFrame, say: Say) -> str:
    clear = table[table["p_holm"] < LEVEL_OF_P]
    if not len(clear):
        return say(
            "No term is established to go with staying away (family of {n} tests, Holm).",
            n=len(table),
        )
    weights = (clear["coefficients"] / clear["se"]).abs()
    strongest = clear.reindex(weights.sort_values(ascending=False).index)
    phrases = [_phrase(row, say) for row in strongest.head(MOST_NAMED).to_dict("records")]
    text = say(
        "Other terms held equal, the odds of staying away change by: {terms}.",
        terms=("；" if say.language == "zh" else "; ").join(phrases),
    )
    counted = say("{clear} of {n} terms are established (Holm).", clear=len(clear), n=len(table))
    return sentences(say, text, counted)


def _phrase(row: dict[Any, Any], say: Say) -> str:
    times, low, high = (say.ratio(float(row[name])) for name in ("value", "low", "high"))
    return say(
        "{term} × {times} ({low} to {high})", term=row["label"], times=times, low=low, high=high
    )


def _notes(table: pd.DataFrame, say: Say) -> tuple[str, str]:
    lost = [
        str(row["label"]) for row in table.to_dict("records") if isnan(float(row["coefficients"]))
    ]
    pale = say(
        "Pale: not established. What goes with leaving is no cause of it; raising it need not"
        " keep anybody."
    )
    indistinct = say(
        "Not to be told apart from other terms, or without a single case to the contrary: {terms}.",
        terms=say.listed(lost),
    )
    return pale, indistinct if lost else ""
