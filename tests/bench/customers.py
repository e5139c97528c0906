"""The promise about studies of customers: quick, or near a bare grouping of the same cells, and
small.

A study keeps it with at most `COLD` seconds the first time in a fresh process or `TIMES` what
DuckDB takes merely to group the same participations and answers by exhibitor and edition, and with
at most `MORE` MB above what the process held before it was asked. BG/BB may take `COLD_OF_FIT`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from analytics.catalogue import STUDIES

KEYS = tuple(study.key for study in STUDIES if study.section == "know") + ("priorities",)
COLD, COLD_OF_FIT, TIMES, MORE = 3.0, 5.0, 2.0, 250.0
FITTED = "lifetime_value"
GROUPING = """
with stays as (
    select
        exhibitor_id, edition_id,
        max(booth_area_sqm) as area, sum(fee) as fee, sum(turnover) as turnover
    from participations
    group by exhibitor_id, edition_id
),
answers as (
    select
        exhibitor_id, edition_id,
        avg(overall) as overall, avg(intention) as intention, avg(recommend) as recommend
    from responses
    group by exhibitor_id, edition_id
)
select
    count(*) as cells, count(distinct exhibitor_id) as exhibitors,
    sum(area), sum(fee), sum(turnover), sum(overall), sum(intention), sum(recommend)
from stays
left join answers using (exhibitor_id, edition_id)
"""


def verdict(key: str, row: Mapping[str, Any], bare: Mapping[str, Any]) -> str:
    """How long a study took, what it held, the grouping beside it, and whether it keeps the
    promise.
    """
    limit = COLD_OF_FIT if key == FITTED else COLD
    is_quick = row["first"] <= max(limit, TIMES * bare["first"])
    is_small = row["peak"] - row["held"] <= MORE
    return (
        f"{key:<24}{row['first']:>9.2f}{row['work']:>9.2f}{bare['first']:>9.2f}{bare['work']:>9.2f}"
        f"{row['peak'] - row['held']:>+9.0f}{bare['peak'] - bare['held']:>+9.0f}"
        f"  {'pass' if is_quick and is_small else 'FAIL'}"
        + ("" if is_quick else " (slow)")
        + ("" if is_small else " (large)")
    )


def heading(responses: object, bare: Mapping[str, Any]) -> str:
    """What was asked, the rule and the names of the columns."""
    cells = json.loads(bare["cells"])
    return (
        f"customers at {responses:,} responses, {cells['exhibitors']:,} exhibitors and"
        f" {cells['cells']:,} participations (promised: cold in {COLD:.0f} s, {FITTED}"
        f" {COLD_OF_FIT:.0f} s, or {TIMES:.0f} × the bare grouping; at most +{MORE:.0f} MB)\n"
        f"{'study':<24}{'cold s':>9}{'CPU s':>9}{'bare s':>9}{'CPU s':>9}{'MB':>9}{'bare MB':>9}"
    )
