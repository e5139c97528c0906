"""`python -m analytics correct`: what columns of an import mean, said again without its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from analytics.errors import Fault
from analytics.folders import data_folder
from analytics.intake.load.change_sentences import change_lines
from analytics.intake.load.command import actor, receipt_text
from analytics.intake.load.correction import corrected_mapping, reopened
from analytics.intake.load.draft import Draft, drop_old_drafts
from analytics.intake.load.mapping_file import ACCEPT, mapping_text
from analytics.intake.load.refusal_sentences import NO_BACKUP, refusal_text
from analytics.intake.load.take_in import check, take_in
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.open_points import NotSettled
from analytics.store import Store
from analytics.wording import Say

Tell = Callable[[str], None]


def correct(
    import_id: int,
    mapping: Path,
    say: Say,
    tell: Tell = print,
    *,
    is_sure: bool = False,
    accepts_guesses: bool = False,
) -> int:
    """Say what reading an import by another mapping would change, and with `is_sure` put what comes
    of it in its place. 0: that could be done; else 1. Raises StoreFault while the app runs.
    """
    wished = Mapping.loads(mapping_text(mapping))
    wished = replace(wished, accepts_guesses=wished.accepts_guesses or accepts_guesses)
    with Store(data_folder()) as store:
        drop_old_drafts(store.folder / "drafts")
        try:
            draft = reopened(store, import_id)
            try:
                _correct(store, draft, wished, is_sure, say, tell)
            finally:
                draft.drop()
        except Fault as fault:
            tell(refusal_text(fault, say))
            if isinstance(fault, NotSettled) and all(point.is_guess for point in fault.points):
                tell(say(ACCEPT))
            return 1
    return 0


def _correct(
    store: Store, draft: Draft, mapping: Mapping, is_sure: bool, say: Say, tell: Tell
) -> None:
    mapping = corrected_mapping(store, draft, mapping)
    changes = check(store, draft, mapping).changes
    if changes is None:
        raise TypeError("a draft that corrects nothing")
    for line in change_lines(changes, say, mapping.kind):
        tell(line)
    if changes.is_nothing:
        return
    if not is_sure:
        tell(say("Nothing was changed yet. Give it again with --yes to do so."))
        return
    receipt = take_in(store, draft, mapping, actor())
    tell(
        say("Import {number} was replaced.", number=draft.corrects)
        + " "
        + receipt_text(receipt, say)
    )
    if not receipt.is_backed_up:
        tell(say(NO_BACKUP))
