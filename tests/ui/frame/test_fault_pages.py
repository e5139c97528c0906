"""A bug is told as a number; what a file said stays on the machine and out of the log."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import words_on
from ui.frame import fault_pages


def page() -> None:
    from ui.frame.fault_pages import report_bug

    try:
        int("13800138000 张三")
    except ValueError as error:
        report_bug(error)


def test_reader_and_log_get_the_same_number_and_no_cell(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="expolens"):
        at = AppTest.from_function(page).run()
    line = caplog.messages[-1]
    number = line.split()[1].rstrip(":")
    assert f"Please report error {number}." in words_on(at)
    assert "ValueError" in line
    assert "13800138000" not in line + words_on(at)


def test_the_servers_own_log_keeps_messages_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fault_pages.config, "set_option", lambda *_: None)
    log = logging.getLogger("streamlit.error_util")
    before = list(log.filters)
    fault_pages.keep_messages_out_of_the_log()
    try:
        with_trace = logging.LogRecord(
            "x", logging.ERROR, "", 0, "m", None, (ValueError, ValueError("13800138000"), None)
        )
        assert not log.filter(with_trace)
        assert log.filter(logging.LogRecord("x", logging.ERROR, "", 0, "m", None, None))
    finally:
        log.filters[:] = before
