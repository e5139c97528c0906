"""How a figure is computed: what a statistician asks for first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """In phrases for `say`."""

    formula: str
    assumption: str
    source: str
    caution: str
