"""Streamlit's own scripts and styles, from memory.

A page of Streamlit is a hundred small files. Its file server reads each in a thread, and every step
of a thread waits its turn behind the computing ones; while the app warms up, the browser would wait
for its scripts longer than for its answers. The files are named after their content, so a copy
never grows old.
"""

from __future__ import annotations

import mimetypes
from functools import cache
from pathlib import Path

import streamlit
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

FOLDER = Path(streamlit.__file__).parent / "static"
KEPT = b"public, immutable, max-age=31536000"


class StaticFiles:
    """Answers a plain GET of a script, style or font of Streamlit's; everything else goes on to
    Streamlit.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = _file(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if file is None:
            await self.app(scope, receive, send)
            return
        body, kind = _content(file)
        headers = [
            (b"content-type", kind),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", KEPT),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def addresses_of(*scripts: str) -> tuple[str, ...]:
    """The addresses, relative to the page, of the scripts whose names begin so."""
    return tuple(
        f"./{name}"
        for script in scripts
        for name in sorted(_files())
        if name.startswith(f"static/js/{script}.")
    )


def _file(scope: Scope) -> Path | None:
    if any(name == b"range" for name, _ in scope.get("headers", ())):
        return None
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    path = str(scope.get("path", "")).lstrip("/")
    return _files().get(path.removeprefix(f"{base}/") if base else path)


@cache
def _files() -> dict[str, Path]:
    """Every file that may be asked for, by its address: nothing else on the disk can be."""
    files = (file for file in (FOLDER / "static").rglob("*") if file.is_file())
    return {file.relative_to(FOLDER).as_posix(): file for file in files}


@cache
def _content(file: Path) -> tuple[bytes, bytes]:
    return (
        file.read_bytes(),
        (mimetypes.guess_type(file.name)[0] or "application/octet-stream").encode(),
    )
