"""What a text speaks of: planted themes of the demo's generator, sentences written without looking,
and the small rules of reading.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analytics.comments.dictionary import Dictionary, dictionary_of, standard_themes
from analytics.comments.question_themes import Asked, with_questions
from analytics.comments.reading import mentions
from analytics.wording import Name
from data.sample import calibrate
from data.sample.fair import hold_all
from data.sample.questionnaire import DIMENSIONS
from data.sample.remarks import Remark, remarks
from tests.comments.planted import planted

HERE = Path(__file__).parent
DICTIONARY = dictionary_of(standard_themes())


def tones(text: str, dictionary: Dictionary = DICTIONARY) -> dict[str, str]:
    return {mention.theme: mention.tone for mention in mentions(text, dictionary)}


def sentences(language: str) -> list[tuple[str, dict[str, str]]]:
    """Sentences with their themes, each with - for a complaint and + for praise."""
    with (HERE / f"sentences_{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    signs = {"-": "complaint", "+": "praise"}
    return [(row[0], {key[:-1]: signs[key[-1]] for key in row[1].split()}) for row in rows]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sentences_written_without_looking_name_their_themes(language: str):
    pairs = [(labels, tones(text)) for text, labels in sentences(language)]
    labelled = sum(len(labels) for labels, _ in pairs)
    right = sum(len(labels.keys() & read.keys()) for labels, read in pairs)
    sounds = sum(
        labels[key] == read[key] for labels, read in pairs for key in labels if key in read
    )
    assert len(pairs) >= 200
    assert right / labelled >= 0.7
    assert right / sum(len(read) for _, read in pairs) >= 0.7
    assert sounds / right >= 0.7


@pytest.fixture(scope="module")
def with_demo_questions() -> Dictionary:
    asked = [
        Asked(item.zh, Name(item.zh, item.en), each.key, Name(each.zh, each.en))
        for each in DIMENSIONS
        for item in each.items
    ]
    return dictionary_of(with_questions(standard_themes(), asked))


@pytest.fixture(scope="module")
def planted_remarks() -> list[Remark]:
    """Of another seed than the demo fair's."""
    with calibrate.seeded(20_061_012):
        _, editions = hold_all()
        return [remark for edition in editions for remark in remarks(edition) if remark.text]


def test_planted_themes_are_found(planted_remarks, with_demo_questions):
    right = missed = wrong = 0
    for remark in planted_remarks:
        about, beside = planted(remark)
        read = tones(remark.text, with_demo_questions).keys()
        right += len(about & read)
        missed += len(about - read)
        wrong += len(read - about - beside)
    assert right > 500
    assert right / (right + missed) >= 0.9
    assert right / (right + wrong) >= 0.8


def test_praise_and_blame_that_were_planted_are_told_apart(planted_remarks, with_demo_questions):
    tone_of = {"praise": "praise", "blame": "complaint"}
    heard = [
        read[key] == tone_of[remark.tone]
        for remark in planted_remarks
        if remark.tone
        for read in [tones(remark.text, with_demo_questions)]
        for key in planted(remark)[0] & read.keys()
    ]
    assert sum(heard) / len(heard) >= 0.9


@pytest.mark.parametrize(
    ("text", "theme", "tone"),
    [
        ("餐饮好吃", "catering", "praise"),
        ("餐饮不好吃", "catering", "complaint"),
        ("价格不贵", "costs", "praise"),
        ("停车位不够", "parking", "complaint"),
        ("没有噪音", "noise", "praise"),
        ("没有指示牌", "signage", "complaint"),
        ("no wifi", "internet", "complaint"),
        ("The staff was not helpful", "staff", "complaint"),
        ("Staff wasn't rude at all", "staff", "praise"),
        ("We didn't hear any noise", "noise", "praise"),
        ("厕所", "toilets", "mention"),
        ("食品，很一般", "catering", "complaint"),
        ("餐飲很貴", "catering", "complaint"),
        ("ＷＩＦＩ连不上", "internet", "complaint"),
    ],
)
def test_a_negation_turns_a_sign_around_and_alone_says_that_a_thing_is_missing(text, theme, tone):
    assert tones(text)[theme] == tone


@pytest.mark.parametrize("spelling", ["wifi", "Wi-Fi", "WIFI", "wi fi", "WiFi", "Ｗｉ－Ｆｉ"])
def test_however_wifi_is_written_it_is_one_theme(spelling: str):
    assert tones(f"{spelling} was slow") == {"internet": "complaint"}


def test_a_comment_may_have_several_themes_with_tones_of_their_own():
    read = tones("Great food but the toilets were filthy")
    assert (read["catering"], read["toilets"]) == ("praise", "complaint")


def test_one_character_counts_only_as_a_word_of_its_own():
    assert "climate" not in tones("工作人员热情周到")
    assert tones("馆里很热")["climate"] == "complaint"


@pytest.mark.parametrize("text", ["", "   ", "。。。", "🙂🙂", "12345", "ありがとう", "لا شيء"])
def test_a_text_without_words_names_nothing(text: str):
    assert tones(text) == {}


def test_ten_thousand_characters_in_three_scripts_are_read():
    text = "空调 hall слишком жарко 太热。" * 500
    assert tones(text)["climate"] == "complaint"


def test_a_question_that_no_theme_covers_becomes_one_and_places_follow_the_questionnaire():
    asked = [
        Asked("i1", Name("行业覆盖", "Industry coverage"), "scope", Name("范围", "Scope")),
        Asked("i2", Name("餐饮供应", "Catering"), "house", Name("馆内", "In the house")),
    ]
    themes = {theme.key: theme for theme in with_questions(standard_themes(), asked)}
    assert themes["item_i1"].dimension == "scope"
    assert themes["catering"].dimension == "house"
    assert tones("行业覆盖不全", dictionary_of(themes.values())) == {"item_i1": "complaint"}
