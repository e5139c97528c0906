"""What a study stands on, counted on a fair of thirty that can be checked by head."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from analytics.ask import ask
from analytics.catalogue import STUDIES, study
from analytics.errors import Fault
from analytics.figures import Bars, Column, Figure, Method
from analytics.figures.families import Family
from analytics.filters import Filters
from analytics.store import Finding, Store
from analytics.trust import figures_summary, sentences, trust_workbook
from analytics.trust.data_quality import Asked, Ground, LeftOut, Response, read_ground
from analytics.trust.verdicts import verdicts
from analytics.wording import LANGUAGES, Name, Say, speaker
from tests import fairs, small_fair

EN = Say("en")
FAIR = Filters("f")
REASONS = ("duplicate_row", "duplicate_row", "total_row")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two editions with thirty exhibitors; 20 of them answer the first survey, 12 the second, and
    one nobody knows.
    """
    with Store(tmp_path) as opened:
        fairs.load(opened, "editions", edition_rows=fairs.editions([1, 2, 4]))
        fairs.load(
            opened,
            "participations",
            exhibitor_rows=[
                {
                    "fair_id": "f",
                    "line": n,
                    "code": f"{n}",
                    "name": f"Firm {n}",
                    "name_key": f"firm{n}",
                    "industry": "Toys",
                }
                for n in range(30)
            ],
            participation_rows=[
                {"edition_id": f"f-{e}", "line": n, "exhibitor_key": f"c:{n}"}
                for e in (1, 4)
                for n in range(30)
            ],
        )
        survey(opened, 1, 20, ["light", "air"])
        survey(opened, 4, 12, ["light", "queue"], stranger=True)
        yield opened


def survey(
    store: Store, number: int, answers: int, asked: list[str], stranger: bool = False
) -> None:
    rows = [
        {"exhibitor_key": f"c:{n}", "overall": 3 + n % 3, "sat": [3 + n % 3, 4]}
        for n in range(answers)
    ]
    rows += [{"exhibitor_key": "c:nobody", "overall": 4, "sat": [4, 4]}] * stranger
    items = fairs.items({"hall": ["light", "air"], "tickets": ["queue"]})
    lost = [
        Finding(90 + n, None, None, reason, is_left_out=True) for n, reason in enumerate(REASONS)
    ]
    fairs.load(
        store,
        "exhibitor_survey",
        questionnaire=items,
        left_out=lost,
        question_rows=fairs.questions(f"f-{number}", asked),
        response_rows=fairs.answers(f"f-{number}", rows),
    )


def test_who_could_have_answered_is_the_register_of_the_last_edition_and_who_did_are_those_on_it(
    store: Store,
) -> None:
    ground = read_ground(store, FAIR)
    assert ground.response == Response(Name("第4届", "Edition 4"), 30, 12)
    assert ground.response.rate == pytest.approx(0.4)
    assert (ground.answers, ground.unmatched, len(ground.editions)) == (33, 1, 2)


def test_the_questions_of_all_editions_are_set_beside_each_other(store: Store) -> None:
    asked = read_ground(store, FAIR).asked
    assert not asked.is_alike
    assert [name.en for name in asked.changed] == ["hall"] or asked.not_throughout == 2
    assert asked.skipped == (2, 3)
    assert read_ground(store, Filters("f", ("f-4",))).asked.is_alike


def test_lines_left_out_of_the_files_in_view_are_counted_by_reason(store: Store) -> None:
    left_out = read_ground(store, FAIR).left_out
    assert (left_out.read, left_out.lines) == (33 + 6, 6)
    assert left_out.reasons == (("duplicate_row", 4), ("total_row", 2))
    assert read_ground(store, Filters("f", ("f-4",))).left_out.lines == 3
    assert read_ground(store, Filters("f", audience="visitor")).left_out.read == 0


def test_filters_narrow_the_register_too(store: Store) -> None:
    assert read_ground(store, Filters("f", industries=("Toys",))).response == Response(
        Name("第4届", "Edition 4"), 30, 12
    )
    nobody = read_ground(store, Filters("f", industries=("Tools",)))
    assert (nobody.answers, nobody.response, nobody.editions) == (0, None, ())


def test_a_filter_on_answers_leaves_open_how_many_could_have_answered(store: Store) -> None:
    response = read_ground(store, Filters("f", editions=("f-1",))).response
    assert response is not None
    assert response.could == 30
    narrowed = read_ground(store, Filters("f", profile=(("size", ("big",)),)))
    assert narrowed.response is None or narrowed.response.could is None


def figure(
    finding: str = "A leads.",
    *,
    is_established: bool = True,
    families: tuple[Family, ...] = (),
    **data: object,
) -> Figure:
    rows = pd.DataFrame({"label": ["a", "b"], "rank": [0, 1], "value": [1.0, 2.0]} | data)
    return Figure(
        "one",
        finding,
        "n = 2",
        Bars("count", "x"),
        rows,
        (Column("label", "L"),),
        Method("f", "a", "s", "c"),
        is_established=is_established,
        families=families,
    )


