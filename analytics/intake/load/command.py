"""`python -m analytics import`: the same import without a screen, also while the app runs."""

from __future__ import annotations

import getpass
import importlib
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics import worker
from analytics.errors import Fault, StoreFault, Unreadable
from analytics.folders import data_folder
from analytics.intake.cells.text_keys import shown_file_name
from analytics.intake.load import inbox
from analytics.intake.load.column_summary import column_summary
from analytics.intake.load.demo_fair import set_up_demo as _set_up_demo
from analytics.intake.load.draft import INSPECT, Draft, drop_old_drafts
from analytics.intake.load.finding_list import sentence
from analytics.intake.load.findings_file import FindingsFile
from analytics.intake.load.held_by_hand import HeldByHand
from analytics.intake.load.inbox import Agreed
from analytics.intake.load.mapping_file import mapping_text, way_on
from analytics.intake.load.outcome import as_json, failed_text, fault_of, outcome_of
from analytics.intake.load.queue import take_file, take_waiting
from analytics.intake.load.refusal_sentences import NO_BACKUP, refusal_text
from analytics.intake.load.same_answers import SameAnswers
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.open_points import NotSettled
from analytics.store import Finding, Receipt, Store
from analytics.wording import Say, speaker

FIRST_FINDINGS = 20
Tell = Callable[[str], None]


@dataclass(frozen=True)
class _Request:
    """What is said of all files of one command; `mapping` is JSON text."""

    fair: str
    edition: int | None
    mapping: str
    agreed: Agreed
    findings: FindingsFile | None
    mapping_out: Path | None


def set_up_demo(store: Store, say: Say | None = None, tell: Tell | None = None) -> list[Receipt]:
    """Load the demo fair; says file by file how far it is where `tell` is given."""
    spoken = say or speaker("en")

    def report(share: float, name: str) -> None:
        if tell and name:
            tell(f"{spoken.percent(share, 0)}  {name}")

    return _set_up_demo(store, report)


def import_files(
    paths: list[Path],
    fair: str | None,
    edition: int | None,
    mapping: Path | None,
    wait: float,
    say: Say,
    tell: Tell = print,
    agreed: Agreed = inbox.NOTHING,
    findings: Path | None = None,
    mapping_out: Path | None = None,
) -> int:
    """Take files in, one after the other, and say what became of each. 0: all are in (or waiting,
    with `wait` 0); else 1.

    `findings` is where everything found in the lines of all files goes as one CSV; the first of
    it is told. A
    suggested mapping that is to be completed goes to `mapping_out`.
    """
    findings_file = FindingsFile(findings, paths, say) if findings else None
    if findings_file and (refusal := findings_file.refusal()):
        tell(refusal)
        return 1
    request = _Request(
        fair or "", edition, mapping_text(mapping), agreed, findings_file, mapping_out
    )
    with worker.ready(INSPECT):  # starts while the store opens
        try:
            store = Store(data_folder())
        except StoreFault as fault:
            if fault.reason != "locked":
                raise
            return _import_by_inbox(paths, request, wait, say, tell)
        _start_loading_pandas()
        with store:
            drop_old_drafts(store.folder / "drafts")
            return max([_import_here(store, path, request, say, tell) for path in paths], default=0)


def _start_loading_pandas() -> None:
    """Arrow will ask for it."""
    threading.Thread(target=importlib.import_module, args=("pandas",), daemon=True).start()


def _import_here(store: Store, path: Path, request: _Request, say: Say, tell: Tell) -> int:
    if not _is_file(path, say, tell):
        return 1

    def work() -> Receipt:
        draft = Draft.create(path.name, path)
        try:
            return take_file(
                store,
                draft,
                request.fair,
                request.edition,
                request.mapping,
                actor(),
                request.agreed,
            )
        finally:
            draft.drop()

    return _print_outcome(
        as_json(store, outcome_of(work), shown_file_name(path.name)), path, request, say, tell
    )


