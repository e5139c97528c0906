"""Uploaded text stays text."""

import re
import string

import pytest

from analytics import text_width
from analytics.deck import text_size
from analytics.intake.cells import text_keys
from ui.frame.safe_labels import WORD_JOINER, md

NASTY = (
    "![x](http://evil.example/x.png)",
    "[click](http://evil.example)",
    "http://evil.example",
    "www.evil.example",
    "WWW.evil.example",
    "a@b.example",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    ":red[x]",
    ":smile:",
    "A股份:smile:",
    ":material/delete:",
    "::material",
    ":streamlit:",
    "**bold**",
    "_italic_",
    "~~gone~~",
    "`code`",
    "# heading",
    "1. 某某公司",
    "- list",
    "* list",
    "> quote",
    "$x^2$",
    "$$x$$",
    "$100到$200",
    "US$1.2bn",
    "a -> b",
    "a -- b",
    "a <- b",
    "| a | b |",
    "\\",
    "[^1]",
    "{{x}}",
    "&amp;",
)


def unescaped(text: str) -> str:
    """What Markdown shows of escaped text, without the invisible joiners."""
    return re.sub(r"\\(.)", r"\1", text).replace(WORD_JOINER, "")


@pytest.mark.parametrize("text", NASTY)
def test_every_sign_of_a_nasty_label_is_shown_as_it_is(text: str) -> None:
    assert unescaped(md(text)) == text


@pytest.mark.parametrize("text", NASTY)
def test_no_sign_that_means_something_is_left_unescaped(text: str) -> None:
    assert not set(re.sub(r"\\.", "", md(text))) & set(string.punctuation)


def test_an_address_is_broken_by_an_invisible_joiner() -> None:
    assert "www" not in md("www.evil.example")
    assert md("a@b") == "a\\@\u2060b"


def test_several_lines_become_one() -> None:
    assert md("one\n\n# two\r\n\tthree") == "one \\# two three"


def test_a_number_is_a_label_too() -> None:
    assert md(3) == "3"


def test_no_line_ends_within_a_range_of_numbers() -> None:
    assert md("gave 1–2") == f"gave 1–{WORD_JOINER}2"
    assert md("Mann–Kendall") == "Mann–Kendall"


TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("sign", TURNING)
def test_nothing_in_a_label_turns_the_text_around_it(sign: str) -> None:
    assert md(f"{sign}abc{sign}def") == "abcdef"
    assert text_width.clean(f"{sign}abc{sign}def") == "abcdef"
    assert text_size.clean(f"{sign}abc{sign}def") == "abcdef"
    assert text_keys.shown_file_name(f"survey{sign}fdp.csv") == "survey fdp.csv"
