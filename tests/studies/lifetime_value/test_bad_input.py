"""What the study says of data that bear only a part of it, or nothing."""

import pytest

from analytics.errors import NotEnough, NothingChosen
from analytics.store import Store
from analytics.worth_settings import WorthSettings, save_settings
from tests import fairs
from tests.studies.lifetime_value.fair import answer_of, by_own_mean, lives, load, shown


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as opened:
        yield opened


def nothing(random, firm, edition):
    return {}


def test_without_any_money_worth_is_counted_in_participations_and_says_what_to_load(store):
    load(store, lives(300, 6), nothing)
    answer = answer_of(store)
    figures = shown(answer)
    assert answer.has_forecast
    assert not answer.has_money
    assert "participations" in figures["overview"].finding
    assert "Load fees or turnover" in " ".join(figures["overview"].notes)
    assert not {"spending", "ranges"} & set(figures)


def test_money_of_a_third_serves_and_the_others_count_at_what_is_expected(store):
    load(store, lives(600, 6), lambda r, firm, e: by_own_mean(r, firm, e) if firm % 3 == 0 else {})
    answer = answer_of(store)
    assert answer.has_money
    assert answer.spending.firms_with_money == 200
    assert "count at the expected amount" in " ".join(shown(answer)["overview"].notes)


def test_fees_of_zero_and_below_are_left_aside_and_counted(store):
    def pay(random, firm, edition):
        return (
            {"fee": -500.0}
            if firm % 10 == 0
            else {"fee": 0.0}
            if firm % 10 == 1
            else (by_own_mean(random, firm, edition))
        )

    load(store, lives(400, 6), pay)
    answer = answer_of(store)
    amounts = answer.spending.amounts
    assert amounts.negative > 20
    assert amounts.free > 20
    assert amounts.paid + amounts.free + amounts.negative == amounts.participations
    assert "amounts of 0" in " ".join(shown(answer)["overview"].notes)
    assert all(row["spend"] > 0 for row in answer.listed)


def test_amounts_in_a_second_currency_are_left_aside_not_added(store):
    def pay(random, firm, edition):
        more = {"currency": "USD"} if firm % 4 == 0 else {"currency": "CNY"}
        return by_own_mean(random, firm, edition) | more

    load(store, lives(400, 6), pay)
    answer = answer_of(store)
    assert answer.spending.amounts.elsewhere > 50
    assert answer.currency == "CNY"
    assert answer.spending.firms_with_money == 300


def test_fees_and_turnover_of_two_currencies_are_not_added(store):
    def pay(random, firm, edition):
        return by_own_mean(random, firm, edition) | {
            "currency": "CNY",
            "turnover": 5e5,
            "turnover_currency": "USD",
        }

    load(store, lives(300, 6), pay)
    answer = answer_of(store, ("money", "both"))
    assert (answer.money, answer.has_money) == ("fee", True)
    assert "cannot be added: only fees count" in " ".join(shown(answer)["overview"].notes)
    fees = answer_of(store, ("money", "fee"))
    assert answer.worth.total == pytest.approx(fees.worth.total)


def test_money_that_goes_with_frequency_refuses_gamma_gamma_and_counts_own_means(store):
    came = lives(500, 6)

    def pay(random, firm, edition):
        return {"fee": 1000.0 * len(came[firm]) ** 2 * random.uniform(0.9, 1.1)}

    load(store, came, pay)
    answer = answer_of(store)
    assert answer.spending.missing == "dependent"
    assert answer.worth.way == "own"
    assert "refused" in shown(answer)["spending"].finding
    first = answer.listed[0]
    assert first["spend"] == pytest.approx(first["mean"])


def test_one_edition_and_two_are_too_few_with_a_sentence(store):
    load(store, [[1]] * 40)
    with pytest.raises(NotEnough) as fault:
        answer_of(store)
    assert (fault.value.what, fault.value.needed, fault.value.found) == ("editions", 3, 1)


def test_three_editions_show_how_long_exhibitors_stay_and_no_worth(store):
    load(store, lives(400, 3))
    answer = answer_of(store)
    figures = shown(answer)
    assert answer.attendance.refusal == "editions"
    assert list(figures)[:2] == ["overview", "staying"]
    assert figures["overview"].claim.certainty == "too few"
    assert "nobody can test a forecast" in figures["overview"].finding


def test_four_editions_are_enough_once_the_first_on_file_was_the_first_ever(store):
    load(store, lives(800, 4))
    unknown = answer_of(store)
    assert unknown.attendance.refusal == "one cohort"
    assert "say so under Settings" in shown(unknown)["overview"].finding
    save_settings(store, "f", WorthSettings(is_first_ever=True))
    assert answer_of(store).has_forecast


@pytest.mark.parametrize(
    ("came", "refusal"),
    [
        ([[n % 6 + 1] for n in range(300)], "never again"),
        ([list(range(n % 5 + 1, 7)) for n in range(300)], "always"),
        ([[1, 2, 3, 4, 5, 6]] * 300, "starts"),
    ],
)
def test_firms_that_all_came_once_or_all_always_teach_nothing(store, came, refusal):
    load(store, came)
    answer = answer_of(store)
    assert answer.attendance.refusal == refusal
    assert shown(answer)["overview"].claim.certainty == "too few"


def test_one_exhibitor_is_too_few(store):
    load(store, [[1, 2, 4]])
    with pytest.raises(NotEnough) as fault:
        answer_of(store)
    assert fault.value.what == "exhibitors"


def test_nobody_at_all_is_said(store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2, 3]))
    with pytest.raises(NothingChosen):
        answer_of(store)


def test_an_edition_not_held_is_no_edition_missed(store):
    came = [[edition + (edition > 3) for edition in life] for life in lives(400, 5)]
    load(store, came, held=[True, True, True, False, True, True])
    with_gap = answer_of(store)
    assert len(with_gap.editions) == 5
    steady = with_gap.attendance.states
    assert steady["n"].max() == 4


def test_two_names_of_one_firm_merged_are_one_customer(store):
    load(store, [*lives(300, 6), [2, 3], [4, 5, 6]])
    assert answer_of(store).attendance.exhibitors == 302
    store.merge("f", "n:firm 00300", "n:firm 00301", "test")
    after = answer_of(store).attendance
    assert after.exhibitors == 301
    states = after.states.set_index(["entry", "came", "last"])
    assert states.loc[(2, 5, 6), "firms"] >= 1
