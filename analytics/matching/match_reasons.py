"""Why two names were thought to be one firm, or not quite, in sentences for `say`."""

from __future__ import annotations

from analytics.wording import phrase

REASONS = {
    "same_text": phrase("the same name"),
    "same_own_name": phrase("the same name of its own"),
    "department": phrase("a department is named"),
    "other_name_told": phrase("known by this name too"),
    "former_name_told": phrase("given as the former name"),
    "first_names_differ": phrase("the full names differ"),
    "word_order": phrase("another order of words"),
    "form_missing": phrase("legal form left out"),
    "form_differs": phrase("another legal form"),
    "other_legal_form": phrase("a legal form of another kind"),
    "kind_differs": phrase("a factory and a company"),
    "group_differs": phrase("one is a group"),
    "inside_group": phrase("one is a firm within the group"),
    "no_place": phrase("neither names a place"),
    "district_missing": phrase("only one names the district"),
    "city_missing": phrase("only one names the city"),
    "place_missing": phrase("only one names a place"),
    "place_differs": phrase("another place"),
    "country_missing": phrase("only one names a country"),
    "country_differs": phrase("another country"),
    "trade_shorter": phrase("line of trade said more shortly"),
    "trade_missing": phrase("only one names its line of trade"),
    "trade_differs": phrase("another line of trade"),
    "trade_not_translated": phrase("the line of trade fits in part"),
    "branch": phrase("one is a branch or an office"),
    "other_branch": phrase("two different branches"),
    "sounds_alike": phrase("sounds the same, written with other characters"),
    "one_letter": phrase("one letter differs"),
    "abbreviated": phrase("one word is shortened"),
    "general_words": phrase("only general words differ"),
    "translated": phrase("Chinese and English name fit"),
    "own_name_differs": phrase("another name"),
    "number_differs": phrase("another number"),
    "two_codes": phrase("the register gives them two numbers"),
}
"""Reason -> what a reader is told of it."""
