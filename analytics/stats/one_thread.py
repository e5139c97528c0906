"""How does a fit keep to one thread? On a shared machine several are slower by up to 160 times.

Method: the native libraries are looked for once a process and then told each time: a search costs
as much as a small fit. Assumption: whatever multiplies matrices is loaded before the first call, so
it stands after the import of the fit. Source: none needed.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

BRING_THREADS = ("scipy.linalg", "sklearn")
"""Packages with a native library of their own."""


def one_thread() -> AbstractContextManager[Any]:
    """A block in which native libraries use one thread."""
    loaded = tuple(name for name in BRING_THREADS if name in sys.modules)
    limited: AbstractContextManager[Any] = _libraries(loaded).limit(limits=1)
    return limited


@cache
def _libraries(loaded: tuple[str, ...]) -> ThreadpoolController:
    """The thread pools of this process; looked for anew once another package brought its own."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
