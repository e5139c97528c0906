"""Child processes for strangers' files, long fits, pictures and decks: a failure hurts no other.

A task is a function `task(values: dict, folder: Path, report: Report) -> dict` named as
"package.module:function". It gets and returns JSON; anything large travels as files in `folder`.
Where its module has a `prepare()`, that runs before all else. The child sees no environment
secrets, opens no database, and is ended by its limits. The clock is watched; files and CPU are
limited by the system (not on Windows), memory by the system on Linux and elsewhere by watching,
which ends a child within a few hundredths of a second of its growing too large.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics import clock
from analytics.errors import Fault, Unreadable

ROOT = Path(__file__).parent.parent
START = (
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); from analytics.worker import main;"
    " main(sys.argv[1])"
)
IS_MEMORY_LIMITED = sys.platform == "linux"
"""Whether the system itself refuses a child more memory than its limit."""
LOOK_SECONDS = 0.05
KEPT_ENVIRONMENT = (
    "PATH",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "LANG",
    "LC_ALL",
    "HOME",
    clock.SETTING,
)
Report = Callable[[float, str], None]
Spares = dict[str, "subprocess.Popen[bytes]"]
log = logging.getLogger("expolens")
listener: ContextVar[Report | None] = ContextVar("listener", default=None)
spares: ContextVar[Spares | None] = ContextVar("spares", default=None)


@dataclass(frozen=True)
class Limits:
    """What a child may use: bytes of memory, seconds on the clock and of CPU, open files."""

    memory: int = 2 * 2**30
    wall: float = 25
    cpu: int = 20
    files: int = 64


LONG = Limits(memory=4 * 2**30, wall=300, cpu=600, files=128)


class ChildStopped(Fault):
    """The child ended without an answer: `reason` is 'memory', 'time' or 'crash'."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def run(
    task: str,
    values: dict[str, Any],
    folder: Path,
    *,
    limits: Limits = Limits(),
    report: Report | None = None,
) -> Any:
    """Run a task in a child and return its JSON answer.

    Progress (a share between 0 and 1, and a step's name) goes to `report`, or to whoever set
    `listener`. Raises the task's own Unreadable, ChildStopped when a limit or a crash ended it.
    """
    child = (spares.get() or {}).pop(task, None) or _child(task)
    watch = _Watch(child, limits)
    assert child.stdin is not None
    assert child.stdout is not None
    order = {
        "values": values,
        "folder": str(folder),
        "limits": vars(limits),
        "is_memory_limited": IS_MEMORY_LIMITED,
    }
    try:
        child.stdin.write(json.dumps(order).encode() + b"\n")
        child.stdin.close()
        answer = _listen(child.stdout, report or listener.get())
    except BrokenPipeError:
        answer = None
    finally:
        child.stdout.close()
        watch.stop()
    return _settle(answer, child.wait(), watch.reason)


@contextmanager
def ready(task: str) -> Iterator[None]:
    """A child for this task starts now, so that whoever runs it in this block need not wait."""
    waiting = spares.get()
    token = spares.set(waiting := {} if waiting is None else waiting)
    waiting.setdefault(task, _child(task))
    try:
        yield
    finally:
        spares.reset(token)
        if spare := waiting.pop(task, None):
            spare.kill()
            spare.communicate()


def _child(task: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-I", "-c", START, task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    one_thread = {
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }
    return {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ} | one_thread


def _listen(lines: Any, report: Report | None) -> dict[str, Any] | None:
    answer = None
    for line in lines:
        message = json.loads(line)
        if "progress" in message:
            if report:
                report(message["progress"], message["step"])
        else:
            answer = message
    return answer


def _settle(answer: dict[str, Any] | None, code: int, reason: str | None) -> Any:
    if answer is None or reason:
        raise ChildStopped(reason or ("time" if code in (-24, 152) else "crash"))
    if "bug" in answer:
        log.error("error in a child: %s", answer["bug"])
        raise ChildStopped("crash")
    if "unreadable" in answer:
        raise Unreadable(answer["unreadable"], answer["details"])
    if "stopped" in answer:
        raise ChildStopped(answer["stopped"])
    return answer["result"]


class _Watch:
    """Ends a child that outstays its wall clock or, where only this does, outgrows its memory."""

    def __init__(self, child: subprocess.Popen[bytes], limits: Limits) -> None:
        self.reason: str | None = None
        self._child, self._limits, self._done = child, limits, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()
        if self._child.poll() is None and self.reason:
            self._child.kill()

    def _look(self) -> None:
        end = time.monotonic() + self._limits.wall
        memory_used = _nothing if IS_MEMORY_LIMITED else _memory_of(self._child.pid)
        while not self._done.wait(LOOK_SECONDS):
            if time.monotonic() > end:
                self.reason = "time"
            elif memory_used() > self._limits.memory:
                self.reason = "memory"
            if self.reason:
                self._child.kill()
                return


def _nothing() -> int:
    return 0


def _memory_of(pid: int) -> Callable[[], int]:
    """Asks how many bytes a process holds; 0 once it is over. What Windows has moved out of the
    way still counts.
    """
    import psutil

    def memory_used() -> int:
        try:
            memory = psutil.Process(pid).memory_info()
        except psutil.Error:
            return 0
        return max(int(memory.rss), int(getattr(memory, "private", 0)))

    return memory_used


def main(name: str) -> None:
    """The child's side: one order on stdin, then progress and one answer on stdout."""
    module_name, function = name.split(":")
    module = importlib.import_module(module_name)
    getattr(module, "prepare", lambda: None)()
    order = json.loads(sys.stdin.buffer.readline())
    os.chdir(order["folder"])
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not break the protocol
    _limit(Limits(**order["limits"]), order["is_memory_limited"])

    def send(message: dict[str, Any]) -> None:
        out.write(json.dumps(message, ensure_ascii=True) + "\n")
        out.flush()

    def tell(share: float, step: str) -> None:
        send({"progress": share, "step": step})

    send(_answered(lambda: getattr(module, function)(order["values"], Path(order["folder"]), tell)))
    out.close()
    os._exit(0)  # nothing left to tidy, and a hostile file's objects need no visit


def _answered(work: Callable[[], Any]) -> dict[str, Any]:
    """What becomes of the task. Of what nobody foresaw only the place is told: no cell's content
    goes to a log.
    """
    try:
        return {"result": work()}
    except Unreadable as fault:
        return {"unreadable": fault.reason, "details": fault.details}
    except MemoryError:
        return {"stopped": "memory"}
    except Exception as bug:
        steps = " < ".join(
            f"{step.name}:{step.lineno}"
            for step in reversed(traceback.extract_tb(bug.__traceback__))
        )
        return {"bug": f"{type(bug).__name__} at {steps}"}


def _limit(limits: Limits, is_memory_limited: bool) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits.files, limits.files))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 2))
    if is_memory_limited:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
