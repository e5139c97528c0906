"""The product's marks as the addresses a browser takes them from: read once, so that no run opens a
file for them.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

HERE = Path(__file__).resolve().parent


def _address(name: str) -> str:
    return "data:image/svg+xml;base64," + b64encode((HERE / name).read_bytes()).decode()


LOGO, ICON = _address("logo.svg"), _address("icon.svg")
