"""The child that opens pages of the examined checkout without a browser and reads them."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

from unchanged import standstill

LONGEST_WAIT_S = 600
# What nobody reads: names of widgets, files and scripts, made of paths or by chance.
UNREAD = frozenset(
    ("id", "form_id", "page_script_hash", "deferred_file_id", "uuid", "component_name")
)
# Says at each page that there is no browser.
UNASKED_FOR = "streamlit.runtime.scriptrunner_utils.script_run_context"
BYTES_SERVED = re.compile(r"/media/\w+")


def serve() -> None:
    """One page and language a line on stdin, what shows a line on stdout."""
    standstill.hold()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a page prints must not get between the answers
    for line in sys.stdin:
        order = json.loads(line)
        answers.write(json.dumps(shown(order["page"], order["language"])) + "\n")
        answers.flush()


def shown(page: str, language: str) -> dict[str, Any]:
    """Everything on a page, block by block, and the exceptions it ended with."""
    app = opened(page, language)
    return {
        "exceptions": [str(fault.value) for fault in app.exception],
        "shown": [content(block) for block in app._tree.children.values()],
    }


def opened(page: str, language: str) -> Any:
    """The page after a fresh visitor's first look, once nothing is being computed any more."""
    from streamlit.testing.v1 import AppTest

    logging.getLogger(UNASKED_FOR).disabled = True
    script = entry(Path.cwd())
    app = AppTest.from_file(str(script), default_timeout=LONGEST_WAIT_S)
    app.query_params["lang"] = language
    app.run()
    file = Path.cwd() / "pages" / f"{page}.py"
    if page != "overview":
        app.switch_page(os.path.relpath(file, script.parent)).run()
    end = time.monotonic() + LONGEST_WAIT_S
    while app.get("progress") and time.monotonic() < end:
        time.sleep(0.5)
        app.run()
    if app.get("progress"):
        raise TimeoutError(page)
    return app


def entry(tree: Path) -> Path:
    """The script that the front door, `app.py`, names."""
    names = re.findall(r"[\"']([\w/]+\.py)[\"']", (tree / "app.py").read_text("utf-8"))
    return next(tree / name for name in names if (tree / name).is_file())


def content(node: Any) -> dict[str, Any]:
    """A block or an element: its type, whatever is written on it, and what stands inside."""
    plain: dict[str, Any] = {"element": node.type}
    if getattr(node, "proto", None) is not None:
        plain |= message(node.proto)
    if hasattr(node, "children"):
        plain["inside"] = [content(child) for child in node.children.values()]
    return plain


def message(proto: Any) -> dict[str, Any]:
    """The filled fields of what is sent to the browser."""
    fields = {field.name: value for field, value in proto.ListFields()}
    return {name: readable(value) for name, value in fields.items() if name not in UNREAD}


def readable(value: Any) -> Any:
    """Text, numbers and tables instead of what they are packed in."""
    if hasattr(value, "ListFields"):
        return message(value)
    if isinstance(value, bytes):
        return table(value)
    if isinstance(value, str):
        return BYTES_SERVED.sub("/media/BYTES", value) if value[:1] not in "{[" else unpacked(value)
    if isinstance(value, bool | int | float):
        return value
    if hasattr(value, "items"):
        return {str(name): readable(value[name]) for name in sorted(value)}
    return [readable(part) for part in value]


def unpacked(text: str) -> Any:
    """JSON as its content: a chart's numbers are numbers."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def table(packed: bytes) -> Any:
    """The columns of a table on its way to the browser."""
    import pyarrow as pa

    if not packed:
        return ""
    try:
        columns = pa.ipc.open_stream(io.BytesIO(packed)).read_all().to_pydict()
    except pa.ArrowInvalid:
        return f"{len(packed)} bytes"
    return {name: [cell(value) for value in values] for name, values in columns.items()}


def cell(value: Any) -> Any:
    """A cell as JSON can hold it."""
    if isinstance(value, list):
        return [cell(part) for part in value]
    return value if isinstance(value, str | int | float | None) else str(value)
