"""Files left for the running app by the command line, while the app holds the database.

An order is two files of one id: the data, then `<id>.order.json`, renamed in last so that no half
order is ever seen. The answer is `<id>.receipt.json`.
"""

from __future__ import annotations

import json
import shutil
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from analytics.folders import data_folder

ORDER, DATA, RECEIPT = ".order.json", ".data", ".receipt.json"
POLL_SECONDS = 0.2
KEPT_SECONDS = 7 * 86_400


@dataclass(frozen=True)
class Agreed:
    """What a person said yes to beforehand.

    `mend`: garbled text may be taken in as it reads when mended. `is_further`: answers like those
    of an earlier file are other people's.
    """

    mend: bool = False
    is_further: bool = False


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
    def of(cls, values: dict[str, Any]) -> Order:
        return cls(**values | {"agreed": Agreed(**values.get("agreed", {}))})


def inbox_folder() -> Path:
    folder = data_folder() / "inbox"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def leave(
    path: Path, fair: str, edition: int | None, mapping: str, actor: str, agreed: Agreed = NOTHING
) -> str:
    """Put a file into the inbox of the data folder; its order's id."""
    order = Order(uuid.uuid4().hex, path.name, fair, edition, mapping, actor, agreed)
    shutil.copyfile(path, inbox_folder() / f"{order.order_id}{DATA}")
    _write(inbox_folder() / f"{order.order_id}{ORDER}", asdict(order))
    return order.order_id


def waiting(inbox: Path) -> list[Order]:
    """Orders not yet taken in, oldest first. One that cannot be read is set aside: the others must
    not wait for it.
    """
    orders = []
    for path in sorted(inbox.glob(f"*{ORDER}"), key=lambda path: path.stat().st_mtime):
        try:
            orders.append(Order.of(json.loads(path.read_text("utf-8"))))
        except (ValueError, TypeError, AttributeError):
            path.replace(path.with_suffix(".bad"))
    return orders


def data_of(inbox: Path, order: Order) -> Path:
    return inbox / f"{order.order_id}{DATA}"


def settle(inbox: Path, order: Order, answer: dict[str, Any]) -> None:
    """Answer an order and take it from the inbox."""
    _write(inbox / f"{order.order_id}{RECEIPT}", answer)
    (inbox / f"{order.order_id}{ORDER}").unlink(missing_ok=True)
    data_of(inbox, order).unlink(missing_ok=True)


def answer_to(
    order_id: str, seconds: float, meanwhile: Callable[[], object] = lambda: None
) -> dict[str, Any] | None:
    """The answer to an order once it is there, None if it is not within the time. `meanwhile` is
    done between looks.
    """
    path = inbox_folder() / f"{order_id}{RECEIPT}"
    end = time.monotonic() + seconds
    while not path.exists():
        if time.monotonic() >= end:
            return None
        time.sleep(POLL_SECONDS)
        meanwhile()
    answer: dict[str, Any] = json.loads(path.read_text("utf-8"))
    path.unlink()
    return answer


def refused(inbox: Path) -> dict[str, dict[str, Any]]:
    """Receipts of files that were not taken in and that nobody has fetched, by the order's id."""
    receipts = {
        path.name.removesuffix(RECEIPT): json.loads(path.read_text("utf-8"))
        for path in inbox.glob(f"*{RECEIPT}")
    }
    return {order_id: answer for order_id, answer in receipts.items() if answer["state"] != "done"}


def forget(inbox: Path, order_id: str) -> None:
    """Somebody has read this receipt."""
    (inbox / f"{order_id}{RECEIPT}").unlink(missing_ok=True)


def drop_old_answers(inbox: Path) -> None:
    """Receipts that nobody fetched within a week."""
    for path in inbox.glob(f"*{RECEIPT}"):
        if time.time() - path.stat().st_mtime > KEPT_SECONDS:
            path.unlink(missing_ok=True)


def _write(path: Path, values: dict[str, Any]) -> None:
    """Whole or not at all."""
    fresh = path.with_suffix(".fresh")
    fresh.write_text(json.dumps(values, ensure_ascii=False), "utf-8")
    fresh.replace(path)
