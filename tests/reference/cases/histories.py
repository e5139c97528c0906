"""Who came to which held edition: tables of participations, with or without a list of editions."""

import numpy as np
import pandas as pd

from analytics.stats.arrays import BoolArray
from tests.reference.case import Case
from tests.reference.cases.retention import CAME, WHEN, WHO
from tests.reference.columns import named

HELD = r"(is_|was_)?(held|took_place|happened)"


def attended(case: Case) -> BoolArray | None:
    """Firms × held editions, oldest first; None where the input is no table of participations."""
    table = case.table()
    when = named(table, WHEN)
    who = named(table, WHO, but=[when] if when else [])
    if when is None or who is None:
        return None
    came = named(table, CAME, but=[when, who])
    rows = table[pd.to_numeric(table[came]) > 0] if came else table
    rows = rows.dropna(subset=[who, when])
    held = editions_held(case)
    present = pd.crosstab(rows[who], rows[when]) > 0
    present = present.reindex(columns=held or sorted(present.columns), fill_value=False)
    return present[present.any(axis=1)].to_numpy()


def editions_held(case: Case) -> list:
    """From editions.csv or the settings; empty where neither says."""
    path = case.folder / "editions.csv"
    if not path.is_file():
        return sorted(case.setting("editions_held") or case.setting("held_editions") or [])
    table = case.table("editions.csv")
    when, held = named(table, WHEN) or str(table.columns[0]), named(table, HELD)
    is_held = table[held].map(_is_yes) if held else np.ones(len(table), dtype=bool)
    return sorted(table.loc[is_held, when].tolist())


def _is_yes(value: object) -> bool:
    return str(value).strip().lower() in ("1", "1.0", "true", "yes", "y", "t", "held", "是")
