"""A log of contacts with firms: one line, one contact; persons stay with their firm."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from analytics.intake.convert.exhibitor_keys import exhibitor_keys
from analytics.intake.convert.field_values import field_values
from analytics.intake.convert.register_rows import Tables, without_repeats
from analytics.intake.convert.value_columns import Rows, is_blank
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known

CONTACT_FIELDS = (
    "contacted_on",
    "contacted_by",
    "channel",
    "person",
    "role",
    "phone",
    "email",
    "subject",
    "next_step",
    "next_on",
)


def contacts(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    """Lines that name no firm are left out; a firm that no register has stays by its name."""
    without_repeats(rows, mapping)
    keys, _, name = exhibitor_keys(rows, mapping)
    rows.leave_out(np.flatnonzero(is_blank(keys)), "no_exhibitor")
    columns = {key: field_values(rows, mapping, key) for key in CONTACT_FIELDS}
    head = {
        "fair_id": pa.repeat(pa.scalar(mapping.fair_id), len(rows.sheet)),
        "exhibitor_key": keys,
        "exhibitor_name": name,
    }
    return {"contact_rows": rows.only_kept(head | columns)}
