"""Store + study + filters + options -> answer. Where the filters ask for weights, they are found
here, once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from analytics.errors import UnknownChoice
from analytics.filters import Filters, Options
from analytics.store import Reader, Store
from analytics.study import Study
from analytics.weighting import Weighed, read_own_weights, read_weights


def ask(store: Store, study: Study, filters: Filters, options: Options = ()) -> Any:
    """The study's frozen answer; `Weighed` where weights were asked for, or a file brings its own,
    whether the study honours them or not.

    Raises a Fault where the data cannot bear one, or a filter names what is not there.
    """
    with store.reader() as reader:
        check(reader, filters)
        own = read_own_weights(reader, filters)
        used = own if study.weighs and not filters.unweighted else None
        within = replace(filters, weighted=False, unweighted=False, own=used)
        weights = read_weights(reader, within) if filters.weighted and study.weighs else None
        answer = study.analyse(reader, replace(within, weights=weights), study.chosen(options))
    if not filters.weighted and own is None:
        return answer
    return Weighed(
        filters.editions,
        answer,
        weights,
        study.unweighted,
        study.not_weighted,
        own,
        used,
        study.weighs,
    )


def check(reader: Reader, filters: Filters) -> None:
    """Refuse filters that name an unknown fair or edition: an empty chart would look like an
    answer.
    """
    rows = reader.rows("select edition_id from editions where fair_id = $fair", fair=filters.fair)
    known = tuple(row["edition_id"] for row in rows)
    fairs = tuple(
        row["fair_id"] for row in reader.rows("select fair_id from fairs order by fair_id")
    )
    if filters.fair not in fairs:
        raise UnknownChoice("fair", filters.fair, fairs)
    for edition in filters.editions:
        if edition not in known:
            raise UnknownChoice("edition", edition, known)
