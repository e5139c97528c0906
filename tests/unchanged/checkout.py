"""The checkout that is examined: its command line, kept running so that its start is paid once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent.parent
# The examined checkout is the working folder and comes first; this package's own folder comes last.
START = "import sys; sys.path.append(sys.argv[1]); from unchanged import {module}; {module}.serve()"
KEPT_ENVIRONMENT = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
FIXED_ENVIRONMENT = {
    "LOGNAME": "reader",
    "USER": "reader",
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}


@dataclass(frozen=True)
class Outcome:
    """What a command line gave back."""

    code: int
    stdout: str
    stderr: str


class Checkout:
    """A checkout under examination; `work` is a folder for databases that is thrown away later."""

    def __init__(self, tree: Path, work: Path) -> None:
        self.tree, self.work = tree, work
        self.demo = work / "demo"
        self._running: subprocess.Popen[str] | None = None

    def __enter__(self) -> Checkout:
        return self

    def __exit__(self, *_: object) -> None:
        self.rest()

    def run(self, arguments: list[str], data: Path) -> Outcome:
        """`python -m analytics ARGUMENTS` with the live data in `data`."""
        if self._running is None or self._running.poll() is not None:
            self._running = self.child("resident", data)
        answer = ask(self._running, {"arguments": arguments, "data": str(data)})
        texts = (self.plain(answer["stdout"]), self.plain(answer["stderr"]))
        return Outcome(answer["code"], *texts)

    def rest(self) -> None:
        """End the running command line, and let go of whatever it holds."""
        if self._running is not None:
            self._running.communicate()
            self._running = None

    def child(self, module: str, data: Path) -> subprocess.Popen[str]:
        """A module of this package in a process that imports the examined checkout."""
        environment = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
        return subprocess.Popen(
            [sys.executable, "-c", START.format(module=module), str(TESTS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=self.tree,
            text=True,
            encoding="utf-8",
            env=environment | FIXED_ENVIRONMENT | {"EXPOLENS_DATA": str(data)},
        )

    def plain(self, text: str) -> str:
        """Without the paths of this run."""
        return text.replace(str(self.work), "WORK").replace(str(self.tree), "TREE")


def ask(process: subprocess.Popen[str], order: dict[str, Any]) -> Any:
    """One order on a child's stdin, one answer from its stdout. RuntimeError where it died."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"the examined process ended ({process.wait()}) at {order}")
    return json.loads(line)


def write(path: Path, content: Any) -> None:
    """A JSON file that a person can read too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", "utf-8", errors="surrogatepass")
