"""All key numbers of a slice in one order: satisfied, mean, NPS, return, size, turnover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.errors import Fault
from analytics.key_numbers.sizes import read_sizes, size_numbers
from analytics.weighting import plain

if TYPE_CHECKING:
    from analytics.figures.key_number import KeyNumber
    from analytics.filters import Filters
    from analytics.store import Store
    from analytics.study import Study
    from analytics.wording import Say

Answer = Callable[["Study", "Filters"], Any]


def of_store(store: Store, filters: Filters, say: Say) -> tuple[KeyNumber, ...]:
    """The row, every study asked anew."""
    return row(store, filters, lambda study, within: ask(store, study, within), say)


def row(store: Store, filters: Filters, answer: Answer, say: Say) -> tuple[KeyNumber, ...]:
    """The row from answers that `answer` gives (it may raise a Fault: that study has no number)."""
    numbers: dict[bool, list[KeyNumber]] = {False: [], True: []}
    for study in STUDIES:
        if study.key_numbers:
            numbers[study.section == "act"] += _of_study(study, filters, answer, say)
    with store.reader() as reader:
        sizes = size_numbers(read_sizes(reader, filters), _is_narrowed(filters), say)
    return (*numbers[False], *sizes, *numbers[True])


def _of_study(study: Study, filters: Filters, answer: Answer, say: Say) -> tuple[KeyNumber, ...]:
    fits = filters.audience in study.audiences
    within = filters if fits else replace(filters, audience=study.audiences[0], profile=())
    try:
        result = answer(study, within)
    except Fault:
        return ()
    return study.key_numbers(plain(result), say) if study.key_numbers else ()


def _is_narrowed(filters: Filters) -> bool:
    return bool(filters.industries or filters.regions or filters.segment or filters.profile)
