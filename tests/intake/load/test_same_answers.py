"""A survey that is in already under another file does not come in twice unseen."""

import random
from dataclasses import replace

import pytest

from analytics.intake.load.draft import Draft
from analytics.intake.load.same_answers import SameAnswers
from analytics.intake.load.take_in import check, take_in
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import know
from analytics.intake.mapping.suggest import suggest
from analytics.store import Store
from tests.intake.files import csv_text

HEADER = "序号,总体满意度,场馆硬件-空调通风,场馆硬件-照明,网站-内容,网站-速度,宣传推广-力度"


def random_lines(seed: int, count: int, items: int = 6) -> list[str]:
    """Lines of random answers from 1 to 5; every scale is used from end to end."""
    draw = random.Random(seed)
    return [
        ",".join([str(n), *(str(draw.randint(1, 5)) for _ in range(items))])
        for n in range(1, count + 1)
    ]


def drafted(
    store: Store, lines: list[str], header: str = HEADER, name: str = "参展商调查_第8届.csv"
) -> tuple[Draft, Mapping]:
    draft = Draft.create(name, csv_text(header, *lines).encode())
    with store.reader() as reader:
        return draft, replace(
            suggest(draft.inspect(), know(reader, "f")), fair_id="f", fair_zh="展会", fair_en="Fair"
        )


def test_a_later_export_of_the_same_survey_is_refused_until_somebody_says_what_it_is(
    store: Store,
) -> None:
    lines = random_lines(1, 40)
    first = take_in(store, *drafted(store, lines), "anna")
    later = [*lines, "41,1,2,3,4,5,1"]
    for ask in (check, lambda *asked: take_in(*asked, "anna")):
        with pytest.raises(SameAnswers) as refused:
            ask(store, *drafted(store, later))
        assert (refused.value.import_id, refused.value.same) == (first.import_id, 40)
    store.undo(first.import_id, "anna")
    assert take_in(store, *drafted(store, later), "anna").rows_stored == 41


def test_an_early_export_within_a_later_one_is_found_too(store: Store) -> None:
    lines = random_lines(1, 200)
    take_in(store, *drafted(store, lines[:30]), "anna")
    with pytest.raises(SameAnswers):
        take_in(store, *drafted(store, lines), "anna")


def test_other_people_who_answer_alike_come_in_when_somebody_says_so(store: Store) -> None:
    lines = random_lines(1, 40)
    take_in(store, *drafted(store, lines), "anna")
    draft, mapping = drafted(store, [*lines, "41,1,2,3,4,5,1"])
    further = replace(mapping, is_further=True)
    assert Mapping.loads(further.dumps()).is_further
    assert take_in(store, draft, further, "anna").rows_stored == 41


def test_the_answers_of_another_edition_are_not_the_same(store: Store) -> None:
    lines = random_lines(1, 40)
    take_in(store, *drafted(store, lines), "anna")
    again = [*lines, "41,1,2,3,4,5,1"]
    assert (
        take_in(store, *drafted(store, again, name="参展商调查_第7届.csv"), "anna").rows_stored
        == 41
    )


@pytest.mark.parametrize("items", [2, 3, 6])
@pytest.mark.parametrize("seed", range(4))
def test_strangers_are_never_taken_for_the_same_however_short_the_questionnaire(
    store: Store, seed: int, items: int
) -> None:
    header = ",".join(HEADER.split(",")[: items + 1])
    for part in (10 + seed, 20 + seed):
        receipt = take_in(store, *drafted(store, random_lines(part, 90, items), header), "anna")
        assert receipt.rows_stored == 90


def test_lines_that_answer_alike_tell_nothing(store: Store) -> None:
    alike = [f"{n},5,5,5,5,5,5" for n in range(1, 61)] + random_lines(3, 30)
    take_in(store, *drafted(store, alike), "anna")
    others = [f"{n},5,5,5,5,5,5" for n in range(1, 61)] + random_lines(4, 30)
    assert take_in(store, *drafted(store, others), "anna").rows_stored == 90
