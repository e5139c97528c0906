"""What of a wish a fair can give."""

from analytics.fairs import Choices, Edition, Field, Named
from analytics.ratings.groups import group_option
from ui.frame.reader_choice import Wish, dial_choices, possible

OFFER = Choices(
    editions=(Edition("e1", "一", "One"), Edition("e2", "二", "Two")),
    audiences=("exhibitor",),
    industries=("Toys",),
    regions=("North",),
    segments=(Named("s1", "", "Best"),),
    fields=(Field("size", "", "Size", ("big", "small")),),
)


def test_what_is_on_offer_stays_as_wished() -> None:
    wish = Wish(
        editions=("e2",),
        industries=("Toys",),
        regions=("North",),
        segment="s1",
        profile=(("size", ("big",)),),
    )
    assert possible(wish, OFFER) == wish


def test_ids_that_are_not_there_are_left_out() -> None:
    wish = Wish(
        editions=("e2", "e9"),
        industries=("Arms",),
        regions=("North", "Moon"),
        segment="s9",
        profile=(("size", ("big", "huge")), ("colour", ("red",))),
    )
    assert possible(wish, OFFER) == Wish(
        editions=("e2",), regions=("North",), profile=(("size", ("big",)),)
    )


def test_every_single_choice_counts_once() -> None:
    assert (
        Wish(editions=("e1", "e2"), segment="s1", profile=(("size", ("big", "small")),)).count()
        == 5
    )


def test_a_wish_without_filters_keeps_fair_language_and_dials() -> None:
    wish = Wish(language="zh", fair="f", editions=("e1",), options=(("trends.view", "same"),))
    assert wish.without_filters() == Wish(
        language="zh", fair="f", options=(("trends.view", "same"),)
    )


def test_a_wish_becomes_the_slice_it_means() -> None:
    chosen = Wish(editions=("e1",), profile=(("size", ("big",)),), audience="visitor").filters("f")
    assert chosen.slice()["fair"] == "f"
    assert chosen.slice()["profile"] == [{"field": "size", "answers": ["big"]}]
    assert chosen.audience == "visitor"


def test_a_dial_for_groups_offers_the_questions_whose_answers_part_the_respondents() -> None:
    fields = (
        Field("size", "", "Size", ("big", "small")),
        Field("goals", "", "Goals", ("sell", "show"), is_multiple=True),
        Field("said", "", "Said", ("yes",)),
        Field("region", "", "Region", ("north", "south")),
    )
    option = group_option("Compare groups by")
    assert dial_choices(option, Choices(fields=fields)) == (*option.choices, "size")


def test_visitors_are_on_no_register() -> None:
    option = group_option("Compare groups by")
    assert dial_choices(option, Choices(audience="visitor")) == ("industry", "region")
