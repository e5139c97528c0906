"""What stands before every request."""

import asyncio
from typing import Any

import pytest
from starlette.responses import PlainTextResponse

from analytics.people import Person
from ui.people import gate
from ui.server import request_guard


def answer_to(path: str, method: str = "GET") -> tuple[int, dict[str, str]]:
    """Status and headers the doors give to one request; behind them everything is 200."""
    sent: list[dict[str, Any]] = []
    inside = request_guard.SecurityHeaders(
        request_guard.ClosedPaths(PlainTextResponse("inside", headers={"Cache-Control": "public"}))
    )

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    asyncio.run(
        inside({"type": "http", "path": path, "method": method, "headers": []}, receive, send)
    )
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize("opening", ["websocket.accept", "websocket.http.response.start"])
def test_the_answer_to_a_websocket_carries_them_too(opening: str) -> None:
    sent: list[dict[str, Any]] = []

    async def inside(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": opening})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    asyncio.run(
        request_guard.SecurityHeaders(inside)(
            {"type": "websocket", "path": "/_stcore/stream"}, receive, send
        )
    )
    assert dict(sent[0]["headers"])[b"x-content-type-options"] == b"nosniff"


@pytest.fixture
def signed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "has_sign_in", lambda: True)
    monkeypatch.setattr(request_guard.answer_cache, "store", lambda: None)
    monkeypatch.setattr(gate, "admitted_person", lambda *_: None)


@pytest.mark.parametrize(
    "path", ["/", "/overview", "/media/x.csv", "/_stcore/metrics", "/_stcore/health"]
)
def test_every_response_carries_the_security_headers(path: str) -> None:
    _, headers = answer_to(path)
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "img-src 'self' data: blob:" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/interact"])
def test_what_nobody_outside_needs_is_not_found(path: str) -> None:
    assert answer_to(path)[0] == 404


def test_media_are_kept_by_nobody_on_the_way() -> None:
    assert answer_to("/media/x.csv")[1]["cache-control"] == "private, no-store"
    assert answer_to("/static/x.js")[1].get("cache-control", "public") == "public"


def test_without_sign_in_files_go_in_and_out() -> None:
    assert answer_to("/_stcore/upload_file/s/f", "PUT")[0] == 200
    assert answer_to("/media/x.csv")[0] == 200


@pytest.mark.usefixtures("signed_out")
def test_with_sign_in_files_need_a_person_behind_them() -> None:
    assert answer_to("/_stcore/upload_file/s/f", "PUT")[0] == 401
    assert answer_to("/media/x.csv")[0] == 401
    assert answer_to("/")[0] == 200


@pytest.mark.usefixtures("signed_out")
def test_a_viewer_takes_files_out_but_puts_none_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "admitted_person", lambda *_: Person("a@fair.example", "viewer"))
    assert answer_to("/media/x.csv")[0] == 200
    assert answer_to("/_stcore/upload_file/s/f", "PUT")[0] == 401


@pytest.mark.parametrize("address", [None, "0.0.0.0", "192.0.2.7"])
def test_the_start_is_refused_where_strangers_could_come_in_unasked(
    address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "has_sign_in", lambda: False)
    monkeypatch.setattr(request_guard.config, "get_option", {"server.address": address}.get)
    with pytest.raises(SystemExit, match=r"127\.0\.0\.1"):
        request_guard.check_address()


def test_a_header_that_names_the_user_is_not_believed_on_an_open_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    options = {"server.address": "0.0.0.0", "server.trustedUserHeaders": {"X-User": "email"}}
    monkeypatch.setattr(gate, "has_sign_in", lambda: True)
    monkeypatch.setattr(request_guard.config, "get_option", options.get)
    with pytest.raises(SystemExit, match="trustedUserHeaders"):
        request_guard.check_address()


def test_this_machine_needs_no_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_guard.config, "get_option", {"server.address": "127.0.0.1"}.get)
    request_guard.check_address()
