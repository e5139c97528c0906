"""The app on a server of its own: what only a real request or a real browser shows."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyarrow as pa
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from analytics.catalogue import STUDIES
from analytics.folders import ROOT
from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab
from tests.ui.conftest import load_fair
from tests.ui.frame.test_safe_labels import NASTY

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
HOLD = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from analytics.store import Store
with Store(Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""
SHOW = """
import json, sys
sys.path.insert(0, {root!r})
import streamlit as st
from ui.frame.safe_labels import md
for number, text in enumerate(json.loads({texts!r})):
    with st.container(key=f"nasty-{{number}}"):
        st.markdown(md(text))
        st.caption(md(text))
        st.button(md(text), key=f"button-{{number}}")
        st.metric(md(text), "1")
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the small fair, let go of again."""
    return with_fair(tmp_path_factory.mktemp("served"))


def with_fair(folder: Path) -> Path:
    """The folder, its database filled and closed."""
    with pytest.MonkeyPatch.context() as patch, Store(folder) as store:
        patch.setitem(fairs.TYPES, "is_multiple", pa.bool_())
        load_fair(store, "f")
    return folder


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with Server(data=data) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with chromium() as running:
        yield running


def words_of(reader: Reader) -> dict[str, list[str]]:
    return parse_qs(urlsplit(reader.page.url).query)


def status_and_headers(url: str, method: str = "GET") -> tuple[int, dict[str, str]]:
    request = urllib.request.Request(url, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}
    except urllib.error.HTTPError as refused:
        return refused.code, {name.lower(): value for name, value in refused.headers.items()}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "satisfaction",
        "nowhere",
        "_stcore/health",
        "_stcore/host-config",
        "media/x.csv",
        "_stcore/metrics",
    ],
)
def test_every_response_carries_the_security_headers(server: Server, path: str) -> None:
    _, headers = status_and_headers(f"{server.url}/{path}")
    assert headers["content-security-policy"].startswith(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def receive_to_the_end(stream: ClientConnection) -> None:
    while True:
        stream.recv(timeout=10)


@pytest.mark.parametrize(("frame", "code"), [("hello", 1003), (b"hello", 1002), (b"", 1002)])
def test_what_is_no_message_on_the_websocket_leaves_no_line_in_the_log(
    server: Server, frame: str | bytes, code: int
) -> None:
    before = server.log()
    for _ in range(3):
        with connect(f"ws://127.0.0.1:{server.port}/_stcore/stream") as stream:
            stream.send(frame)
            with pytest.raises(ConnectionClosed) as closed:
                receive_to_the_end(stream)
            assert closed.value.rcvd
            assert closed.value.rcvd.code == code
    assert status_and_headers(f"{server.url}/_stcore/health")[0] == 200
    assert server.log() == before


def test_metrics_are_nobodys_business(server: Server) -> None:
    assert status_and_headers(f"{server.url}/_stcore/metrics")[0] == 404


def test_the_start_is_refused_on_an_open_address_without_sign_in(tmp_path: Path) -> None:
    finished = subprocess.run(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            "app.py",
            "--server.address",
            "0.0.0.0",
            "--server.port",
            "0",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode != 0
    assert "sign-in is off" in finished.stdout + finished.stderr
    assert "Traceback" not in finished.stdout + finished.stderr


@needs_chromium
def test_a_deep_link_is_the_first_thing_a_fresh_server_sees(tmp_path: Path, browser) -> None:
    with Server(data=with_fair(tmp_path)) as fresh:
        reader = tab(browser).open(f"{fresh.url}/trends?lang=zh&fair=f&edition=f-2")
        reader.page.get_by_role("heading", name="趋势", exact=True).wait_for()
        reader.keyed("editions").get_by_text("第2届").wait_for()
        assert words_of(reader) == {"lang": ["zh"], "fair": ["f"], "edition": ["f-2"]}
        assert reader.faults() == []


@needs_chromium
def test_nothing_is_asked_of_any_other_machine(server: Server, browser) -> None:
    reader = tab(browser)
    for page in ("", *(study.key for study in STUDIES), "settings"):
        reader.open(
            f"{server.url}/{page}?industry=%21%5Bx%5D%28http%3A%2F%2Fevil.example%2Fx.png%29"
        )
    assert {urlsplit(url).hostname for url in reader.requests if url.startswith("http")} == {
        "127.0.0.1"
    }


@needs_chromium
def test_going_back_takes_the_filter_back(server: Server, browser) -> None:
    reader = tab(browser).open(f"{server.url}/satisfaction?lang=en&fair=f&region=North")
    with reader.rerun():
        reader.keyed("chip-0").get_by_role("button").click()
    assert "region" not in words_of(reader)
    with reader.rerun():
        reader.page.go_back()
    assert words_of(reader)["region"] == ["North"]
    assert reader.keyed("chip-0").get_by_role("button").is_visible()


@needs_chromium
def test_the_language_switch_keeps_the_view(server: Server, browser) -> None:
    reader = tab(browser).open(f"{server.url}/satisfaction?lang=en&fair=f&edition=f-2")
    with reader.rerun():
        reader.keyed("language").get_by_text("中文", exact=True).click()
    assert words_of(reader) == {"lang": ["zh"], "fair": ["f"], "edition": ["f-2"]}
    assert reader.keyed("editions").get_by_text("第2届").is_visible()
    assert reader.keyed("satisfaction-group_by").get_by_role("combobox").input_value() == "行业"


@needs_chromium
def test_every_nasty_label_is_shown_letter_by_letter(tmp_path: Path, browser) -> None:
    script = tmp_path / "labels.py"
    script.write_text(SHOW.format(root=str(ROOT), texts=json.dumps(NASTY)), "utf-8")
    with Server(str(script)) as running:
        reader = tab(browser).open(running.url)
        for number, text in enumerate(NASTY):
            box = reader.keyed(f"nasty-{number}")
            shown = [
                box.get_by_test_id(name).first.inner_text()
                for name in ("stMarkdown", "stCaptionContainer", "stMetricLabel")
            ]
            shown.append(box.get_by_role("button").first.inner_text())
            assert [label.replace("\u2060", "").strip() for label in shown] == [text] * 4
    assert {urlsplit(url).hostname for url in reader.requests if url.startswith("http")} == {
        "127.0.0.1"
    }


@needs_chromium
def test_a_database_held_by_another_program_is_named_and_comes_back_by_itself(
    tmp_path: Path, browser
) -> None:
    with_fair(tmp_path)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(ROOT), str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with Server(data=tmp_path) as running:
            reader = tab(browser).open(f"{running.url}/?lang=en")
            assert "Another program holds the database" in reader.text()
            assert "数据库正被另一个程序占用" in reader.text()
            holder.communicate(timeout=20)
            with reader.rerun():
                reader.keyed("try-again").get_by_role("button").click()
            assert reader.page.get_by_role("heading", name="Fair").is_visible()
    finally:
        holder.kill()
