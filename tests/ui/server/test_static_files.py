"""Streamlit's own files, answered from memory."""

import asyncio
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from streamlit import config

from ui.server import static_files

SCRIPT = next(name for name in sorted(static_files._files()) if name.endswith(".js"))


def answer_to(
    path: str, method: str = "GET", headers: tuple[tuple[bytes, bytes], ...] = ()
) -> tuple[bytes, dict[str, str]]:
    """Body and headers of one request; what the files do not answer is answered behind them."""
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    scope = {"type": "http", "path": path, "method": method, "headers": list(headers)}
    asyncio.run(static_files.StaticFiles(PlainTextResponse("behind"))(scope, receive, send))
    return sent[1]["body"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_a_script_comes_whole_and_may_be_kept_for_ever() -> None:
    body, headers = answer_to(f"/{SCRIPT}")
    assert body == (static_files.FOLDER / SCRIPT).read_bytes()
    assert headers["content-length"] == str(len(body))
    assert headers["content-type"] in ("text/javascript", "application/javascript")
    assert "immutable" in headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    ["/", "/overview", "/index.html", f"/{SCRIPT}/..", "/static/../index.html", "/static/js"],
)
def test_everything_else_goes_on_to_streamlit(path: str) -> None:
    assert answer_to(path)[0] == b"behind"


def test_a_part_of_a_file_and_a_question_about_it_go_on_to_streamlit() -> None:
    assert answer_to(f"/{SCRIPT}", headers=((b"range", b"bytes=0-1"),))[0] == b"behind"
    assert answer_to(f"/{SCRIPT}", "HEAD")[1]["content-length"] == "6"


def test_under_a_base_path_the_files_lie_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_option", lambda _: "/fair/")
    assert answer_to(f"/fair/{SCRIPT}")[0] != b"behind"
    assert answer_to("/fair/overview")[0] == b"behind"


def test_scripts_are_found_by_the_beginning_of_their_name() -> None:
    (address,) = static_files.addresses_of("ArrowVegaLiteChart")
    assert address.startswith("./static/js/ArrowVegaLiteChart.")
