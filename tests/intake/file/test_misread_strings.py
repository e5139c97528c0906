"""Texts read as one byte a character though they are two."""

from __future__ import annotations

from analytics.intake.file.misread_strings import are_misread, reread


def misread(text: str) -> str:
    return "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-16-le")
    )


def test_english_and_chinese_read_so_are_read_anew() -> None:
    texts = ["Exhibitor code", "深圳市华鸿科技有限公司", "华南", "E00001"]
    assert are_misread([misread(text) for text in texts])
    assert [reread(misread(text)) for text in texts] == texts


def test_texts_without_a_control_character_are_left_as_they_are() -> None:
    assert not are_misread(["Müller GmbH", "Ärzte", "Größe", "caffè"])
    assert not are_misread([])


def test_one_text_that_would_not_read_so_leaves_all_as_they_are() -> None:
    assert not are_misread([misread("Exhibitor"), "Müllers\x01 GmbH"])
