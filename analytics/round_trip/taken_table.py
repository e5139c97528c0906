"""A register as a file to edit: a key in front, a check at the end, the fields between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analytics import clock
from analytics.round_trip.check_cell import write_check
from analytics.round_trip.tables import CHECK, KEY, TripTable
from analytics.store import Reader
from analytics.study import statement
from analytics.wording import Say

if TYPE_CHECKING:
    import pandas as pd

Ending = Literal["xlsx", "csv"]
Row = dict[str, str | None]


def stored_rows(reader: Reader, fair: str, table: TripTable) -> list[Row]:
    """The register as it stands: key and fields, as text."""
    return reader.rows(statement(__package__, table.key), fair=fair)


def taken_table(reader: Reader, fair: str, table: TripTable, say: Say) -> pd.DataFrame:
    """The register with its key and check columns, headed and worded in one language."""
    import pandas as pd

    rows = []
    for row in stored_rows(reader, fair, table):
        shown = {
            say(field.label): _shown(row[field.key], field.names, say) for field in table.fields
        }
        values = [row[field.key] for field in table.open_fields]
        check = write_check(clock.today(), fair, str(row["key"]), values)
        rows.append({say(KEY): row["key"], **shown, say(CHECK): check})
    heads = [say(KEY), *(say(field.label) for field in table.fields), say(CHECK)]
    return pd.DataFrame(rows, columns=heads, dtype=object)


def _shown(value: str | None, names: dict[str, str], say: Say) -> str | None:
    return say(names[value]) if value in names else value


def file_bytes(reader: Reader, fair: str, table: TripTable, ending: Ending, say: Say) -> bytes:
    """The register as a workbook, with a sheet that says how it comes back, or as CSV."""
    import pandas as pd

    from analytics.sheets import csv_bytes, xlsx_bytes

    register = taken_table(reader, fair, table, say)
    if ending == "csv":
        return csv_bytes(register)
    rules = pd.DataFrame({say("How this file comes back"): _rules(say)})
    return xlsx_bytes({say(table.label): register, say("About"): rules})


def _rules(say: Say) -> list[str]:
    return [
        say("Change, empty or fill cells, add rows below; order and columns may be moved."),
        say("The key says which row it is, the check what it held. Leave both as they are."),
        say("A new row has no key. A row that is deleted here stays in the register."),
        say("Nothing changes until you have looked at the changes, row by row."),
    ]
