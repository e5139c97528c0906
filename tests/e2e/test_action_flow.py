"""From a priority to an action, and from the next edition to its verdict, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser

from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Server, chromium, tab
from tests.e2e.test_flow import command

ITEMS = ("空调通风", "交通停车", "现场服务", "观众质量", "宣传推广", "证件办理", "餐饮", "网络")
FIRMS = 160
LIFT = 1.0
FIRST = 0  # the item rated worst that goes with overall satisfaction


def scores(edition: int) -> list[list[int]]:
    """The same firms' marks at either edition: the second lifts the first item by one point."""
    random = np.random.default_rng(7)
    mood = random.normal(0, 0.5, FIRMS)
    level = np.array([2.2, *np.linspace(3.4, 4.0, len(ITEMS) - 1)])
    level[FIRST] += LIFT * (edition - 1)
    noise = np.random.default_rng(edition).normal(0, 0.6, (FIRMS, len(ITEMS)))
    marks = np.clip(np.rint(level + mood[:, None] + noise), 1, 5)
    return [[int(mark) for mark in row] for row in marks]


def overall(row: list[int]) -> int:
    return int(np.clip(round((2 * row[FIRST] + sum(row)) / (len(ITEMS) + 2)), 1, 5))


def survey(edition: int) -> bytes:
    header = "届次,企业名称,总体满意度（1-5分）," + ",".join(
        f"现场-{item}（1-5分）" for item in ITEMS
    )
    rows = [
        ",".join([f"第{'一二'[edition - 1]}届", f"甲{n}", str(overall(row)), *map(str, row)])
        for n, row in enumerate(scores(edition))
    ]
    return ("\n".join([header, *rows]) + "\n").encode("gb18030")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fair with one edition answered, and a little demo fair, so that the large one need not be
    loaded.
    """
    folder = tmp_path_factory.mktemp("actions")
    with Store(folder / "data") as store:
        fairs.load(
            store,
            "exhibitor_survey",
            "d",
            is_demo=True,
            edition_rows=fairs.editions([1], "d"),
            question_rows=fairs.questions("d-1", []),
            response_rows=fairs.answers("d-1", [{"overall": 4}, {"overall": 3}] * 20),
        )
    file = folder / "第一届满意度调查.csv"
    file.write_bytes(survey(1))
    finished = command(folder / "data", "import", str(file), "--fair", "f")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return folder / "data"


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with Server(data=data) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with chromium() as running:
        yield running


def test_a_priority_becomes_an_action_and_the_next_edition_says_that_it_helped(
    server: Server, browser: Browser, tmp_path: Path
):
    reader = tab(browser).open(f"{server.url}/priorities?fair=f&priorities.level=item")
    reader.wait()
    with reader.rerun():
        reader.keyed("propose").get_by_role("button").first.click()
    reader.keyed("new-action").get_by_text("要做什么").wait_for()
    with reader.rerun():
        reader.keyed("new-action").get_by_text("保存措施").click()
    assert "1 项措施进行中" in reader.wait().text()
    file = tmp_path / "第二届满意度调查.csv"
    file.write_bytes(survey(2))
    reader.open(f"{server.url}/upload?fair=f")
    reader.page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(str(file))
    reader.keyed("load").wait_for(timeout=60_000)
    reader.wait()
    with reader.rerun():
        reader.keyed("load").get_by_role("button").click()
    reader.page.locator("[class*=st-key-receipt-]").wait_for(timeout=60_000)
    page = reader.open(f"{server.url}/actions?fair=f").wait().text()
    assert "见效了" in page
    assert reader.faults() == []
