"""One survey is enough: what a fair's first and only file answers, whoever made it."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analytics.ask import ask
from analytics.catalogue import invited, on_overview
from analytics.deck.ready_made import requests
from analytics.deck.requested_figures import look_up
from analytics.errors import Fault
from analytics.fairs import choices, loaded_kinds
from analytics.figures import Figure, Grid
from analytics.filters import Filters, Options
from analytics.headless_answer import open_to_read
from analytics.intake.load.command import import_files
from analytics.intake.load.inbox import Agreed
from analytics.remedies import invitation
from analytics.store import Store
from analytics.study import Study
from analytics.weighting import figures_of
from analytics.wording import LANGUAGES, speaker
from tests import headline_measure
from tests.in_process import without_child

WORDS = ("非常不满意", "不满意", "一般", "满意", "非常满意")
ENGLISH = (
    "Very dissatisfied",
    "Somewhat dissatisfied",
    "Neither satisfied nor dissatisfied",
    "Somewhat satisfied",
    "Very satisfied",
)
ASKED = (
    "the hall and its facilities",
    "registration",
    "the quality of visitors",
    "catering",
    "the conference programme",
)
RATED = ("展馆照明", "电梯运行", "场馆标识", "空调温度", "服务态度", "响应速度", "宣传力度", "餐饮")


def points(chance: random.Random, mood: float, noise: float = 0.8) -> int:
    return min(5, max(1, round(mood + chance.gauss(0, noise))))


def wjx(chance: random.Random) -> list[list[Any]]:
    """问卷星 as it exports a matrix: the question before a dash, points below."""
    before = ["序号", "提交答卷时间", "所用时间", "来源", "来自IP", "1、贵公司所属行业"]
    rated = [f"2、请对以下各项打分—{name}" for name in RATED]
    after = ["3、总体而言，您对本届展会的满意度", "4、您下届是否还会参展"]
    lines: list[list[Any]] = [[*before, *rated, *after]]
    for number in range(220):
        mood = chance.gauss(3.6, 0.8)
        ratings = [points(chance, mood) for _ in rated]
        about = [number + 1, "2024/10/12 10:00:00", "95秒", "微信", "10.0.0.7"]
        industry = chance.choice(["机械", "电子", "纺织"])
        overall = WORDS[points(chance, (mood + ratings[4]) / 2, 0.4) - 1]
        lines.append([*about, industry, *ratings, overall, chance.choice(["会", "可能", "不会"])])
    return lines


def forms(chance: random.Random) -> list[list[Any]]:
    """Microsoft Forms: whole questions as headings, answers in words."""
    rated = [f"How satisfied are you with {what}?" for what in ASKED]
    overall = "Overall, how satisfied are you with the fair?"
    recommend = "How likely are you to recommend us to a friend or colleague?"
    lines: list[list[Any]] = [["ID", "Start time", "Completion time", *rated, overall, recommend]]
    for number in range(160):
        mood = chance.gauss(3.7, 0.8)
        ratings = [points(chance, mood) for _ in rated]
        words = [ENGLISH[rating - 1] for rating in ratings]
        times = ["10/23/2024 9:00:00", "10/23/2024 9:02:11"]
        last = ENGLISH[points(chance, (mood + ratings[2]) / 2, 0.4) - 1]
        lines.append([number + 1, *times, *words, last, min(10, max(0, round(2 * mood)))])
    return lines


def paper(chance: random.Random) -> list[list[Any]]:
    """Six questions on paper, typed into a sheet."""
    heads = ["问卷编号", "场地设施满意度", "工作人员服务满意度", "观众质量满意度", "餐饮满意度"]
    lines: list[list[Any]] = [[*heads, "总体满意度", "下届是否参展"]]
    for number in range(120):
        mood = chance.gauss(3.5, 0.8)
        ratings = [points(chance, mood) for _ in range(4)]
        overall = points(chance, (mood + ratings[1]) / 2, 0.4)
        lines.append([number + 1, *ratings, overall, chance.choice(["会", "可能", "不会"])])
    return lines


SURVEYS: dict[str, Callable[[random.Random], list[list[Any]]]] = {
    "wjx": wjx,
    "forms": forms,
    "paper": paper,
}


@pytest.fixture(scope="module", params=SURVEYS)
def fair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A store whose only file is one survey, and the audience that answered it."""
    folder = tmp_path_factory.mktemp(request.param)
    text = io.StringIO()
    csv.writer(text).writerows(SURVEYS[request.param](random.Random(7)))
    file = folder / f"{request.param}.csv"
    file.write_text(text.getvalue(), "utf-8-sig")
    with pytest.MonkeyPatch.context() as patch, without_child():
        patch.setenv("EXPOLENS_DATA", str(folder / "data"))
        take_in(file)
        with open_to_read(speaker("en")) as (store, _):
            name = store.default_fair()
            audience = choices(store, name, "exhibitor").audiences[0]
            yield store, Filters(name, audience=audience)


def take_in(file: Path) -> None:
    """As from the command line, guesses accepted; what it says is shown where that fails."""
    heard: list[str] = []
    agreed = Agreed(accepts_guesses=True)
    code = import_files([file], "own", 1, None, 0, speaker("en"), heard.append, agreed)
    assert code == 0, "\n".join(heard)


def answered(store: Store, filters: Filters) -> tuple[list[Figure], list[tuple[Study, Fault]]]:
    """The card of each study of the overview, and the studies without one."""
    cards, faults = [], []
    for study in on_overview():
        if filters.audience not in study.audiences:
            continue
        try:
            answer = ask(store, study, filters)
        except Fault as fault:
            faults.append((study, fault))
            continue
        cards.append(figures_of(study, answer, speaker("en"))[0])
    return cards, faults


def test_one_survey_fills_four_cards_and_says_what_would_answer_the_rest(fair: Any) -> None:
    store, filters = fair
    cards, faults = answered(store, filters)
    assert len(cards) >= 4
    assert sum(not isinstance(card.form, Grid) for card in cards) >= 3
    loaded = loaded_kinds(store, filters.fair)
    for language in LANGUAGES:
        for study, fault in faults:
            line = invitation(invited(study, loaded), fault, speaker(language))
            assert "filter" not in line
            assert "筛选" not in line


def test_every_headline_of_a_first_survey_is_short_and_plain(fair: Any) -> None:
    store, filters = fair
    for study in on_overview():
        try:
            answer = ask(store, study, filters)
        except Fault:
            continue
        for language in LANGUAGES:
            for figure in figures_of(study, answer, speaker(language)):
                assert figure.claim is not None
                assert headline_measure.faults(figure.claim.text, language) == []


def test_a_board_deck_of_one_survey_has_no_slide_that_only_says_what_is_missing(fair: Any) -> None:
    store, filters = fair
    say = speaker("en")

    def answer(study: Study, chosen: Filters, options: Options) -> tuple[Figure, ...]:
        return figures_of(study, ask(store, study, chosen, options), say)

    for kind in ("board", "review"):
        figures, missing = look_up(requests(kind, filters), answer, say)
        assert figures
        assert all(shown.figure.claim for shown in figures)
        assert not [shown for shown in figures if shown.figure.data.empty]
        assert not [gap for gap in missing if "filter" in gap.why]
