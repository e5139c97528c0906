"""A question is worded otherwise where other words ask it, not where a tool writes it otherwise."""

from __future__ import annotations

import pytest

from analytics.ratings.rewording import is_reworded


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("3、餐饮满意度", "5、餐饮满意度（1-5分）"),
        ("您对本届展会的餐饮是否满意", "餐饮满意度"),
        ("Catering satisfaction", "How satisfied were you with the catering?"),
        ("Q2_1 Catering", "Catering [1 = worst]"),
        ("餐饮满意度", "Catering satisfaction"),
        ("Satisfaction - Hall", "satisfaction: hall"),
        ("", "Catering"),
    ],
)
def test_another_number_hint_or_language_is_no_other_wording(then: str, now: str) -> None:
    assert not is_reworded(then, now)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("餐饮满意度", "餐饮价格满意度"),
        ("Catering satisfaction", "Was there enough catering?"),
        ("Overall satisfaction", "Overall, did the fair meet your expectations?"),
    ],
)
def test_other_words_are(then: str, now: str) -> None:
    assert is_reworded(then, now)
