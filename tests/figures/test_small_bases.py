from analytics.figures.small_bases import notes, smallest
from analytics.stats.suppression import HIDDEN_BELOW, NEVER_BELOW, visible_parts
from analytics.wording import Name, Say


def test_bases_from_five_show_only_when_asked_for():
    assert smallest({}) == HIDDEN_BELOW == 10
    assert smallest({"small_bases": "show"}) == NEVER_BELOW == 5


def test_a_lone_hidden_group_takes_the_next_smallest_with_it():
    assert visible_parts([40, 30, 3], 10) == [True, False, False]


def test_two_hidden_groups_that_together_hide_each_other_take_no_third():
    assert visible_parts([40, 30, 3, 4], 10) == [True, True, False, False]


def test_answers_without_a_group_hide_a_small_one_well_enough():
    assert visible_parts([40, 30, 3], 10, unplaced=50) == [True, True, False]


def test_nothing_is_hidden_where_nothing_is_small():
    assert visible_parts([40, 30], 10) == [True, True]
    assert visible_parts([40, 0], 10) == [True, False]


def test_when_everything_is_small_everything_is_hidden():
    assert visible_parts([2, 1], 5) == [False, False]


def test_hidden_never_reads_as_zero():
    assert notes(Say("en"), (Name("网站", "Website"),), [29, 40]) == (
        "Hidden because too few answered: Website.",
        "Pale: fewer than 30 answers (low base).",
    )
    assert notes(Say("en"), (), [30]) == ()
