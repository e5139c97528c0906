"""A reader without a browser: what one session of the app is sent, as texts."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE_S = 120
UNREAD = {"id", "form_id", "element_id", "user_key", "fragment_id", "uuid", "styles"}
"""Fields that differ from run to run and that nobody reads."""


class RawSession:
    """One websocket to the app, open for as long as the block lasts."""

    def __init__(self, port: int) -> None:
        self._url = f"ws://127.0.0.1:{port}/_stcore/stream"
        self._large_messages: dict[str, ForwardMsg] = {}
        self._socket: ClientConnection

    async def __aenter__(self) -> RawSession:
        self._socket = await connect(
            self._url,
            subprotocols=["streamlit"],
            max_size=None,
            open_timeout=PATIENCE_S,  # type: ignore[list-item]
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def view(self, page: str, **words: str) -> tuple[str, ...]:
        """Open a page under an address; every text of it once the run is over, in the order of
        their places. Raises RuntimeError where the page shows an exception.
        """
        await self.ask(page, **words)
        places: dict[tuple[int, ...], Any] = {}
        while (message := await self._next()).WhichOneof("type") != "script_finished":
            if message.WhichOneof("type") == "delta":
                places[tuple(message.metadata.delta_path)] = message.delta
        for delta in places.values():
            if delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(f"{page}: an exception stands in the page")
        return tuple(text for path in sorted(places) for text in texts(places[path]))

    async def ask(self, page: str, **words: str) -> None:
        """Open a page, and wait for nothing."""
        order = BackMsg()
        order.rerun_script.query_string = urlencode(words)
        order.rerun_script.page_name = page
        order.rerun_script.context_info.timezone = "UTC"
        order.rerun_script.context_info.locale = "en-GB"
        await self._socket.send(order.SerializeToString())

    async def _next(self) -> ForwardMsg:
        """The next message; one that is too long to be sent twice comes as a reference."""
        frame = await asyncio.wait_for(self._socket.recv(), PATIENCE_S)
        message = ForwardMsg.FromString(frame)  # type: ignore[arg-type]
        if message.WhichOneof("type") == "ref_hash":
            earlier = self._large_messages[message.ref_hash]
            whole = ForwardMsg()
            whole.CopyFrom(earlier)
            whole.metadata.CopyFrom(message.metadata)
            return whole
        if message.hash:
            self._large_messages[message.hash] = message
        return message


def texts(message: Any) -> Iterator[str]:
    """What a message says: its strings, and a digest of what is drawn from bytes."""
    for field, value in message.ListFields():
        for part in value if _is_list(value) else (value,):
            if hasattr(part, "ListFields"):
                yield from texts(part)
            elif isinstance(part, bytes):
                yield hashlib.sha256(part).hexdigest()
            elif isinstance(part, str) and part and field.name not in UNREAD:
                yield part


def _is_list(value: Any) -> bool:
    return not isinstance(value, str | bytes) and hasattr(value, "__iter__")
