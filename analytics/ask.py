"""Store + study + filters + options -> answer."""

from __future__ import annotations

from typing import Any

from analytics.errors import UnknownChoice
from analytics.store import Reader, Store
from analytics.study import Filters, Options, Study


def ask(store: Store, study: Study, filters: Filters, options: Options = ()) -> Any:
    """The study's frozen answer. Raises a Fault where the data cannot bear one, or a filter names what is not there."""
    with store.reader() as reader:
        check(reader, filters)
        return study.analyse(reader, filters, study.chosen(options))


def check(reader: Reader, filters: Filters) -> None:
    """Refuse filters that name an unknown fair or edition: an empty chart would look like an answer."""
    rows = reader.rows("select edition_id from editions where fair_id = $fair", fair=filters.fair)
    known = tuple(row["edition_id"] for row in rows)
    if not known and not reader.value("select count(*) from fairs where fair_id = $fair", fair=filters.fair):
        raise UnknownChoice("fair", filters.fair)
    for edition in filters.editions:
        if edition not in known:
            raise UnknownChoice("edition", edition, known)
