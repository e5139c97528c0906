"""How does a fit keep to one thread? On a shared machine several are slower by up to 160 times.

Method: the native libraries are looked for once a process and then told each time: a search costs
as much as a small fit. Assumption: whatever multiplies matrices is loaded before the first call, so
it stands after the import of the fit. Source: none needed.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[Any]:
    """A block in which native libraries use one thread."""
    limited: AbstractContextManager[Any] = _libraries().limit(limits=1)
    return limited


@cache
def _libraries() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
