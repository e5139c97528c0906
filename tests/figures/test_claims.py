"""A claim fits its limits whatever the names that came with a file, and says how sure it is."""

from __future__ import annotations

import pytest

from analytics.figures import claims
from analytics.figures.claims import (
    by_p,
    claim,
    level_of_mean,
    level_of_share,
    mean_level,
    share_level,
)
from analytics.stats.finite_population import share_of_this_fair
from analytics.stats.mean import mean_interval
from analytics.stats.proportion import wilson
from analytics.wording import LANGUAGES, Language, speaker

LONG = {
    "en": "How satisfied were you with the way in which the organiser handled your stand papers",
    "zh": "您对主办单位在展前展中展后提供的展位搭建运输报关以及现场各项配套服务的总体评价如何",
}
SENTENCE = "{worst} is rated lowest: {low}, against {high} for {best}."


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_names_are_cut_until_the_claim_fits(language: Language) -> None:
    say = speaker(language)
    names = {"worst": LONG[language], "best": LONG[language] + "?"}
    text = claim(say, "difference", "confirmed", SENTENCE, names, low="3.1", high="4.2").text
    assert claims.length(text, language) <= claims.limit(language)
    assert claims.ELLIPSIS in text
    assert "3.1" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_without_a_space_is_cut_as_well(language: Language) -> None:
    assert len(claims.shortened("x" * 500, 4, language)) < 60


def test_short_names_stay_whole() -> None:
    assert claims.shortened("Hall", 3, "en") == "Hall"
    assert claims.shortened("场馆硬件", 4, "zh") == "场馆硬件"


def test_a_difference_is_confirmed_after_adjusting_and_a_sign_before() -> None:
    assert by_p(0.01) == "confirmed"
    assert by_p(0.01, is_comparable=False) == "a sign"
    assert by_p(0.2, 0.03) == "a sign"
    assert by_p(0.2, 0.2) == "no evidence"
    assert by_p(float("nan")) == "no evidence"


def test_a_level_is_as_sure_as_its_interval_is_narrow() -> None:
    assert share_level(0.46, 0.54) == "confirmed"
    assert share_level(0.42, 0.58) == "a sign"
    assert share_level(0.3, 0.7) == "too few"
    assert mean_level(3.6, 3.8) == "confirmed"
    assert mean_level(30, 36, 100) == "confirmed"
    assert mean_level(3.4, 3.9) == "a sign"


def test_where_all_exhibitors_answered_a_level_is_confirmed() -> None:
    assert level_of_share(wilson(3, 9)) == "too few"
    assert level_of_share(share_of_this_fair(wilson(3, 9), 9, 9)) == "confirmed"
    assert level_of_mean(mean_interval(9, 3.5, 4.0)) == "too few"
    assert level_of_mean(mean_interval(9, 3.5, 4.0, population=9)) == "confirmed"


def test_a_level_without_an_interval_rests_on_too_few() -> None:
    assert level_of_mean(mean_interval(9, 3.0, 0.0)) == "too few"
    assert level_of_share(wilson(0, 0)) == "too few"


def test_the_badge_follows_the_kind_of_claim() -> None:
    no_change = claims.Claim("as last time", "no evidence", "change")
    assert no_change.badge(speaker("zh")) == "无变化证据"
    assert claims.Claim("x", "confirmed", "level").badge(speaker("zh")) == "已证实"
