"""A reader without a browser: a session over a raw WebSocket that reruns its page and times it."""

from __future__ import annotations

import threading
import time
from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PAUSE_S = 0.1
LARGEST_FRAME = 64 * 1024 * 1024


class Viewer:
    """Reruns `page` until the block ends; `seconds`, one a run: from asking to the script's end."""

    def __init__(self, url: str, page: str) -> None:
        self.seconds: list[float] = []
        self._url, self._page, self._over = url, page, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Viewer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join(60)

    def p95(self) -> float:
        """The time that 95 of 100 runs do not take longer than."""
        return sorted(self.seconds)[int(0.95 * (len(self.seconds) - 1))]

    def _watch(self) -> None:
        address = self._url.replace("http://", "ws://") + "/_stcore/stream"
        with connect(
            address, origin=self._url, subprotocols=["streamlit"], max_size=LARGEST_FRAME
        ) as socket:  # type: ignore[arg-type, list-item]
            _run(socket, self._page)
            while not self._over.is_set():
                started = time.perf_counter()
                _run(socket, self._page)
                self.seconds.append(time.perf_counter() - started)
                time.sleep(PAUSE_S)


def _run(socket: ClientConnection, page: str) -> None:
    asked = BackMsg()
    asked.rerun_script.page_name = page
    socket.send(asked.SerializeToString())
    while (
        ForwardMsg.FromString(bytes(socket.recv(timeout=60))).WhichOneof("type")
        != "script_finished"
    ):  # type: ignore[arg-type]
        pass
