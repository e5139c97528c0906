from __future__ import annotations

import pytest

from analytics.text_width import clean, filled, shortened, units, wrapped


def test_a_chinese_character_is_two_units_wide():
    assert (units("abc"), units("展会"), units("A展")) == (3, 4, 3)


def test_text_is_one_line_without_control_characters():
    assert clean("a\r\nb\x00\tc  d") == "a b c d"
    assert clean("") == clean(None) == clean(float("nan")) == "–"


def test_short_text_stays_on_one_line():
    assert wrapped("Venue hardware", 40) == ["Venue hardware"]


def test_two_lines_are_of_about_equal_length():
    assert wrapped("International Association of Exhibition Organisers", 44) == [
        "International Association",
        "of Exhibition Organisers",
    ]


@pytest.mark.parametrize(
    "text", ["展" * 300, "word " * 90, "x" * 400, "混合 mixed 文字 text " * 20]
)
def test_nothing_is_wider_than_its_lines_nor_longer_than_allowed(text):
    lines = wrapped(text, 30, 2)
    assert len(lines) <= 2
    assert all(units(line) <= 31 for line in lines)
    assert "…" in lines[-1]


def test_a_line_does_not_begin_with_a_comma():
    assert all(
        not line.startswith(("，", "。")) for line in filled("一二三四五，六七八九十。" * 5, 10)
    )


def test_filling_loses_nothing():
    text = "3.70 against 3.66: no evidence of a change（95% 置信区间）"
    assert "".join(filled(text, 20)).replace(" ", "") == text.replace(" ", "")


def test_shortened_text_ends_with_an_ellipsis():
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abc", 4) == "abc"


def test_an_opening_bracket_begins_its_line():
    assert all(
        not line.endswith("（")
        for width in range(6, 30)
        for line in filled("不愿推荐的占（0–6 分）和（9–10 分）", width)
    )


@pytest.mark.parametrize(
    "whole", ["p = 0.002", "p < 0.001", "r = −0.08", "USD 99.9M", "× 2.66", "95%"]
)
def test_a_line_never_ends_inside_a_number_with_its_sign(whole):
    lines = (filled(f"{'word ' * before}without the trend {whole} so", 24) for before in range(6))
    assert all(any(whole in line for line in broken) for broken in lines)


@pytest.mark.parametrize("width", range(30, 60))
def test_what_is_cut_off_keeps_the_spaces_between_its_words(width):
    text = "to see a change of this size four times in five at the usual level " * 2
    words = [word for line in wrapped(text, width, 2) for word in line.rstrip("…").split()]
    assert all(any(whole.startswith(word) for whole in text.split()) for word in words)
