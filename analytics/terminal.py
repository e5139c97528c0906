"""What the command line prints: no sign a terminal would obey, no word where nobody listens."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOWrapper
from typing import Any, TextIO, cast

from analytics.text_width import BIDI

OBEYED = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{BIDI}]")
NOBODY_LISTENS = 141
"""What a shell says of a program that wrote into a closed pipe: 128 + SIGPIPE."""


def visible(text: str) -> str:
    """The text with each control character spelt out, as JSON would spell it."""
    return OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


@contextmanager
def printing() -> Iterator[None]:
    """Whatever is printed in here goes out as UTF-8, with control characters made visible."""
    out, errors = sys.stdout, sys.stderr
    if isinstance(out, TextIOWrapper) and isinstance(errors, TextIOWrapper):
        out.reconfigure(encoding="utf-8")
        errors.reconfigure(errors="replace")
    with redirect_stdout(_visibly(out)), redirect_stderr(_visibly(errors)):
        yield
        sys.stdout.flush()


def stop_printing() -> int:
    """Nobody reads on (`answer | head`): what is still to come goes nowhere. The exit code."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return NOBODY_LISTENS


def is_closed_pipe(error: OSError) -> bool:
    """Whether a write failed because the reader has gone; on Windows no error says just that."""
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == 22)


class _Visibly:
    """A stream to print to."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(visible(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _visibly(stream: TextIO) -> TextIO:
    return cast("TextIO", _Visibly(stream))
