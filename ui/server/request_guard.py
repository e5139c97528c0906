"""What stands before every request: security headers, no metrics, sign-in before files, and on the
websocket only messages of the app's own pages.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from analytics.errors import StoreFault
from ui.people import gate
from ui.server import answer_cache
from ui.server.websocket_guard import OwnMessages

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'self'",
        "object-src 'none'",
    )
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
}
STARTS = ("http.response.start", "websocket.accept", "websocket.http.response.start")
CLOSED = ("/_stcore/metrics", "/_stcore/agent")
UPLOADS, MEDIA = "/_stcore/upload_file", "/media"
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


class SecurityHeaders:
    """Puts the security headers on every response; media are private and never cached."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        added = HEADERS | (
            {b"cache-control": b"private, no-store"} if _is_under(scope, MEDIA) else {}
        )

        async def with_headers(message: Message) -> None:
            if message["type"] in STARTS:
                others = [
                    pair for pair in message.get("headers", ()) if pair[0].lower() not in added
                ]
                message = {**message, "headers": [*others, *added.items()]}
            await send(message)

        await self.app(scope, receive, with_headers)


class ClosedPaths:
    """404 for what nobody outside needs; with sign-in switched on, 401 for uploads and media
    without a person behind them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _is_under(scope, *CLOSED):
            await PlainTextResponse("Not found", 404)(scope, receive, send)
        elif (
            scope["type"] == "http"
            and _is_under(scope, UPLOADS, MEDIA)
            and not await to_thread.run_sync(_is_allowed, scope)
        ):
            await PlainTextResponse("Sign in first", 401)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def middleware() -> list[Middleware]:
    """The guards, outermost first. Nothing is opened where `check_address` refuses."""
    check_address()
    return [Middleware(SecurityHeaders), Middleware(ClosedPaths), Middleware(OwnMessages)]


def check_address() -> None:
    """Stop a start that lets strangers reach an app without sign-in, or trust their headers."""
    address = config.get_option("server.address")
    if address in THIS_MACHINE:
        return
    if not gate.has_sign_in():
        sys.exit(
            f"ExpoLens: server.address is {address or 'not set, which means every network'}, but"
            " sign-in is off. Set server.address to 127.0.0.1, or configure [auth] in"
            " .streamlit/secrets.toml.\nExpoLens：未启用登录时只能绑定 127.0.0.1；如需开放访问，"
            "请先在 .streamlit/secrets.toml 中配置 [auth]。"
        )
    if config.get_option("server.trustedUserHeaders"):
        sys.exit(
            "ExpoLens: server.trustedUserHeaders needs server.address 127.0.0.1 behind a proxy that"
            " sets them."
        )


def _is_under(scope: Scope, *places: str) -> bool:
    base = "/" + (config.get_option("server.baseUrlPath") or "").strip("/")
    path = str(scope.get("path", "")).removeprefix(base if base != "/" else "")
    return any(path == place or path.startswith(f"{place}/") for place in places)


def _is_allowed(scope: Scope) -> bool:
    """Whether the login cookie belongs to somebody who is in and, for uploads, may load data."""
    if not gate.has_sign_in():
        return True
    try:
        who = gate.admitted_person(answer_cache.store(), _claims(scope))
    except StoreFault:
        return False
    return who is not None and (who.may("importer") or not _is_under(scope, UPLOADS))


def _claims(scope: Scope) -> Mapping[str, Any]:
    """What the signed login cookie says; nothing where it is missing, cut or forged."""
    from streamlit.auth_util import get_cookie_with_chunks
    from streamlit.web.server.server_util import get_cookie_secret
    from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
    from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

    cookies = _cookies(scope)

    def signed(name: str) -> bytes | None:
        return (
            decode_signed_value(get_cookie_secret(), name, cookies[name].encode("latin-1"))
            if name in cookies
            else None
        )

    cookie = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    claims = json.loads(cookie) if cookie else {}
    return claims if isinstance(claims, dict) else {}


def _cookies(scope: Scope) -> dict[str, str]:
    jar: SimpleCookie = SimpleCookie()
    try:
        for name, value in scope.get("headers", ()):
            if name == b"cookie":
                jar.load(value.decode("latin-1"))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}
