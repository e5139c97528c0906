"""What a sentence may call a group by."""

from __future__ import annotations

import pytest

from analytics.ratings.readable_names import is_readable
from analytics.wording import Say


@pytest.mark.parametrize("code", ["1", "02", " 3 ", "-1", "4.0", "12"])
def test_a_bare_code_names_nothing_in_either_language(code: str) -> None:
    assert not is_readable(code, Say("en"))
    assert not is_readable(code, Say("zh"))


@pytest.mark.parametrize("name", ["Toys", "1 to 10 staff", "5G", "2004", "<50", "3D printing"])
def test_words_with_numbers_in_them_are_names(name: str) -> None:
    assert is_readable(name, Say("en"))


def test_chinese_is_spelt_in_chinese_only() -> None:
    assert is_readable("电子", Say("zh"))
    assert not is_readable("电子", Say("en"))