def _import_by_inbox(
    paths: list[Path], request: _Request, wait: float, say: Say, tell: Tell
) -> int:
    """Leave every file for the running app, then wait for its receipts."""
    left = [(path, _leave(path, request, say, tell)) for path in paths]
    orders = [(path, order_id) for path, order_id in left if order_id]
    worst = int(len(orders) < len(paths))
    for path, order_id in orders:
        if wait <= 0:
            tell(
                say(
                    "{file}: left in the inbox for the running app.",
                    file=shown_file_name(path.name),
                )
            )
            continue
        answer = inbox.answer_to(order_id, wait, meanwhile=_take_over)
        if answer is None:
            tell(
                say(
                    "{file}: no receipt yet. It stays in the inbox and will be taken in by the"
                    " running app.",
                    file=shown_file_name(path.name),
                )
            )
            worst = 1
        else:
            worst = max(worst, _print_outcome(answer, path, request, say, tell))
    return worst


def _leave(path: Path, request: _Request, say: Say, tell: Tell) -> str:
    """Put a file into the inbox; its order's id, '' where it cannot lie there."""
    if not _is_file(path, say, tell):
        return ""
    try:
        return inbox.leave(
            path, request.fair, request.edition, request.mapping, actor(), request.agreed
        )
    except Unreadable as fault:
        tell(f"{shown_file_name(path.name)}: {refusal_text(fault, say)}")
        return ""


def _take_over() -> None:
    """Take in what waits, where nobody holds the database any more: another command did, no app."""
    with suppress(StoreFault), Store(data_folder()) as store:
        take_waiting(store)


def _is_file(path: Path, say: Say, tell: Tell) -> bool:
    if path.is_file():
        return True
    tell(say("{file}: there is no such file.", file=shown_file_name(path.name)))
    return False


def _print_outcome(
    answer: dict[str, Any], path: Path, request: _Request, say: Say, tell: Tell
) -> int:
    """Print what became of a file; the exit code."""
    if answer["state"] == "done":
        receipt = Receipt(**answer["receipt"])
        tell(f"{shown_file_name(path.name)}: {receipt_text(receipt, say)}")
        if not receipt.is_backed_up:
            tell(say(NO_BACKUP))
        if text := answer.get("mapping"):
            for line in column_summary(Mapping.loads(text), say):
                tell(line)
        findings = [Finding(**finding) for finding in answer["findings"]]
        return _tell_findings(shown_file_name(path.name), findings, request.findings, say, tell)
    tell(failed_text(answer, say))
    if answer["fault"]:
        for line in _way_on(fault_of(answer["fault"]), path, request, say):
            tell(line)
    return 1


def _tell_findings(
    file_name: str, findings: list[Finding], to: FindingsFile | None, say: Say, tell: Tell
) -> int:
    """The first of what was found; all of it in a file where one was named. The exit code."""
    for finding in findings[:FIRST_FINDINGS]:
        tell(f"  {sentence(finding, say)}")
    further = len(findings) - FIRST_FINDINGS
    if further > 0 and to is None:
        tell(say("  … and {count} more; --findings FILE writes them all.", count=further))
    if to is not None and (problem := to.add(file_name, findings)):
        tell(problem)
        return 1
    return 0


def _way_on(fault: Fault, path: Path, request: _Request, say: Say) -> list[str]:
    """What to type next."""
    if isinstance(fault, NotSettled):
        return way_on(fault, path.name, request.mapping_out, say)
    if isinstance(fault, Unreadable) and fault.reason == "mendable":
        return [say("If it reads well so, give it again with --mend.")]
    if isinstance(fault, HeldByHand):
        return [say("If what was written by hand is to stay, give it again with --accept-guesses.")]
    if isinstance(fault, SameAnswers):
        return [say("If these are other people's answers, give it again with --further.")]
    return []


def receipt_text(receipt: Receipt, say: Say) -> str:
    """Lines read = rows stored + lines left out, in words."""
    if receipt.is_repeat:
        return say(
            "already imported (import {number}); nothing was changed.", number=receipt.import_id
        )
    return say(
        "{read} lines read = {stored} rows stored + {left_out} left out (import {number}).",
        read=say.number(receipt.lines_read),
        stored=say.number(receipt.rows_stored),
        left_out=say.number(receipt.rows_left_out),
        number=receipt.import_id,
    )


def actor() -> str:
    """Who is at the command line."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "local"
