"""A bounded shelf of results, with one computation a key at a time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class ResultShelf(Generic[Value]):
    """Keeps the `limit` results used last. Whoever asks for what somebody else is computing waits
    for that, not twice.

    A result may land here from any thread, with or without a page behind it, and can be looked for
    without being computed. An exception is nobody's result: it goes to those who asked, and the
    next one to ask tries again.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def peek(self, key: Hashable) -> Value | None:
        """The result if it is here."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The result, computed if it is not here."""
        result = self.peek(key)
        if result is not None:
            return result
        with self._lock:
            turn = self._making.setdefault(key, threading.Lock())
        with turn:
            result = self.peek(key)
            return result if result is not None else self._make(key, make)

    def put(self, key: Hashable, result: Value) -> None:
        """A result that was made elsewhere."""
        self.get(key, lambda: result)

    def drop(self, key: Hashable) -> None:
        """Forget one result."""
        with self._lock:
            self._kept.pop(key, None)

    def clear(self) -> None:
        """Forget every result."""
        with self._lock:
            self._kept.clear()

    def _make(self, key: Hashable, make: Callable[[], Value]) -> Value:
        try:
            result = make()
            with self._lock:
                self._kept[key] = result
                while len(self._kept) > self._limit:
                    self._kept.popitem(last=False)
            return result
        finally:
            with self._lock:
                self._making.pop(key, None)
