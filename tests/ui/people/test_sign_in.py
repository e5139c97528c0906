"""Signing in for real: the app, an identity provider, and a browser between the two."""

from __future__ import annotations

import urllib.error
import urllib.request
import warnings
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from analytics import people
from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab
from tests.ui.conftest import load_fair

pytestmark = pytest.mark.filterwarnings(
    "ignore"
)  # the provider's own libraries warn about each other
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
SECRETS = """
[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "a-secret-of-this-test-only-0123456789"
client_id = "expolens"
client_secret = "not-checked"
server_metadata_url = "http://localhost:{port}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[int]:
    """An identity provider that knows two people."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import oidc_provider_mock as provider_mock
    users = [
        provider_mock.User(
            sub=name, claims={"email": f"{name}@fair.example", "email_verified": True}
        )
        for name in ("listed", "stranger", "viewer")
    ]
    with provider_mock.run_server_in_thread(user_claims=users) as running:
        yield running.server_port


@pytest.fixture(scope="module")
def app(provider: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with sign-in switched on; `listed` may load data, `viewer` may look."""
    folder: Path = tmp_path_factory.mktemp("signed")
    with pytest.MonkeyPatch.context() as patch, Store(folder / "data") as store:
        patch.setitem(fairs.TYPES, "is_multiple", pa.bool_())
        load_fair(store, "f")
        people.admit(store, "listed@fair.example", "importer")
        people.admit(store, "viewer@fair.example", "viewer")
    secrets = folder / "secrets.toml"
    running = Server(data=folder / "data", arguments=("--secrets.files", str(secrets)))
    secrets.write_text(SECRETS.format(app=running.url, port=provider), "utf-8")
    with running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with chromium() as running:
        yield running


def sign_in(browser, app: Server, name: str) -> Reader:
    reader = tab(browser, language="en-US").open(app.url)
    reader.keyed("sign-in").get_by_role("button").click()
    reader.page.get_by_role("button", name=name, exact=True).click()
    reader.page.wait_for_url(f"{app.url}/**")
    return reader.wait()


def status(url: str, method: str, cookies: list[dict[str, str]] | None = None) -> int:
    jar = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in cookies or [])
    request = urllib.request.Request(url, method=method, headers={"Cookie": jar} if jar else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


@needs_chromium
def test_somebody_listed_signs_in_and_sees_the_fair(app: Server, browser) -> None:
    reader = sign_in(browser, app, "listed")
    assert reader.page.get_by_role("heading", name="Fair").is_visible()
    assert "listed@fair.example" in reader.page.get_by_test_id("stSidebar").inner_text().replace(
        "\u2060", ""
    )


@needs_chromium
def test_a_stranger_signs_in_and_is_refused(app: Server, browser) -> None:
    reader = sign_in(browser, app, "stranger")
    assert "stranger@fair.example, but that address is not on the list" in reader.text().replace(
        "\u2060", ""
    )
    assert not reader.page.get_by_role("heading", name="Fair").is_visible()


@needs_chromium
def test_uploads_and_media_open_only_with_the_right_cookie(app: Server, browser) -> None:
    upload, media = f"{app.url}/_stcore/upload_file/session/file", f"{app.url}/media/none.csv"
    importer, viewer, stranger = (
        sign_in(browser, app, name).page.context.cookies()
        for name in ("listed", "viewer", "stranger")
    )
    assert status(upload, "PUT", importer) not in (401, 404)
    assert status(upload, "PUT", viewer) == 401
    assert status(media, "GET", viewer) == 404
    assert status(media, "GET", stranger) == 401


def test_without_a_cookie_or_with_a_forged_one_nothing_goes_in_or_out(app: Server) -> None:
    forged = [{"name": "_streamlit_user", "value": "2|1:0|10:1|15:_streamlit_user|4:e30=|00"}]
    for cookies in (None, forged):
        assert status(f"{app.url}/_stcore/upload_file/session/file", "PUT", cookies) == 401
        assert status(f"{app.url}/media/none.csv", "GET", cookies) == 401


def test_the_page_itself_shows_strangers_only_the_door(app: Server) -> None:
    assert status(f"{app.url}/", "GET") == 200
