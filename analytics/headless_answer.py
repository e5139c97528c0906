"""Answers without a screen: which database to read, and an answer or the key numbers as text or
JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any

from analytics.ask import ask
from analytics.catalogue import study as find
from analytics.category_names import read_category_names
from analytics.errors import StoreFault, UnknownChoice
from analytics.figures import Figure
from analytics.filters import Audience, Filters, Options
from analytics.folders import data_folder
from analytics.key_numbers import row
from analytics.store import Store
from analytics.study import Study
from analytics.weighting import figures_of
from analytics.wording import Say


@contextmanager
def open_to_write() -> Iterator[Store]:
    """The live database. Raises StoreFault('locked') while the app or another command holds it."""
    with Store(data_folder()) as store:
        yield store


@contextmanager
def open_to_read(say: Say) -> Iterator[tuple[Store, str | None]]:
    """The live database; while the app holds it, the backup that every import leaves, with the date
    it is of.
    """
    try:
        with open_to_write() as store:
            yield store, None
    except StoreFault as fault:
        if fault.reason != "locked":
            raise
        with Store.of_backup(data_folder()) as (store, made_at):
            yield store, say("as of the backup of {moment}", moment=_moment(made_at))


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def filters(
    store: Store,
    fair: str | None,
    numbers: list[int],
    audience: Audience,
    industries: tuple[str, ...],
    regions: tuple[str, ...],
    *,
    weighted: bool = False,
    unweighted: bool = False,
) -> Filters:
    """Filters from what a command line can say: edition numbers instead of ids, the default fair
    where none is named.
    """
    chosen = fair or store.default_fair()
    with store.reader() as reader:
        known = {
            row["number"]: row["edition_id"]
            for row in reader.rows(
                "select number, edition_id from editions where fair_id = $fair", fair=chosen
            )
        }
    unknown = [number for number in numbers if number not in known]
    if unknown:
        raise UnknownChoice("edition", str(unknown[0]), tuple(map(str, sorted(known))))
    return Filters(
        chosen,
        tuple(known[number] for number in numbers),
        audience,
        industries,
        regions,
        weighted=weighted,
        unweighted=unweighted,
    )


def as_text(
    store: Store, key: str, chosen: Filters, options: Options, say: Say, dated: str | None
) -> str:
    """Findings, bases and tables, to read in a terminal."""
    parts = [f"{say(find(key).title)} — {say(find(key).question)}"] + ([dated] if dated else [])
    for figure in _figures(store, key, chosen, options, say):
        parts += ["", *_spoken(figure, say), "", figure.table().to_string(index=False)]
    return "\n".join(parts)


def _spoken(figure: Figure, say: Say) -> tuple[str, ...]:
    """Claim and badge, then the long sentence and the base; the long one alone without a claim."""
    if figure.claim is None:
        return figure.finding, figure.base
    headline = say("{claim} · {badge}", claim=figure.title, badge=figure.claim.badge(say))
    return headline, figure.finding, figure.base


def as_json(
    store: Store, key: str, chosen: Filters, options: Options, say: Say, dated: str | None
) -> str:
    """Every figure with its headline, certainty, finding, base, notes and table; numbers as
    numbers, what is not known as null.
    """
    answer = {
        "study": key,
        "fair": chosen.fair,
        "editions": list(chosen.editions),
        "audience": chosen.audience,
        "weighted": chosen.weighted,
        "unweighted": chosen.unweighted,
        "backup": dated,
        "figures": [_plain(figure, say) for figure in _figures(store, key, chosen, options, say)],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def numbers_as_text(store: Store, chosen: Filters, say: Say, dated: str | None) -> str:
    """The key numbers, one a line."""
    lines = [number.line(say) for number in row.of_store(store, chosen, say)]
    return "\n".join([*([dated] if dated else []), *lines])


def numbers_as_json(store: Store, chosen: Filters, say: Say, dated: str | None) -> str:
    """The key numbers as they are written on the overview and in decks."""
    numbers = [asdict(number) for number in row.of_store(store, chosen, say)]
    answer = {"fair": chosen.fair, "audience": chosen.audience, "backup": dated, "numbers": numbers}
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _figures(
    store: Store, key: str, chosen: Filters, options: Options, say: Say
) -> tuple[Figure, ...]:
    study = find(key)
    check_options(study, options)
    shown = figures_of(study, ask(store, study, chosen, options), say)
    with store.reader() as reader:
        names = read_category_names(reader, chosen.fair)
    return names.in_figures(shown, say)


def check_options(study: Study, options: Options) -> None:
    """Refuse a dial or a setting that the study does not have; ids among the fair's own it refuses
    itself.
    """
    dials = {option.key: option for option in study.options}
    for key, value in options:
        if key not in dials:
            raise UnknownChoice("option", key, tuple(dials))
        if not dials[key].among and value not in dials[key].choices:
            raise UnknownChoice(
                "option",
                f"{key}={value}",
                tuple(f"{key}={choice}" for choice in dials[key].choices),
            )


def _plain(figure: Figure, say: Say) -> dict[str, Any]:
    names = [column.name for column in figure.columns]
    return {
        "key": figure.key,
        "headline": figure.title,
        "certainty": figure.claim.certainty if figure.claim else None,
        "badge": figure.claim.badge(say) if figure.claim else None,
        "base_line": figure.base,
        "finding": figure.finding,
        "base": figure.base,
        "is_established": figure.is_established,
        "notes": list(figure.notes),
        "columns": {column.name: column.title for column in figure.columns},
        "rows": json.loads(
            figure.data[names].to_json(orient="records", date_format="iso", double_precision=15)
        ),
    }
