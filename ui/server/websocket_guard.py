"""What stands before the app's websocket: only messages of its own pages come through.

A frame that is none ends the connection; Streamlit would end it too, but with a whole traceback in
the log for each. Messages for developers are passed over: one of them empties every cache, which
closes the database under everybody who reads it.
"""

from __future__ import annotations

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

UNSUPPORTED_DATA, PROTOCOL_ERROR = 1003, 1002
LONGEST_READ = 50_000_000
"""What is longer is measured, and refused, by Streamlit before it is read."""
FOR_DEVELOPERS = (
    "clear_cache",
    "set_run_on_save",
    "debug_disconnect_websocket",
    "debug_shutdown_runtime",
)


class OwnMessages:
    """Closes a websocket on what is no message of Streamlit's, and drops what is for developers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        is_closed = False

        async def receive_own() -> Message:
            nonlocal is_closed
            while True:
                message = await receive()
                try:
                    if message["type"] != "websocket.receive" or _is_for_app(message):
                        return message
                except NoMessage as error:
                    is_closed = True
                    await send({"type": "websocket.close", "code": error.code})
                    return {"type": "websocket.disconnect", "code": error.code}

        async def send_while_open(message: Message) -> None:
            if not is_closed:
                await send(message)

        await self.app(scope, receive_own, send_while_open)


class NoMessage(Exception):
    """A frame that the app's pages never send, and the code that says why to whoever did."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def _is_for_app(message: Message) -> bool:
    """Whether a frame is to be heard. Raises NoMessage where it is none of Streamlit's."""
    frame = message.get("bytes")
    if frame is None:
        raise NoMessage(UNSUPPORTED_DATA)
    if len(frame) > LONGEST_READ:
        return True
    try:
        kind = BackMsg.FromString(frame).WhichOneof("type")
    except DecodeError as error:
        raise NoMessage(PROTOCOL_ERROR) from error
    if kind is None:
        raise NoMessage(PROTOCOL_ERROR)
    return kind not in FOR_DEVELOPERS