def test_a_tested_finding_can_be_said_an_interval_too_a_mere_count_only_of_those_who_answered() -> (
    None
):
    tested, interval = figure("A.", families=(Family("F", 3),)), figure("B.", low=[0.0, 1.0])
    described, open_ = figure("C."), figure("D.", is_established=False)
    assert [figures_summary.standing(shown) for shown in (tested, interval, described, open_)] == [
        "established",
        "estimated",
        "described",
        "open",
    ]
    judged = verdicts([tested, interval, described, open_], ground(), EN, is_synthetic=True)
    assert judged.can == ("A.", "B.")
    assert judged.only == ("C.",)
    assert judged.cannot[0] == "Not borne out: D."
    assert any("made up" in sentence for sentence in judged.cannot)


def test_a_finding_that_another_repeats_and_goes_on_from_is_told_once() -> None:
    judged = verdicts(
        [figure("A."), figure("A. B."), figure("A.")], ground(), EN, is_synthetic=False
    )
    assert judged.only == ("A. B.",)


def ground(response: Response | None = None, asked: Asked | None = None) -> Ground:
    edition = Name("第8届", "Edition 8")
    return Ground(
        "exhibitor",
        (edition,),
        40,
        0,
        response or Response(edition, 100, 40),
        LeftOut(45, 5, (("duplicate_row", 5),)),
        asked or Asked((), 1, 0, 4, ()),
    )


def test_the_silent_are_counted_and_a_full_house_is_not_scolded() -> None:
    some = verdicts([figure()], ground(), EN, is_synthetic=False).cannot
    assert (
        "That the 60 exhibitors of Edition 8 who did not answer think alike:"
        " 40.0% answered." in some
    )
    full = verdicts(
        [figure()], ground(Response(Name("", "E"), 100, 100)), EN, is_synthetic=False
    ).cannot
    assert not any("did not answer" in sentence for sentence in full)
    unknown = verdicts(
        [figure()], ground(Response(Name("", "E"), None, 9)), EN, is_synthetic=False
    ).cannot
    assert any("not known" in sentence for sentence in unknown)


def test_other_questions_forbid_to_speak_of_a_change_of_mind() -> None:
    changed = ground(asked=Asked((Name("", "Website"),), 1, 2, 4, ()))
    cannot = verdicts([figure()], changed, EN, is_synthetic=False).cannot
    assert any("Website" in sentence for sentence in cannot)


def test_what_was_left_out_is_told_with_its_reason() -> None:
    lines = sentences.ground_sentences([figure()], ground(), EN)
    assert (
        lines["What was left out, and why"]
        == "5 of the 45 lines of the survey files in view: duplicates (5)."
    )


def test_the_smallest_base_is_found_over_all_figures() -> None:
    small = figures_summary.smallest_base([figure(n=[40, 35]), figure("B.", n=[12, 90])])
    assert small is not None
    assert (small.n, small.figure, small.faint_rows) == (12, "B.", 1)
    assert figures_summary.smallest_base([figure()]) is None


def test_every_family_is_listed_once() -> None:
    steps, pairs = Family("Steps", 7), Family("Pairs", 36)
    assert figures_summary.families(
        [figure(families=(steps,)), figure(families=(steps, pairs))]
    ) == (steps, pairs)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("small")) as opened:
        small_fair.load(opened)
        yield opened


@pytest.mark.parametrize("asked_study", STUDIES, ids=lambda study: study.key)
def test_every_study_can_be_asked_whether_to_trust_it(asked_study, small: Store) -> None:
    try:
        answer = ask(small, asked_study, FAIR)
    except Fault:
        pytest.skip("refuses here; the page shows why")
    for language in LANGUAGES:
        say = speaker(language)
        shown, survey_ground = asked_study.figures(answer, say), read_ground(small, FAIR)
        judged = verdicts(shown, survey_ground, say, is_synthetic=False)
        assert judged.cannot
        assert all("{" not in text for text in (*judged.can, *judged.only, *judged.cannot))
        assert all(sentences.ground_sentences(shown, survey_ground, say).values())


def test_the_workbook_holds_the_ground_the_tests_the_methods_and_every_table(small: Store) -> None:
    satisfaction = study("satisfaction")
    shown = satisfaction.figures(ask(small, satisfaction, FAIR), EN)
    survey_ground = read_ground(small, FAIR)
    judged = verdicts(shown, survey_ground, EN, is_synthetic=False)
    file = trust_workbook.workbook(satisfaction, shown, survey_ground, judged, EN)
    book = load_workbook(io.BytesIO(file))
    assert book.sheetnames[:3] == ["What it stands on", "Tests", "Figures"]
    assert len(book.sheetnames) == 3 + len(shown)
    assert book["Tests"].max_row == 1 + len(figures_summary.families(shown))
    answers = [row[1].value for row in book["What it stands on"].iter_rows(min_row=2)]
    assert set(judged.cannot) <= set(answers)
    assert book["Figures"]["B2"].value == shown[0].finding
