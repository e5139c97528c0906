"""Writes the demo fair's files: `python -m data.sample.generate [--out DIR]`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from data.sample import model, office_files, survey_files
from data.sample.actions import ACTIONS
from data.sample.category_names import IN_CHINESE, IN_ENGLISH
from data.sample.contacts import write_contacts
from data.sample.fair import hold_all
from data.sample.planted import customers_as_json
from data.sample.questionnaire import EDITIONS, ORDINALS, english_names

HERE = Path(__file__).parent
EDITIONS_FILE = "01_展会届次.xlsx"
REGISTER = "02_参展商名录.xlsx"
PARTICIPATIONS = "03_参展记录.csv"
SURVEYS = {
    edition: f"04_参展商调查_{ORDINALS[edition - 1]}.{'xlsx' if edition == 6 else 'csv'}"
    for edition in EDITIONS
}
VISITORS = "05_专业观众调查_历届.csv"
ATTENDANCE = "06_观众人数.csv"
COMPLAINTS = "07_投诉记录.xlsx"
CONTACTS = "08_联系记录.csv"


def manifest() -> dict[str, Any]:
    """Which files make the fair, in import order, the English names of what its questionnaires call
    in Chinese, and what its categories are called in the other language.
    """
    listed = [
        (EDITIONS_FILE, "editions", None),
        (REGISTER, "exhibitors", None),
        (PARTICIPATIONS, "participations", None),
    ]
    surveys = [(name, "exhibitor_survey", edition) for edition, name in SURVEYS.items()]
    rest = [
        (VISITORS, "visitor_survey", None),
        (ATTENDANCE, "attendance", None),
        (COMPLAINTS, "complaints", None),
        (CONTACTS, "contacts", None),
    ]
    return {
        "fair": {
            "fair_id": "demo",
            "name_zh": "示例高新技术成果交易会",
            "name_en": "Demo High-Tech Fair",
        },
        "files": [
            {"file": name, "kind": kind, "edition": edition}
            for name, kind, edition in listed + surveys + rest
        ],
        "items": english_names(),
        "categories": IN_ENGLISH | IN_CHINESE,
        "actions": [action.as_entered() for action in ACTIONS],
    }


def generate(folder: Path) -> None:
    """Write every file of the demo fair into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    population, editions = hold_all()
    office_files.write_editions(folder / EDITIONS_FILE, editions)
    office_files.write_register(folder / REGISTER, population.people)
    office_files.write_participations(folder / PARTICIPATIONS, population, editions)
    survey_files.write_exhibitor_surveys(folder, SURVEYS, population, editions)
    survey_files.write_visitor_survey(folder / VISITORS)
    office_files.write_attendance(folder / ATTENDANCE)
    office_files.write_complaints(folder / COMPLAINTS, population, editions)
    write_contacts(folder / CONTACTS, population, editions)
    _write_json(folder / "manifest.json", manifest())
    known = model.as_json() | {"customers": customers_as_json(population)}
    _write_json(folder / "model.json", known)


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_bytes((json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Write the demo fair's files.")
    parser.add_argument(
        "--out",
        type=Path,
        default=HERE,
        help="folder to write into (default: beside this programme)",
    )
    generate(parser.parse_args().out)


if __name__ == "__main__":
    main()
