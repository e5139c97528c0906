import pytest

from analytics.errors import NothingChosen, UnknownChoice
from analytics.filters import Filters
from analytics.ratings.editions import Edition, compared, named
from analytics.wording import Name


def edition(number: int, responses: int = 50, is_held: bool = True) -> Edition:
    return Edition(
        f"f-{number}", number, 1998 + number, Name("", f"{number}"), is_held, "", None, responses
    )


FAIR = [edition(1), edition(2), edition(3, 0), edition(4), edition(5, is_held=False)]


def numbers(filters: Filters, compare_with: str = "") -> tuple[int, int | None]:
    focus, before = compared(FAIR, filters, compare_with)
    return focus.number, before.number if before else None


def test_the_last_held_edition_with_answers_is_compared_with_the_one_before():
    assert numbers(Filters("f")) == (4, 2)


def test_one_edition_chosen_is_compared_with_the_one_before_it_in_the_fair():
    assert numbers(Filters("f", ("f-2",))) == (2, 1)


def test_two_editions_chosen_are_compared_with_each_other():
    assert numbers(Filters("f", ("f-4", "f-1"))) == (4, 1)


def test_the_edition_named_is_compared_with():
    assert numbers(Filters("f"), "f-1") == (4, 1)


def test_changes_run_forward_in_time():
    assert numbers(Filters("f", ("f-1",)), "f-4") == (4, 1)


def test_the_first_edition_has_none_before_it():
    assert numbers(Filters("f", ("f-1",))) == (1, None)


def test_editions_without_answers_cannot_be_compared():
    with pytest.raises(NothingChosen):
        numbers(Filters("f", ("f-3", "f-5")))
    with pytest.raises(UnknownChoice):
        numbers(Filters("f"), "f-3")


def test_a_slice_names_editions_only_where_others_have_answers():
    assert named([edition(1), edition(2), edition(4)], FAIR) == ("f-1", "f-2", "f-4")
    assert named([edition(1), edition(2), edition(4), edition(5)], FAIR) == ()
    assert named([edition(1)], [edition(1), edition(3, 0)]) == ()
