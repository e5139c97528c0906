"""Who of a fair's account owners has left: said once, kept among the settings of the store."""

from __future__ import annotations

import json

from analytics.store import Reader, Store

SAVED = "select value from settings where name = 'owners left:' || $fair"
SAVE = "insert or replace into settings values ('owners left:' || $fair, $value)"
LONGEST = 200


def owner_key(name: str) -> str:
    """How two spellings of one owner are recognised: case and white space do not count."""
    return "".join(name.split()).casefold()


def owners_left(reader: Reader, fair: str) -> tuple[str, ...]:
    """Their names, as they were said."""
    rows = reader.rows(SAVED, fair=fair)
    if not rows:
        return ()
    try:
        names = json.loads(rows[0]["value"])
    except ValueError:
        return ()
    return tuple(str(name) for name in names) if isinstance(names, list) else ()


def keep_owners_left(store: Store, fair: str, names: tuple[str, ...]) -> None:
    """Say who has left; everybody else is there."""
    value = json.dumps([name[:LONGEST] for name in names], ensure_ascii=False)
    store.write(SAVE, fair=fair, value=value)
