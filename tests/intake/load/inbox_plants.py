"""What may lie in the inbox and is no order, or none that can be carried out."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.intake.files import csv_text

COUNTS = csv_text("届次,日期,观众类别,人数", "8,2006-10-12,专业观众,100")
ORDER = {"file_name": "a.csv", "fair": "f", "edition": None, "mapping": "", "actor": "anna"}


def folder_of_an_order(place: Path) -> None:
    (place / "aa.order.json" / "inside").mkdir(parents=True)


def link_to_nowhere(place: Path) -> None:
    (place / "aa.order.json").symlink_to(place / "nowhere")


def link_to_a_file_elsewhere(place: Path) -> None:
    (place.parent / "elsewhere.json").write_text(json.dumps(ORDER), "utf-8")
    (place / "aa.order.json").symlink_to(place.parent / "elsewhere.json")


def pipe(place: Path) -> None:
    os.mkfifo(place / "aa.order.json")


def order(**values: Any) -> Callable[[Path], None]:
    def plant(place: Path) -> None:
        (place / "aa.order.json").write_text(json.dumps(ORDER | values), "utf-8")

    return plant


def name_that_is_no_id(place: Path) -> None:
    (place / "..order.json").write_text(json.dumps(ORDER), "utf-8")


def half_an_order(place: Path) -> None:
    (place / "aa.order.json").write_text(json.dumps(ORDER)[:40], "utf-8")


def half_a_receipt(place: Path) -> None:
    (place / "aa.receipt.json").write_text('{"state": "fai', "utf-8")


def folder_of_a_receipt(place: Path) -> None:
    order()(place)
    (place / "aa.receipt.json").mkdir()


def link_where_the_receipt_is_written(place: Path) -> None:
    order()(place)
    (place / "aa.receipt.fresh").symlink_to(place.parent / "precious")


def folder_of_data(place: Path) -> None:
    order()(place)
    (place / "aa.data").mkdir()


def link_of_data(place: Path) -> None:
    order()(place)
    (place.parent / "secret.csv").write_text(COUNTS, "utf-8")
    (place / "aa.data").symlink_to(place.parent / "secret.csv")


PLANTS = {
    plant.__name__: plant
    for plant in (
        folder_of_an_order,
        link_to_nowhere,
        link_to_a_file_elsewhere,
        pipe,
        name_that_is_no_id,
        half_an_order,
        half_a_receipt,
        folder_of_a_receipt,
        link_where_the_receipt_is_written,
        folder_of_data,
        link_of_data,
    )
} | {
    "nul in the id": order(order_id="a\0b"),
    "way out in the id": order(order_id="../../expolens"),
    "half a letter": order(file_name="\ud800.csv"),
    "number for a name": order(file_name=5),
    "edition nobody can have": order(edition=10**12),
    "no data": order(),
}
