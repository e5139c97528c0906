"""The product's own import, asked the corpus's questions: a file in, what was stored out.

A person at the import page settles what `config` says (which column is what, the scale, words,
codes, the sheet); all else is the product's own suggestion. What comes back is read from the store
after the import, never from the file.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from analytics.errors import Fault, Unreadable
from analytics.intake.load.draft import Draft
from analytics.intake.load.point_sentences import point_text
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.intake.load.take_in import take_in
from analytics.intake.mapping.open_points import open_points
from analytics.intake.table.inspection import Inspection
from analytics.matching import CompanyNames, match
from analytics.store import Receipt, Store
from analytics.wording import speaker
from tests.corpus_answer import stored_answer
from tests.corpus_mapping import KNOWN, settled_mapping, with_date_order

KINDS = {"survey": "exhibitor_survey", "exhibitor": "participations", "attendance": "attendance"}
SPEAKERS = (speaker("en"), speaker("zh"))


def take(path: str, upload_as: str, kind: str, config: dict[str, Any]) -> dict[str, Any]:
    """What became of one file: see `run_corpus.py` for the keys."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        try:
            draft = Draft.create(upload_as, Path(path), Path(folder) / "drafts")
            choices = {"sheet": config["sheet"]} if config.get("sheet") else {}
            inspection = inspected(draft, choices)
            mapping = settled_mapping(inspection, KINDS[kind], config)
            questions = [
                point_text(open_point, SPEAKERS[0])
                for open_point in open_points(mapping, inspection, KNOWN)
                if open_point.is_blocking
            ]
            mapping = with_date_order(mapping, config)
            receipt = take_in(store, draft, mapping, "corpus")
        except Fault as fault:
            return {
                "outcome": "refuse",
                "n_rows": 0,
                "reported": [],
                "message": " ".join(refusal_text(fault, say) for say in SPEAKERS),
            }
        answer = stored_answer(store, receipt, inspection, mapping, config)
        other = Path(path).parent / config["match_against"] if config.get("match_against") else None
        return answer | {
            "message": " ".join(questions),
            "matches": matches(store, receipt, other, config) if other else None,
        }


def inspected(draft: Draft, choices: dict[str, str]) -> Inspection:
    """A person who is shown how a garbled file reads when mended says yes."""
    try:
        return draft.inspect(**choices)
    except Unreadable as fault:
        if fault.reason != "mendable":
            raise
        return draft.inspect(**choices, encoding=fault.details["way"])


def matches(
    store: Store, receipt: Receipt, other: Path, config: dict[str, Any]
) -> list[tuple[str, str | None]]:
    """What the stored names are in the other file, taken in too, without anybody's help."""
    draft = Draft.create(other.name, other, store.folder / "others")
    earlier = config | {"edition": config["edition"] - 1}
    mapping = settled_mapping(draft.inspect(), receipt.kind, earlier)
    register = take_in(store, draft, mapping, "corpus")
    pairs = match(_companies(store, receipt), _companies(store, register))
    return [
        (pair.name.name, pair.kept.name if pair.kept and pair.verdict == "automatic" else None)
        for pair in pairs
    ]


def _companies(store: Store, receipt: Receipt) -> list[CompanyNames]:
    with store.reader() as reader:
        rows = reader.rows(
            "select import_id, line, exhibitor_name from participation_rows order by line"
        )
    return [
        CompanyNames(str(row["line"]), row["exhibitor_name"])
        for row in rows
        if row["import_id"] == receipt.import_id
    ]
