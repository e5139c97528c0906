"""Only messages of the app's own pages come through its websocket."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from ui.server.websocket_guard import FOR_DEVELOPERS, OwnMessages

MESSAGE = BackMsg(stop_script=True).SerializeToString()
END = {"type": "websocket.disconnect"}


def heard_behind(*frames: dict[str, Any]) -> tuple[list[str], list[dict[str, Any]]]:
    """What the app hears of these frames of a websocket, and what the other side is sent."""
    waiting = [{"type": "websocket.receive", **frame} for frame in frames]
    heard: list[str] = []
    sent: list[dict[str, Any]] = []

    async def inside(scope: Any, receive: Any, send: Any) -> None:
        while not heard or heard[-1] != "websocket.disconnect":
            heard.append((await receive())["type"])
            await send({"type": "websocket.send", "bytes": b"answer"})

    async def receive() -> Any:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/_stcore/stream"}
    asyncio.run(OwnMessages(inside)(scope, receive, send))
    return heard, sent


def test_a_text_on_the_websocket_closes_it_and_nothing_is_sent_after_that() -> None:
    heard, sent = heard_behind({"bytes": MESSAGE}, {"text": "hello", "bytes": None})
    assert heard == ["websocket.receive", "websocket.disconnect"]
    assert [message["type"] for message in sent] == ["websocket.send", "websocket.close"]


@pytest.mark.parametrize("frame", [b"hello", b"", b"\xff\xff\xff", MESSAGE[:1]])
def test_a_frame_that_is_no_message_closes_it_too(frame: bytes) -> None:
    heard, sent = heard_behind({"bytes": frame})
    assert heard == ["websocket.disconnect"]
    assert [message["type"] for message in sent] == ["websocket.close"]


@pytest.mark.parametrize("kind", FOR_DEVELOPERS)
def test_a_message_for_developers_is_passed_over(kind: str) -> None:
    frame = BackMsg(**{kind: True}).SerializeToString()
    heard, sent = heard_behind({"bytes": frame}, {"bytes": MESSAGE}, END)
    assert heard == ["websocket.receive", "websocket.disconnect"]
    assert "websocket.close" not in [message["type"] for message in sent]
