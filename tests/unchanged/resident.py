"""The child that runs command lines of the examined checkout, one after the other."""

from __future__ import annotations

import io
import json
import os
import runpy
import sys
from typing import Any

from unchanged import standstill


def serve() -> None:
    """One order a line on stdin, one answer a line on stdout."""
    standstill.hold()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what prints past sys.stdout must not get between the answers
    for line in sys.stdin:
        order = json.loads(line)
        os.environ["EXPOLENS_DATA"] = order["data"]
        answers.write(json.dumps(run(order["arguments"])) + "\n")
        answers.flush()


def run(arguments: list[str]) -> dict[str, Any]:
    """What `python -m analytics ARGUMENTS` does: exit code, stdout, stderr."""
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = printed = paper(), paper()
    sys.argv = ["analytics", *arguments]
    code: Any = 0
    try:
        runpy.run_module("analytics", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.stdout, sys.stderr = streams
    out, err = (stream.buffer.getvalue().decode("utf-8", "replace") for stream in printed)
    return {"code": code, "stdout": out, "stderr": err}


def paper() -> Any:
    """A stream that can do what a terminal's can, and remembers."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
