"""Exhibitors found by what is typed of their name, and the people who look after them."""

from __future__ import annotations

from analytics.store import Store
from analytics.study import statement
from analytics.wording import Language

MOST_FOUND = 50


def exhibitors_named(
    store: Store, fair: str, text: str, current: str, language: Language
) -> dict[str, str]:
    """Names by id: the one looked at first, then those that begin with the text, then those that
    hold it in a name of either language or in their code; at most fifty.
    """
    with store.reader() as reader:
        rows = reader.rows(
            statement(__package__, "search"),
            fair=fair,
            text=text.strip(),
            current=current,
            most=MOST_FOUND,
        )
    return {
        row["exhibitor_id"]: (row["name_en"] or row["name"]) if language == "en" else row["name"]
        for row in rows
    }


def account_owners(store: Store, fair: str) -> tuple[str, ...]:
    """The account owners that the register names, who has most exhibitors first; at most 200."""
    with store.reader() as reader:
        rows = reader.rows(statement(__package__, "owners"), fair=fair)
    return tuple(row["account_owner"] for row in rows)
