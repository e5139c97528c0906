"""Files left for the running app by the command line, while the app holds the database.

An order is two files of one id: the data, then `<id>.order.json`, renamed in last so that no half
order is ever seen. The answer is `<id>.receipt.json`. The id is what the files are called, whatever
is written in them. What lies there and is neither is set aside, and stops nothing else.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import re
import stat
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analytics.edition_number import is_edition
from analytics.errors import Unreadable
from analytics.folders import data_folder
from analytics.intake.load.plain_file import LARGEST_FILE, copied, note_text, open_plain
from analytics.intake.table.file_kinds import AUDIENCES, KIND_KEYS

ORDER, DATA, RECEIPT, ASIDE = ".order.json", ".data", ".receipt.json", ".bad"
ORDER_ID = re.compile(r"[0-9a-z]{1,64}")
POLL_SECONDS = 0.2
KEPT_SECONDS = 7 * 86_400
NO_NOTE = (Unreadable, ValueError, TypeError, AttributeError, KeyError, RecursionError)
log = logging.getLogger("expolens")


@dataclass(frozen=True)
class Agreed:
    """What a person said beforehand.

    `mend`: garbled text may be taken in as it reads when mended. `is_further`: answers like those
    of an earlier file are other people's. `accepts_guesses`: what a suggested mapping is not sure
    of is right. `kind`, `audience` and `sheet` say which kind of file it is, whose survey, and
    which sheet to read; each is empty where nobody says.
    """

    mend: bool = False
    is_further: bool = False
    accepts_guesses: bool = False
    kind: str = ""
    audience: str = ""
    sheet: str = ""


NOTHING = Agreed()


@dataclass(frozen=True)
class Order:
    """A file to take in. `mapping` is JSON text; empty for the suggested one if nothing is open."""

    order_id: str
    file_name: str
    fair: str
    edition: int | None
    mapping: str
    actor: str
    agreed: Agreed = NOTHING

    @classmethod
    def of(cls, order_id: str, values: dict[str, Any]) -> Order:
        """The order of this id. Raises one of NO_NOTE for values that are none."""
        agreed = Agreed(**values.get("agreed", {}))
        order = cls(**values | {"order_id": order_id, "agreed": agreed})
        for text in (order.file_name, order.fair, order.mapping, order.actor, agreed.sheet):
            text.encode()
        if agreed.kind not in ("", *KIND_KEYS) or agreed.audience not in ("", *AUDIENCES):
            raise ValueError(agreed.kind, agreed.audience)
        number = order.edition
        if number is not None and not (type(number) is int and is_edition(number)):
            raise ValueError(number)
        return order


def inbox_folder() -> Path:
    folder = data_folder() / "inbox"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def leave(
    path: Path, fair: str, edition: int | None, mapping: str, actor: str, agreed: Agreed = NOTHING
) -> str:
    """Put a file into the inbox of the data folder; its order's id. Raises Unreadable 'no_file' or
    'too_large' before any of it is read.
    """
    order = Order(uuid.uuid4().hex, path.name, fair, edition, mapping, actor, agreed)
    inbox = inbox_folder()
    with open_plain(path) as source:
        try:
            copied(source, data_of(inbox, order))
            _write(inbox / f"{order.order_id}{ORDER}", asdict(order))
        except BaseException:
            _remove(data_of(inbox, order))
            raise
    return order.order_id


def waiting(inbox: Path) -> list[Order]:
    """Orders not yet taken in, oldest first. What cannot be read is set aside: the others must not
    wait for it.
    """
    orders = []
    for path in _oldest_first(inbox, ORDER):
        try:
            order_id = _order_id(path, ORDER)
            orders.append(Order.of(order_id, json.loads(note_text(path, follows_links=False))))
        except NO_NOTE:
            set_aside(path)
    return orders


def data_of(inbox: Path, order: Order) -> Path:
    return inbox / f"{order.order_id}{DATA}"


def settle(inbox: Path, order: Order, answer: dict[str, Any]) -> None:
    """Answer an order and take it from the inbox. Raises OSError while it cannot be."""
    _write(inbox / f"{order.order_id}{RECEIPT}", answer)
    _remove(inbox / f"{order.order_id}{ORDER}")
    _remove(data_of(inbox, order))
    if os.path.lexists(inbox / f"{order.order_id}{ORDER}"):
        raise OSError(errno.EACCES, "an order that cannot be taken away")


def answer_to(
    order_id: str, seconds: float, meanwhile: Callable[[], object] = lambda: None
) -> dict[str, Any] | None:
    """The answer to an order once it is there, None if it is not within the time. `meanwhile` is
    done between looks.
    """
    path = inbox_folder() / f"{order_id}{RECEIPT}"
    end = time.monotonic() + seconds
    while not (os.path.lexists(path) and (answer := _answer(path))):
        if time.monotonic() >= end:
            return None
        time.sleep(POLL_SECONDS)
        meanwhile()
    _remove(path)
    return answer


def refused(inbox: Path) -> dict[str, dict[str, Any]]:
    """Receipts of files that were not taken in and that nobody has fetched, by the order's id."""
    receipts = {
        path.name.removesuffix(RECEIPT): answer
        for path in _oldest_first(inbox, RECEIPT)
        if (answer := _answer(path))
    }
    return {order_id: answer for order_id, answer in receipts.items() if answer["state"] != "done"}


