"""Which exhibitor a row names: by its code where that can be trusted, else by its folded name."""

from __future__ import annotations

import re

import pyarrow as pa

from analytics.intake.cells.text_keys import name_key, name_keys
from analytics.intake.convert.exhibitor_codes import sound_codes
from analytics.intake.convert.field_values import field_values
from analytics.intake.convert.value_columns import Rows
from analytics.intake.mapping.column_use import Mapping

SEPARATORS, BETWEEN = re.compile("[;；、|｜\n]"), "|"


def exhibitor_keys(
    rows: Rows, mapping: Mapping, edition: pa.Array | None = None
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """(key, code, name) of each row: 'c:' and the code, else 'n:' and the folded name, null where
    the row names nobody.
    """
    code, name = field_values(rows, mapping, "code"), field_values(rows, mapping, "name")
    if use := mapping.field_column("code"):
        code = sound_codes(rows, use.column, code, name, edition)
    names = folded(name)
    pairs = zip(code.to_pylist(), names.to_pylist(), strict=True)
    return pa.array([_key(*pair) for pair in pairs], pa.string()), code, name


def _key(code: str | None, folded_name: str | None) -> str | None:
    if code:
        return f"c:{code}"
    return f"n:{folded_name}" if folded_name else None


def folded(names: pa.Array) -> pa.Array:
    """The names as they are compared; null where nothing of one is left."""
    encoded = names.dictionary_encode()
    keys = pa.array([key or None for key in name_keys(encoded.dictionary.to_pylist())], pa.string())
    return keys.take(encoded.indices)


def several_folded(names: pa.Array) -> pa.Array:
    """The names that each cell lists, folded and parted by BETWEEN; a slash is none, for it stands
    inside names (A/S).
    """
    several = []
    for cell in names.to_pylist():
        keys = (name_key(name) for name in SEPARATORS.split(cell or ""))
        several.append(BETWEEN.join(filter(None, keys)) or None)
    return pa.array(several, pa.string())
