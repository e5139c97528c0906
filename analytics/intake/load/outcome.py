"""What became of a file: as the queue keeps it, as a receipt file holds it, and back."""

from __future__ import annotations

import json
import logging
import secrets
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from analytics import errors, worker
from analytics.errors import Fault
from analytics.intake.load.finding_list import in_order
from analytics.intake.load.held_by_hand import HeldByHand
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.intake.load.same_answers import SameAnswers
from analytics.intake.load.take_in import ReadAnotherWay
from analytics.intake.mapping.open_points import NotSettled, OpenPoint
from analytics.store import Receipt, Store
from analytics.wording import Say, phrase

log = logging.getLogger("expolens")
WRONG = phrase("{file}: something went wrong here (error {number}). Nothing was stored.")


def outcome_of(work: Callable[[], Receipt]) -> dict[str, Any]:
    """What became of a piece of work. An exception nobody foresaw goes to the log under a number,
    without any cell's content.
    """
    try:
        return {"state": "done", "share": 1.0, "step": "done", "receipt": work()}
    except Fault as fault:
        return {"state": "failed", "fault": fault}
    except Exception as bug:
        return {"state": "failed", "fault": None, "number": log_bug(bug)}


def log_bug(bug: Exception) -> str:
    """The number under which the log says where it happened, never its message."""
    number = secrets.token_hex(3)
    frames = reversed(traceback.extract_tb(bug.__traceback__))
    steps = " < ".join(f"{frame.name}:{frame.lineno}" for frame in frames)
    log.error("error %s: %s at %s", number, type(bug).__name__, steps)
    return number


@contextmanager
def kept_from_others() -> Iterator[None]:
    """What goes wrong with one thing goes to the log and stops nothing that comes after it."""
    try:
        yield
    except OSError as error:  # a full disk: the next file, or the next look, may find room
        log.error("intake: %s (%s)", type(error).__name__, error.errno)
    except Exception as bug:
        log_bug(bug)


def as_json(store: Store, outcome: dict[str, Any], file_name: str) -> dict[str, Any]:
    """An outcome as a receipt file holds it, with what was found and how columns were taken."""
    fault: Fault | None = outcome.get("fault")
    details = json.loads(json.dumps(vars(fault) if fault else {}, default=asdict))
    receipt: Receipt | None = outcome.get("receipt")
    is_new = receipt is not None and not receipt.is_repeat
    findings = in_order(store.findings(receipt.import_id)) if receipt and is_new else []
    return {
        "state": outcome["state"],
        "receipt": asdict(receipt) if receipt else None,
        "number": outcome.get("number", ""),
        "fault": {"type": type(fault).__name__, "details": details} if fault else None,
        "file": file_name,
        "findings": [asdict(finding) for finding in findings],
        "mapping": _mapping(store, receipt) if receipt and is_new else "",
    }


def _mapping(store: Store, receipt: Receipt) -> str:
    records = store.history(receipt.fair_id)
    return next(rec.mapping for rec in records if rec.import_id == receipt.import_id)


def fault_of(values: dict[str, Any]) -> Fault:
    """The fault that a receipt file tells of; one of no kind where it tells of none."""
    try:
        return _fault(values["type"], values["details"])
    except (AttributeError, KeyError, TypeError, ValueError):
        return Fault()


def _fault(name: str, details: dict[str, Any]) -> Fault:
    if name == "NotSettled":
        points = tuple(
            OpenPoint(**point | {"columns": tuple(point.get("columns", ()))})
            for point in details["points"]
        )
        return NotSettled(points, details["mapping"])
    if name == "ReadAnotherWay":
        return ReadAnotherWay(**details)
    if name == "HeldByHand":
        return HeldByHand(**details)
    if name == "SameAnswers":
        return SameAnswers(**details)
    if name == "ChildStopped":
        return worker.ChildStopped(details["reason"])
    kind: type[Fault] = getattr(errors, name)
    if not issubclass(kind, Fault):
        raise TypeError(name)
    return kind(**details)


def failed_text(answer: dict[str, Any], say: Say) -> str:
    """Why a file that is told of in a receipt was not taken in."""
    if answer["fault"]:
        return f"{answer['file']}: {refusal_text(fault_of(answer['fault']), say)}"
    return say(WRONG, file=answer["file"], number=answer["number"])