def forget(inbox: Path, order_id: str) -> None:
    """Somebody has read this receipt."""
    _remove(inbox / f"{order_id}{RECEIPT}")


def drop_old_answers(inbox: Path) -> None:
    """Receipts that nobody fetched within a week, and whatever else lies there but orders."""
    for path in _oldest_first(inbox, ""):
        stem = path.name.removesuffix(DATA)
        is_ordered = path.name.endswith(ORDER) or os.path.lexists(inbox / f"{stem}{ORDER}")
        with suppress(OSError):
            if not is_ordered and time.time() - path.lstat().st_mtime > KEPT_SECONDS:
                path.unlink(missing_ok=True)


def set_aside(path: Path) -> None:
    """Out of the way of everything else, as it is."""
    aside = path.with_name(f"{path.name[:50]}.{uuid.uuid4().hex[:8]}{ASIDE}")
    with suppress(OSError, ValueError):
        path.rename(aside)
        log.error("inbox: something that is no order was set aside as %a", aside.name)


def _oldest_first(inbox: Path, ending: str) -> list[Path]:
    """What lies in the inbox under such a name, whatever it is."""
    moments: dict[Path, float] = {}
    for path in inbox.iterdir() if inbox.is_dir() else ():
        if path.name.endswith(ending):
            with suppress(OSError):
                moments[path] = path.lstat().st_mtime
    return sorted(moments, key=moments.__getitem__)


def _order_id(path: Path, ending: str) -> str:
    """What comes before the ending of a name. Raises ValueError where that is no id."""
    order_id = path.name.removesuffix(ending)
    if not ORDER_ID.fullmatch(order_id):
        raise ValueError(order_id)
    return order_id


def _answer(path: Path) -> dict[str, Any] | None:
    """What a receipt says; one that says nothing is set aside."""
    try:
        _order_id(path, RECEIPT)
        answer: dict[str, Any] = json.loads(note_text(path, LARGEST_FILE, follows_links=False))
        if _is_answer(answer):
            return answer
    except NO_NOTE:
        pass
    set_aside(path)
    return None


def _is_answer(answer: dict[str, Any]) -> bool:
    texts = [answer["state"], answer["file"], answer["number"]]
    if answer["state"] == "done":
        texts.append(answer["receipt"]["file_name"])
    if answer["fault"]:
        texts += [answer["fault"]["type"], *answer["fault"]["details"]]
    return all(isinstance(text, str) for text in texts)


def _write(path: Path, values: dict[str, Any]) -> None:
    """Whole or not at all, in place of whatever lies there."""
    fresh = path.with_suffix(".fresh")
    for place in (fresh, path):
        if os.path.lexists(place) and not stat.S_ISREG(place.lstat().st_mode):
            set_aside(place)
    try:
        fresh.write_text(json.dumps(values, ensure_ascii=False), "utf-8")
        fresh.replace(path)
    except OSError:
        _remove(fresh)
        raise


def _remove(path: Path) -> None:
    """Take a file away; what is no file is set aside."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        set_aside(path)
