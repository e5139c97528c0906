from analytics.ratings.change import change, change_sentence, rounded
from analytics.stats.mean import mean_interval
from analytics.wording import Say

EN = Say("en")


def sentence(then: float, now: float, n: int, variance: float = 0.64, say: Say = EN) -> str:
    difference = change(mean_interval(n, then, variance), mean_interval(n, now, variance))
    return change_sentence(say, "Overall", "7th", "8th", difference, 2)


def test_a_small_change_is_no_evidence_and_says_what_it_would_take():
    assert (
        sentence(3.66, 3.70, 965)
        == "Overall: 3.70 (8th) against 3.66 (7th), no evidence of a change (95 % interval −0.03 to"
        " +0.11; about 6,300 answers an edition would be needed to see it)."
    )


def test_an_established_change_says_its_direction():
    assert sentence(3.5, 3.7, 965).startswith(
        "Overall rose from 3.50 (7th) to 3.70 (8th): the change of +0.20 is established"
    )
    assert sentence(3.7, 3.5, 965).startswith("Overall fell from 3.70")


def test_no_spread_cannot_be_told():
    assert "cannot be told" in sentence(3.0, 4.0, 30, variance=0.0)


def test_the_same_mean_is_no_evidence_of_a_change_not_no_change():
    finding = sentence(3.5, 3.5, 100)
    assert "no evidence of a change" in finding
    assert "needed" not in finding


def test_chinese_managers_read_the_same():
    assert (
        sentence(3.66, 3.70, 965, say=Say("zh"))
        == "Overall：8th为 3.70，7th为 3.66，没有证据表明有变化（95% 置信区间 −0.03 至 +0.11；"
        "要看出这样的变化，每届约需 6,300 份回答）。"
    )


def test_needed_answers_are_rounded_up_to_two_digits():
    assert [rounded(n) for n in (7, 42, 481, 6283, 93_201)] == [7, 42, 490, 6300, 94_000]
