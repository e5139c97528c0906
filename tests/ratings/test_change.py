import pytest

from analytics.ratings.change import change, change_sentence
from analytics.ratings.comparability import (
    Comparability,
    Conditions,
    Obstacle,
    questionnaire_obstacles,
    rate_obstacles,
)
from analytics.ratings.questions import Question, Questionnaire
from analytics.ratings.scale import Scale
from analytics.stats.mean import mean_interval
from analytics.stats.overlapping_change import Shared
from analytics.wording import Name, Say

EN = Say("en")
NAMELESS = Name("", "")


def sentence(moved):
    return change_sentence(EN, "Overall satisfaction", "7th edition", "8th edition", moved, 2)


def test_a_change_inside_the_error_is_no_evidence_and_names_the_smallest_one_to_be_seen():
    moved = change(mean_interval(1500, 3.66, 0.7), mean_interval(1650, 3.70, 0.7))
    assert sentence(moved) == (
        "Overall satisfaction: 3.70 (8th edition) against 3.66 (7th edition), no evidence of a"
        " change (95% interval −0.02 to +0.10; the smallest change that could have been seen is"
        " 0.08)."
    )


def test_a_change_beyond_the_error_is_established():
    moved = change(mean_interval(1500, 3.5, 0.7), mean_interval(1650, 3.7, 0.7))
    assert sentence(moved).startswith("Overall satisfaction rose from 3.50 (7th edition) to 3.70")
    assert moved.is_established


def test_a_fall_is_called_a_fall():
    moved = change(mean_interval(1500, 3.7, 0.7), mean_interval(1650, 3.5, 0.7))
    assert sentence(moved).startswith("Overall satisfaction fell from 3.70")


def test_answers_all_alike_leave_the_question_open():
    moved = change(mean_interval(20, 4.0, 0.0), mean_interval(20, 4.0, 0.0))
    assert "cannot be told" in sentence(moved)
    assert not moved.is_established


def test_firms_that_answered_both_times_make_the_same_change_surer():
    """Half of the firms of either edition are the same ones, and think alike."""
    editions = mean_interval(100, 3.5, 0.8), mean_interval(100, 3.7, 0.8)
    shared = Shared(50, 50 * 0.7 / (100 * 100))
    apart, together = change(*editions), change(*editions, shared)
    assert not apart.is_established
    assert together.gap.se < apart.gap.se
    assert together.gap.df == 100 + 100 - 50 - 1
    assert together.visible < apart.visible
    assert together.shared == 50


def test_one_firm_in_common_changes_next_to_nothing():
    editions = mean_interval(100, 3.5, 0.8), mean_interval(100, 3.7, 0.8)
    shared = change(*editions, Shared(1, 0.8 / (100 * 100)))
    assert shared.gap.se == pytest.approx(change(*editions).gap.se, rel=0.02)


@pytest.mark.parametrize(
    ("obstacle", "why"),
    [
        (Obstacle("scale", "1–5", "1–10"), "the scale is not the same (1–5, now 1–10)"),
        (Obstacle("wording"), "the question is worded differently"),
        (Obstacle("mode", "paper", "online"), "answers came in another way (paper, now online)"),
        (Obstacle("questionnaire"), "other items were asked"),
        (Obstacle("weights"), "only one of them is weighted by its own file"),
        (
            Obstacle("response_rate", "20%", "60%"),
            "the response rate is not the same (20%, now 60%)",
        ),
    ],
)
def test_what_was_not_asked_alike_is_a_sign_and_says_why(obstacle, why):
    editions = mean_interval(1500, 3.5, 0.7), mean_interval(1650, 3.7, 0.7)
    moved = change(*editions, obstacles=(obstacle,))
    assert moved.is_significant
    assert not moved.is_established
    assert sentence(moved) == (
        "Overall satisfaction went from 3.50 (7th edition) to 3.70 (8th edition), a change of +0.20"
        " (95% interval +0.14 to +0.26). It is no more than a sign, because the two editions"
        f" cannot be compared as they are: {why}."
    )


def test_no_evidence_stays_no_evidence_whatever_was_asked():
    editions = mean_interval(150, 3.66, 0.7), mean_interval(165, 3.70, 0.7)
    assert "no evidence" in sentence(change(*editions, obstacles=(Obstacle("wording"),)))


def asked(*items):
    return Questionnaire(
        tuple(
            Question(edition, key, NAMELESS, key == "overall", dimension, NAMELESS, Scale(1, high))
            for edition, key, dimension, high in items
        )
    )


def test_another_scale_concerns_the_question_and_its_dimension_alone():
    questionnaire = asked(
        *(("f-1", "a", "halls", 5), ("f-1", "b", "food", 5)),
        *(("f-2", "a", "halls", 10), ("f-2", "b", "food", 5)),
    )
    other = (Obstacle("scale", "1–5", "1–10"),)
    assert questionnaire_obstacles(questionnaire, "f-1", "f-2", ("item", "a")) == other
    assert questionnaire_obstacles(questionnaire, "f-1", "f-2", ("score", "halls")) == other
    assert questionnaire_obstacles(questionnaire, "f-1", "f-2", ("score", "*pooled")) == other
    assert questionnaire_obstacles(questionnaire, "f-1", "f-2", ("score", "food")) == ()


def test_other_items_concern_their_dimension_and_the_means_over_all():
    questionnaire = asked(
        ("f-1", "a", "halls", 5), ("f-2", "a", "halls", 5), ("f-2", "b", "halls", 5)
    )
    other = (Obstacle("questionnaire"),)
    assert questionnaire_obstacles(questionnaire, "f-1", "f-2", ("score", "halls")) == other
    assert questionnaire_obstacles(questionnaire, "f-1", "f-2", ("item", "a")) == ()
    assert questionnaire_obstacles(questionnaire, "f-1", "f-2", ("item", "b")) == ()


def test_a_response_rate_half_as_high_again_is_another_one():
    assert rate_obstacles(0.40, 0.50) == ()
    assert rate_obstacles(0.40, 0.60) == (Obstacle("response_rate", "40%", "60%"),)
    assert rate_obstacles(None, 0.6) == ()


def test_weights_of_one_edition_only_stand_in_the_way_of_every_score():
    comparability = Comparability(asked(), {"f-2": Conditions(is_weighted=True)})
    assert comparability.of("f-1", "f-2", ("item", "a")) == (Obstacle("weights"),)
    assert comparability.of("f-2", "f-2", ("item", "a")) == ()


def test_chinese_managers_read_the_same():
    editions = mean_interval(965, 3.66, 0.64), mean_interval(965, 3.70, 0.64)
    zh = Say("zh")
    assert change_sentence(zh, "总体满意度", "第7届", "第8届", change(*editions), 2) == (
        "总体满意度：第8届为 3.70，第7届为 3.66，没有证据表明有变化（95% 置信区间 −0.03 至 +0.11；"
        "能看出的最小变化为 0.10）。"
    )
    moved = change(*editions[:1], mean_interval(965, 3.9, 0.64), obstacles=(Obstacle("wording"),))
    assert change_sentence(zh, "总体满意度", "第7届", "第8届", moved, 2).endswith(
        "这只是迹象，因为两届不能直接比较：题目措辞不同。"
    )
