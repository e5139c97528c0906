"""The words over small buttons."""

from analytics.wording import speaker
from ui.frame import toolbar_words


def test_every_small_button_is_worded_in_chinese() -> None:
    style, zh = toolbar_words._style(speaker("zh")), speaker("zh")
    for label, words in toolbar_words.WORDS.items():
        assert f'[aria-label="{label}"]' in style
        assert zh(words) != words
        assert f'content:"{zh(words)}"' in style
    assert all(zh(words) != words for words in (toolbar_words.TYPING, toolbar_words.EVERY))


def test_a_rule_names_the_button_and_rewrites_its_tooltip_alone() -> None:
    rule = toolbar_words._rule(toolbar_words._tip("Search"), "搜索", "1rem")
    first, after = rule.splitlines()
    assert first.count("stTooltipContent") == 2
    assert first.endswith("{font-size:0!important}")
    assert after.count("::after") == 2
    assert after.endswith('{content:"搜索";font-size:1rem}')


def test_the_menu_of_a_column_keeps_only_what_can_be_worded() -> None:
    style, zh = toolbar_words._style(speaker("zh")), speaker("zh")
    assert style.count("{display:none!important}") == 1
    assert style.count("{display:flex!important}") == 2
    assert all(f'content:"{zh(words)}"' in style for words in toolbar_words.SORTED)
