"""A newcomer drops a file in and sees the new number; the same from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from analytics.folders import ROOT
from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab

FAIR = "华东印刷展"
HEADER = "届次,问卷编号,企业名称,总体满意度（1-5分）,场馆硬件-空调通风,场馆硬件-交通停车,现场服务"
OVERALLS = [5, 4, 5, 3] * 10  # mean 4.25


def survey(overalls: list[int], edition: str = "第三届") -> str:
    rows = [
        f"{edition},Q{n},龙印{n}有限公司,{score},{score},4,3" for n, score in enumerate(overalls)
    ]
    return "\n".join([HEADER, *rows]) + "\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a little demo fair in, so that the app need not load the large one."""
    folder = tmp_path_factory.mktemp("flow")
    with Store(folder) as store:
        fairs.load(
            store,
            "exhibitor_survey",
            is_demo=True,
            edition_rows=fairs.editions([1]),
            question_rows=fairs.questions("f-1", []),
            response_rows=fairs.answers("f-1", [{"overall": 4}, {"overall": 3}] * 20),
        )
    return folder


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with Server(data=data) as running:
        yield running


def command(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "analytics", *arguments],
        cwd=ROOT,
        env=os.environ | {"EXPOLENS_DATA": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )


def drop(reader: Reader, file: Path) -> None:
    before = reader.finished
    reader.page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(str(file))
    reader.keyed("intake-fair-zh").wait_for()
    reader.wait(beyond=before)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with chromium() as running:
        yield running


def test_a_gbk_file_dropped_in_the_browser_becomes_the_number_on_the_page(
    server: Server, browser: Browser, tmp_path: Path
):
    file = tmp_path / "满意度调查.csv"
    file.write_bytes(survey(OVERALLS).encode("gb18030"))
    reader = tab(browser).open(f"{server.url}/upload")
    drop(reader, file)
    with reader.rerun():
        reader.keyed("intake-fair-zh").get_by_role("textbox").fill(FAIR)
        reader.page.keyboard.press("Enter")
    with reader.rerun():
        reader.keyed("load").get_by_role("button").click()
    reader.page.locator("[class*=st-key-receipt-]").wait_for(timeout=60_000)
    receipt = reader.wait().text()
    assert "40" in receipt
    with reader.rerun():
        reader.page.locator("[class*=st-key-receipt-]").get_by_text("满意度", exact=True).click()
    page = reader.wait().text()
    assert "4.25" in page
    assert reader.faults() == []
    assert {
        urllib.parse.urlsplit(url).hostname for url in reader.requests if url.startswith("http")
    } == {"127.0.0.1"}


def test_a_file_that_is_no_table_is_refused_in_words(
    server: Server, browser: Browser, tmp_path: Path
):
    file = tmp_path / "picture.xlsx"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    reader = tab(browser).open(f"{server.url}/upload")
    before = reader.finished
    reader.page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(str(file))
    reader.page.get_by_test_id("stAlert").wait_for(timeout=30_000)
    reader.wait(beyond=before)
    assert "picture.xlsx" in reader.text()
    assert reader.faults() == []


def test_the_command_line_hands_a_file_to_the_running_app_and_waits_for_its_receipt(
    server: Server, data: Path, tmp_path: Path
):
    file = tmp_path / "line.csv"
    file.write_text(survey([2, 3] * 20, "第四届"), "utf-8")
    finished = command(data, "import", str(file), "--fair", "line", "--wait", "60")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "40" in finished.stdout
    answer = command(data, "answer", "satisfaction", "--fair", "line", "--json")
    figures = json.loads(answer.stdout)
    assert figures["backup"].startswith("as of the backup of 20")
    overall = next(figure for figure in figures["figures"] if figure["key"] == "overalls")
    assert 2.5 in [round(row["value"], 9) for row in overall["rows"]]
    again = command(data, "import", str(file), "--fair", "line", "--wait", "60")
    assert again.returncode == 0
    assert "already" in again.stdout


def test_a_file_left_without_waiting_is_taken_in_all_the_same(
    server: Server, data: Path, tmp_path: Path
):
    file = tmp_path / "left.csv"
    file.write_text(survey([1, 2] * 20, "第五届"), "utf-8")
    finished = command(data, "import", str(file), "--fair", "left", "--wait", "0")
    assert finished.returncode == 0
    assert "inbox" in finished.stdout
    follow = command(data, "import", str(file), "--fair", "left", "--wait", "60")
    assert "already" in follow.stdout
