"""The confirm queue: what is asked, what an answer does, and that it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics import worker
from analytics.errors import UnknownChoice
from analytics.matching import queue
from analytics.matching.company_facts import companies, newcomers
from analytics.matching.register_comparison import duplicates_in_a_child
from analytics.store import Store
from tests import fairs

HEAD, TYPED, BRANCH = (
    "广州市明辉五金有限公司",
    "廣州明輝五金有限公司",
    "广州市明辉五金有限公司上海分公司",
)


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path) as opened:
        yield opened


def take_part(store: Store, edition: int, *names: str, codes: dict[str, str] | None = None) -> int:
    """Register and participation rows as an import writes them; a name without a code goes by its
    text.
    """
    codes = codes or {}
    register = [
        {"fair_id": "f", "line": n, "code": codes.get(name), "name": name, "name_key": name}
        for n, name in enumerate(names)
    ]
    stays = [
        {
            "edition_id": f"f-{edition}",
            "line": n,
            "exhibitor_key": f"c:{codes[name]}" if name in codes else f"n:{name}",
        }
        for n, name in enumerate(names)
    ]
    editions = fairs.editions([edition])
    return fairs.load(
        store,
        "participations",
        edition_rows=editions,
        exhibitor_rows=register,
        participation_rows=stays,
    ).import_id


def exhibitors(store: Store) -> dict[str, str]:
    with store.reader() as reader:
        return {
            row["exhibitor_id"]: row["name"]
            for row in reader.rows("select exhibitor_id, name from exhibitors")
        }


def pending(store: Store) -> list[tuple[str, str, str]]:
    with store.reader() as reader:
        return [(p.kept.name, p.name.name, p.verdict) for p in queue.pending(reader, "f") if p.kept]


def only(store: Store):
    with store.reader() as reader:
        (pair,) = queue.pending(reader, "f")
    return pair


def test_the_queue_asks_about_pairs_and_not_about_others(store: Store):
    take_part(store, 1, HEAD, "佛山市美家电器厂")
    take_part(store, 2, BRANCH)
    assert pending(store) == [(HEAD, BRANCH, "ask")]


def test_an_answer_same_makes_one_exhibitor_and_undoing_it_two(store: Store):
    take_part(store, 1, HEAD)
    take_part(store, 2, HEAD, BRANCH)
    before, version = exhibitors(store), store.version
    number = queue.answer(store, "f", only(store), "me", is_same=True)
    assert (exhibitors(store), pending(store)) == ({f"n:{HEAD}": HEAD}, [])
    assert store.version > version
    store.undo_decision(number, "me")
    assert (exhibitors(store), pending(store)) == (before, [(HEAD, BRANCH, "ask")])
    with pytest.raises(UnknownChoice):
        store.undo_decision(number, "me")


def test_an_answer_different_is_remembered_until_it_is_taken_back(store: Store):
    take_part(store, 1, HEAD, BRANCH)
    number = queue.answer(store, "f", only(store), "me", is_same=False)
    assert (pending(store), len(exhibitors(store))) == ([], 2)
    take_part(store, 2, HEAD, BRANCH)
    assert pending(store) == []
    with store.reader() as reader:
        (decision,) = queue.decisions(reader, "f")
    assert (decision.decision_id, decision.verdict, decision.actor, decision.merge_id) == (
        number,
        "different",
        "me",
        None,
    )
    store.undo_decision(number, "me")
    assert len(pending(store)) == 1


def test_an_answer_outlives_a_code_that_comes_later(store: Store):
    take_part(store, 1, HEAD, BRANCH)
    queue.answer(store, "f", only(store), "me", is_same=False)
    take_part(store, 2, HEAD, codes={HEAD: "7"})
    assert (exhibitors(store), pending(store)) == ({"c:7": HEAD, f"n:{BRANCH}": BRANCH}, [])


def test_what_needs_no_question_is_merged_at_once_and_asked_about_once_undone(store: Store):
    take_part(store, 1, HEAD)
    take_part(store, 2, TYPED)
    take_part(store, 3, BRANCH)
    (merge,) = queue.take_automatic(store, "f")
    assert len(exhibitors(store)) == 2
    with store.reader() as reader:
        assert [(m.merge_id, m.actor) for m in queue.merges(reader, "f")] == [
            (merge, queue.AUTOMATIC_ACTOR)
        ]
    store.unmerge(merge, "me")
    assert len(exhibitors(store)) == 3
    assert queue.take_automatic(store, "f") == []
    assert (HEAD, TYPED, "ask") in pending(store) or (TYPED, HEAD, "ask") in pending(store)


def test_comparing_in_a_child_finds_the_same_and_says_how_far_it_is(store: Store):
    take_part(store, 1, HEAD, "佛山市美家电器厂")
    take_part(store, 2, TYPED, BRANCH)
    heard: list[float] = []
    token = worker.listener.set(lambda share, step: heard.append(share))
    try:
        with store.reader() as reader:
            of_child = queue.suspected_pairs(reader, "f", duplicates_in_a_child)
            assert of_child == queue.suspected_pairs(reader, "f")
    finally:
        worker.listener.reset(token)
    assert heard == sorted(heard) != []


def test_what_was_found_holds_until_an_import_comes_or_goes_or_a_merge_is_taken_back(store: Store):
    def state() -> tuple[int, int, int]:
        with store.reader() as reader:
            return queue.state(reader, "f")

    take_part(store, 1, HEAD)
    states = [state()]
    number = take_part(store, 2, TYPED)
    states.append(state())
    (merge,) = queue.take_automatic(store, "f")
    assert state() == states[-1]
    store.unmerge(merge, "me")
    states.append(state())
    store.undo(number, "me")
    states.append(state())
    assert len(set(states)) == 4


def test_merges_are_undone_together_or_not_at_all(store: Store):
    take_part(store, 1, HEAD, "佛山市美家电器厂")
    take_part(store, 2, TYPED, "佛山市美家電器廠")
    numbers = queue.take_automatic(store, "f")
    with pytest.raises(UnknownChoice):
        store.unmerge_all([*numbers, 99], "me")
    assert len(exhibitors(store)) == 2
    store.unmerge_all(numbers, "me")
    assert len(exhibitors(store)) == 4


def test_a_company_is_told_by_any_key_it_goes_by(store: Store):
    take_part(store, 1, TYPED)
    take_part(store, 2, HEAD, codes={HEAD: "7"})
    queue.take_automatic(store, "f")
    with store.reader() as reader:
        by_key = companies(reader, "f", ["c:7", f"n:{TYPED}", "n:gone"])
    assert [
        (company.key, company.name, company.code, [edition.id for edition in company.editions])
        for company in by_key.values()
    ] == [
        ("c:7", HEAD, "7", ["f-1", "f-2"]),
        ("n:gone", "gone", None, []),
        (f"n:{TYPED}", TYPED, None, ["f-1", "f-2"]),
    ]


def test_newcomers_are_those_no_other_import_names(store: Store):
    take_part(store, 1, HEAD)
    number = take_part(store, 2, HEAD, BRANCH)
    with store.reader() as reader:
        assert newcomers(reader, "f", number) == {f"n:{BRANCH}"}


def test_two_codes_are_never_joined_unasked(store: Store):
    take_part(store, 1, HEAD, TYPED, codes={HEAD: "1", TYPED: "2"})
    assert only(store).reasons[0] == "two_codes"
    assert queue.take_automatic(store, "f") == []


def test_the_exhibitor_with_a_code_is_kept(store: Store):
    take_part(store, 1, TYPED)
    take_part(store, 2, HEAD, codes={HEAD: "7"})
    queue.take_automatic(store, "f")
    assert exhibitors(store) == {"c:7": HEAD}


def test_a_list_found_earlier_is_asked_without_what_was_answered_since(store: Store):
    take_part(store, 1, HEAD, BRANCH, "明辉五金有限公司")
    with store.reader() as reader:
        earlier = queue.suspected_pairs(reader, "f")
    queue.answer(store, "f", earlier[0], "me", is_same=True)
    with store.reader() as reader:
        pairs, anew = queue.pending(reader, "f", earlier), queue.pending(reader, "f")
    assert len(pairs) < len(earlier)
    assert [(pair.name.key, pair.score) for pair in pairs] == [
        (pair.name.key, pair.score) for pair in anew
    ]


def test_a_merge_shows_what_it_does_to_retention(store: Store):
    take_part(store, 1, HEAD, "佛山市美家电器厂")
    take_part(store, 2, BRANCH, "佛山市美家电器厂")
    with store.reader() as reader:
        effect = queue.effect_on_retention(reader, "f", only(store))
    assert effect is not None
    assert (effect.edition_id, effect.before.repeat_share, effect.after.repeat_share) == (
        "f-2",
        0.5,
        1.0,
    )
    assert (effect.before.retention, effect.after.retention) == (0.5, 1.0)
    queue.answer(store, "f", only(store), "me", is_same=True)
    with store.reader() as reader:
        assert reader.value("select count(distinct exhibitor_id) from participations") == 2


def test_a_merge_at_one_edition_shows_fewer_exhibitors(store: Store):
    take_part(store, 1, HEAD, BRANCH)
    with store.reader() as reader:
        effect = queue.effect_on_retention(reader, "f", only(store))
    assert effect is not None
    assert (effect.before.exhibitors, effect.after.exhibitors) == (2, 1)


def test_a_fair_without_editions_has_no_effect_to_show(store: Store):
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "name": name, "name_key": name}
            for n, name in enumerate((HEAD, BRANCH))
        ],
    )
    with store.reader() as reader:
        assert queue.effect_on_retention(reader, "f", only(store)) is None


def test_other_fairs_are_left_alone(store: Store):
    take_part(store, 1, HEAD, BRANCH)
    fairs.load(
        store,
        "exhibitors",
        fair="g",
        exhibitor_rows=[{"fair_id": "g", "line": 1, "name": HEAD, "name_key": HEAD}],
    )
    queue.answer(store, "f", only(store), "me", is_same=True)
    with store.reader() as reader:
        assert reader.value("select count(*) from exhibitors where fair_id = 'g'") == 1
        assert queue.pending(reader, "g") == ()


def test_a_firm_goes_by_each_of_its_former_names(store: Store):
    take_part(store, 1, "乙公司", "丙公司")
    register = {"fair_id": "f", "line": 1, "code": "1", "name": "甲公司", "name_key": "甲公司"}
    former = {"former_name": "乙公司； 丙公司", "former_key": "乙公司|丙公司"}
    fairs.load(store, "exhibitors", exhibitor_rows=[register | former])
    assert exhibitors(store) == {"c:1": "甲公司"}
    with store.reader() as reader:
        (firm,) = queue.register(reader, "f")
    assert firm.others == ("丙公司", "乙公司")
