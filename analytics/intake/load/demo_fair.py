"""The demo fair, loaded through the very import that a user's files go through: one child process a
file, no special way in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from analytics import worker
from analytics.action_plan import HEADS, Action, Costs, actions_of, save_action
from analytics.category_names import read_category_names, write_category_names
from analytics.folders import SAMPLE
from analytics.intake.load.draft import UPLOAD, Draft
from analytics.intake.load.take_in import CONVERT_LIMITS, assemble, one_at_a_time, repeat_of
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known, know
from analytics.store import Receipt, Store
from analytics.worth_settings import WorthSettings, has_settings, save_settings

ACTOR = "demo"
# Fees are the organiser's income; the margin follows from revenue and cost of the editions; 10% an
# edition is a usual cost of money with some risk.
DEMO_WORTH = WorthSettings(money="fee", discount=0.1)
ITEMS = """-- one row per item that exhibitors rate
select item_id, name_zh from items where fair_id = $fair and audience = 'exhibitor'
"""
EDITIONS = """-- one row per edition
select edition_id, number from editions where fair_id = $fair
"""
Tell = Callable[[float, str], None]


def set_up_demo(store: Store, tell: Tell | None = None, folder: Path = SAMPLE) -> list[Receipt]:
    """Load every file of the demo's manifest that is not in yet. `tell` hears the share done and
    the file under way.
    """
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    files = [file["file"] for file in manifest["files"]]
    receipts = []
    for place, name in enumerate(files):
        if tell:
            tell(place / len(files), name)
        with one_at_a_time:
            receipts.append(_take_in(store, folder / name, manifest))
    if not has_settings(store, manifest["fair"]["fair_id"]):
        save_settings(store, manifest["fair"]["fair_id"], DEMO_WORTH)
    _name_categories(store, manifest)
    _enter_actions(store, manifest)
    if not all(receipt.is_repeat for receipt in receipts):
        store.back_up()
    if tell:
        tell(1.0, "")
    return receipts


def _name_categories(store: Store, manifest: dict[str, Any]) -> None:
    """What its answers and classes are called in the other language, unless somebody said so."""
    fair = manifest["fair"]["fair_id"]
    with store.reader() as reader:
        others = read_category_names(reader, fair).others
    named = manifest.get("categories", {})
    if not named.keys() <= others.keys():
        write_category_names(store, fair, named | dict(others))


def _enter_actions(store: Store, manifest: dict[str, Any]) -> None:
    """What the organiser did, unless anybody entered actions already."""
    fair = manifest["fair"]["fair_id"]
    if actions_of(store, fair):
        return
    with store.reader() as reader:
        items = {row["name_zh"]: row["item_id"] for row in reader.rows(ITEMS, fair=fair)}
        editions = {row["number"]: row["edition_id"] for row in reader.rows(EDITIONS, fair=fair)}
    for entered in manifest.get("actions", []):
        if entered["item"] not in items or entered["before"] not in editions:
            continue
        action = Action(
            entered["title"],
            "exhibitor",
            "item",
            items[entered["item"]],
            editions[entered["before"]],
            entered["target"],
            entered["owner"],
            entered["department"],
            date.fromisoformat(entered["due"]),
            "done",
            "CNY",
            Costs(*(float(entered[head]) for head in HEADS)),
        )
        save_action(store, fair, action, ACTOR)


def _take_in(store: Store, path: Path, manifest: dict[str, Any]) -> Receipt:
    """The receipt of a file that is in already, so that an interrupted set-up goes on where it
    stopped; else it is loaded in place of what an earlier version of the same file brought in, so
    that no answer counts twice.
    """
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    history = store.history(manifest["fair"]["fair_id"])
    live = [record for record in history if record.undone_at is None]
    for record in live:
        if record.sha256 == sha256:
            return repeat_of(record)
    for record in live:
        if record.file_name == path.name and record.actor == ACTOR:
            store.undo(record.import_id, ACTOR)
    draft = Draft.create(path.name, path, store.folder / "drafts")
    try:
        return _load(store, draft, manifest)
    finally:
        draft.drop()


def _load(store: Store, draft: Draft, manifest: dict[str, Any]) -> Receipt:
    fair = manifest["fair"]
    with store.reader() as reader:
        known = know(reader, fair["fair_id"])
    known = replace(known, fair_zh=fair["name_zh"], fair_en=fair["name_en"])
    answer = _read(draft, known, manifest)
    batch = assemble(draft, Mapping.loads(answer["mapping"]), known, answer, ACTOR, is_demo=True)
    return store.load(batch, then_back_up=False)


def _read(draft: Draft, known: Known, manifest: dict[str, Any]) -> dict[str, Any]:
    values = {
        "file": UPLOAD,
        "name": draft.file_name,
        "sha256": draft.sha256,
        "known": known.to_json(),
        "names": manifest.get("items", {}),
    }
    answer: dict[str, Any] = worker.run(
        "analytics.intake.load.reading_child:read_through",
        values,
        draft.folder,
        limits=CONVERT_LIMITS,
    )
    return answer
