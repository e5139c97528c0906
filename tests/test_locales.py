"""Both languages are complete: no sentence without its Chinese, no placeholder lost on the way."""

from __future__ import annotations

import ast
import re

import pytest
from babel.messages.pofile import read_po

from analytics.folders import ROOT

PLACEHOLDER = re.compile(r"{(\w+)")
ROOMS = sorted((ROOT / "locales" / "zh_CN" / "LC_MESSAGES").glob("*.po"))
SOURCES = [
    *(ROOT / "analytics").rglob("*.py"),
    *(ROOT / "ui").rglob("*.py"),
    *(ROOT / "pages").glob("*.py"),
]


def spoken(tree: ast.AST) -> set[str]:
    """Every literal given to say() or phrase()."""
    literal_texts = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and name_of(node.func) in ("say", "phrase"):
            literal_texts |= set(literals(node.args[0]))
    return literal_texts


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return []


SPOKEN = {text for path in SOURCES for text in spoken(ast.parse(path.read_text("utf-8"))) if text}
CHINESE: dict[str, str] = {}
for room in ROOMS:
    with room.open("rb") as file:
        CHINESE |= {message.id: message.string for message in read_po(file) if message.id}


def test_there_is_something_to_translate():
    assert len(SPOKEN) > 100


def test_every_sentence_has_its_chinese():
    assert sorted(text for text in SPOKEN if not CHINESE.get(text)) == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.stem)
def test_no_placeholder_is_lost_in_translation(room):
    with room.open("rb") as file:
        for message in read_po(file):
            if message.id:
                assert set(PLACEHOLDER.findall(message.id)) == set(
                    PLACEHOLDER.findall(message.string)
                ), message.id


def test_no_translation_is_left_over():
    assert sorted(set(CHINESE) - SPOKEN) == []


def test_two_rooms_never_word_one_sentence_differently():
    first: dict[str, str] = {}
    for room in ROOMS:
        with room.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    assert first.setdefault(message.id, message.string) == message.string, (
                        room.stem,
                        message.id,
                    )


def test_chinese_sentences_are_chinese():
    symbols = re.compile(r"[\u4e00-\u9fff]|^[^A-Za-z]*$")
    the_same_in_both = {"CSV", "XLSX", "PNG", "SVG", "VIP", "p", "n", "NPS", "r = {r}"}
    assert [
        m
        for m, text in CHINESE.items()
        if not symbols.search(PLACEHOLDER.sub("", text)) and text not in the_same_in_both
    ] == []
