"""Words of a column that a spreadsheet turned into days or numbers: no answers, each is named."""

from __future__ import annotations

from functools import partial

import numpy as np

from analytics.intake.cells.spreadsheet_damage import turned_into_days, turned_into_numbers
from analytics.intake.convert.value_columns import Rows, codes


def lost_words(rows: Rows, name: str, *, is_stand: bool = False) -> frozenset[str]:
    """The texts of a column that are no words any more, with a remark for each line."""
    column = rows.sheet.column(name)
    texts = column.dictionary.to_pylist()
    lost: frozenset[str] = frozenset()
    days = partial(turned_into_days, is_stand=is_stand)
    ways = (("turned_into_day", days), ("turned_into_number", turned_into_numbers))
    for reason, finds in ways:
        damaged = finds(texts)
        places = [place for place, text in enumerate(texts) if text in damaged]
        for row in np.flatnonzero(np.isin(codes(column), places)).tolist():
            rows.remarks.add(
                reason, line=int(rows.lines[row]), column=name, value=column[row].as_py()
            )
        lost |= damaged
    return lost
