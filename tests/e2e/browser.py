"""The app on a server of its own, and the machine's Chromium to read it with."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from analytics.folders import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Notes when the page last changed, and when a probe (an expression) first turned true after a
# click.
WATCH = """
(() => {
  const seen = window.__seen = {changed: performance.now(), click: null, hit: null, probe: null};
  const look = () => {
    seen.changed = performance.now();
    if (!seen.probe) return;
    try {
      if (seen.probe()) { seen.probe = null; seen.hit = performance.now(); }
    } catch (error) {}
  };
  const everything = {subtree: true, childList: true, attributes: true, characterData: true};
  const start = () => new MutationObserver(look).observe(document.documentElement, everything);
  document.documentElement
    ? start() : document.addEventListener('readystatechange', start, {once: true});
  document.addEventListener('pointerdown', () => { seen.click = performance.now(); }, true);
})();
"""
QUIET = """quiet => {
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = '[data-stale="true"],[data-testid="stSkeleton"],[data-testid="stSpinner"]';
  return !!app && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED' && !document.querySelector(busy)
    && performance.now() - window.__seen.changed > quiet;
}"""


class Server:
    """`streamlit run` of a launcher, on a free port, until the block ends."""

    def __init__(
        self, launcher: str = "app.py", *, data: Path | None = None, arguments: tuple[str, ...] = ()
    ) -> None:
        with contextlib.closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._command = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            launcher,
            "--server.port",
            str(self.port),
            "--server.headless",
            "true",
            *arguments,
        ]
        self._environment = os.environ | ({"EXPOLENS_DATA": str(data)} if data else {})

    def __enter__(self) -> Server:
        self._log = tempfile.TemporaryFile("w+")
        started = time.perf_counter()
        self.process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self._environment,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        while not self._answers():
            if self.process.poll() is not None or time.perf_counter() - started > 120:
                raise RuntimeError(self.log())
            time.sleep(0.02)
        self.seconds_to_answer = time.perf_counter() - started
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._log.close()

    def log(self) -> str:
        self._log.seek(0)
        return self._log.read()

    def _answers(self) -> bool:
        try:
            return urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1).read() == b"ok"
        except OSError:
            return False


class Reader:
    """One browser tab that knows when Streamlit has finished."""

    def __init__(self, page: Page) -> None:
        self.page, self.started, self.finished = page, 0, 0
        self.requests: list[str] = []
        page.add_init_script(WATCH)
        page.on("websocket", self._listen)
        page.on("request", lambda request: self.requests.append(request.url))

    def _listen(self, socket: WebSocket) -> None:
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        def received(payload: str | bytes) -> None:
            if isinstance(payload, bytes):
                kind = ForwardMsg.FromString(payload).WhichOneof("type")
                if kind == "new_session":  # a run that leads to another page says no end of its own
                    self.finished = max(self.finished, self.started)
                    self.started += 1
                self.finished += kind == "script_finished"

        socket.on("framereceived", received)

    def open(self, url: str) -> Reader:
        self.page.goto(url)
        return self.wait()

    def wait(self, seconds: float = 60, quiet: int = 120, beyond: int = 0) -> Reader:
        """Until a run is over (after `beyond` earlier ones) and the page still for `quiet` ms."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if (
                self.finished > beyond
                and self.finished >= self.started
                and self.page.evaluate(QUIET, quiet)
            ):
                return self
            self.page.wait_for_timeout(20)
        raise TimeoutError(f"still running after {seconds} s: {self.page.url}")

    @contextlib.contextmanager
    def rerun(self, seconds: float = 60) -> Iterator[None]:
        """One interaction and the script run that follows it."""
        before = self.finished
        yield
        self.wait(seconds, beyond=before)

    def seconds_until(self, click: Callable[[], Any], probe: str, limit: float = 30) -> float:
        """From the pointer going down in the page until a JavaScript expression turns true."""
        self.page.evaluate(
            "probe => Object.assign(window.__seen, {hit: null, click: null, probe: new"
            " Function('return ' + probe)})",
            probe,
        )
        click()
        self.page.wait_for_function(
            "window.__seen.hit !== null && window.__seen.click !== null", timeout=limit * 1000
        )
        return float(self.page.evaluate("(window.__seen.hit - window.__seen.click) / 1000"))

    def keyed(self, key: str) -> Any:
        return self.page.locator(f".st-key-{key}")

    def text(self) -> str:
        """What stands in the page, without the invisible letters that keep uploaded text from being
        read as markup.
        """
        return (
            str(self.page.get_by_test_id("stMain").inner_text())
            .replace("\u2060", "")
            .replace("\u00a0", " ")
        )

    def faults(self) -> list[str]:
        return list(self.page.get_by_test_id("stException").all_inner_texts())


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own browser; nothing is downloaded."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def tab(
    browser: Browser,
    *,
    language: str = "zh-CN",
    theme: str = "light",
    width: int = 1440,
    height: int = 900,
    may_probe: bool = False,
) -> Reader:
    """A fresh visitor. `may_probe`: the page's own policy gives way to the probes that time it."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale=language,
        color_scheme="dark" if theme == "dark" else "light",
        bypass_csp=may_probe,
    )
    return Reader(context.new_page())
