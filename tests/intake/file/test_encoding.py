"""Text is decoded strictly, whatever wrote it."""

from __future__ import annotations

import random

import pytest

from analytics.errors import Unreadable
from analytics.intake.cells.vocabulary import vocabulary
from analytics.intake.file.encoding import Decoded, decode

CHINESE = "编号,总体满意度,意见\n" + "".join(f"{n},4,现场服务不错，下届还来\n" for n in range(20))
TAIWAN = "編號,總體滿意度,意見\n" + "".join(f"{n},4,現場服務不錯，下屆還來\n" for n in range(20))
GERMAN = "id;Bemerkung\n" + "".join(f"{n};Küche größer, Ärger mit der Tür\n" for n in range(20))
KOREAN = "업체명,전시회 만족도,재참가 의향,의견\n" + "".join(
    f"한국전자{n},4,예,안내가 친절했고 방문객이 많았습니다\n" for n in range(20)
)
JAPANESE = "会社名,満足度,再出展意向,ご意見\n" + "".join(
    f"日本電子{n},4,はい,会場の案内は親切でした\n" for n in range(20)
)
KANJI = "会社名,所在地,満足度,再出展\n" + "".join(
    f"日本電子機械工業{n},神奈川県横浜市港北区,4,来年検討\n" for n in range(20)
)
CHINESE_WORDS = sorted(
    {word for words in vocabulary()["fields"].values() for word in words if not word.isascii()}
)
REMARKED = "编号,总体满意度,意见\n" + "".join(
    f"{n},4,现场服务不错，下届还来看看展会\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("written_as", "read_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_chinese_comes_back_from_every_encoding(written_as: str, read_as: str) -> None:
    decoded = decode(CHINESE.encode(written_as))
    assert (decoded.text, decoded.encoding) == (CHINESE, read_as)


def test_four_byte_characters_of_gb18030_survive() -> None:
    text = CHINESE.replace("不错", "镕喆㐀𠀀")
    assert decode(text.encode("gb18030")).text == text


def test_big5_is_not_taken_for_gb18030_although_it_would_fit() -> None:
    assert decode(TAIWAN.encode("big5")).text == TAIWAN


@pytest.mark.parametrize(
    ("text", "encoding"), [(KOREAN, "cp949"), (JAPANESE, "euc_jp"), (KANJI, "euc_jp")]
)
def test_a_neighbours_language_is_not_read_as_chinese_that_nobody_wrote(
    text: str, encoding: str
) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, encoding)


@pytest.mark.parametrize("seed", range(20))
def test_chinese_of_few_words_stays_chinese(seed: int) -> None:
    words = CHINESE_WORDS.copy()
    random.Random(seed).shuffle(words)
    text = "".join(f"{word},{number}\n" for number, word in enumerate(words[:8]))
    assert decode(text.encode("gb18030")).text == text


def test_a_western_code_page_is_not_taken_for_chinese() -> None:
    assert decode(GERMAN.encode("cp1252")).text == GERMAN


def test_a_person_may_overrule_the_guess() -> None:
    assert decode("é".encode("cp1252"), "cp1252").text == "é"


def test_one_broken_byte_refuses_the_file_and_names_its_line() -> None:
    broken = CHINESE.encode().replace("下届还来\n5".encode(), b"\xff\xfe\n5", 1)
    with pytest.raises(Unreadable) as caught:
        decode(broken)
    assert caught.value.reason == "invalid_bytes"
    assert caught.value.details == {"encoding": "utf-8", "line": "6"}


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n \r\n"])
def test_nothing_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_two_encodings_glued_together_are_refused_at_their_seam(first: str, second: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(REMARKED.encode(first) + REMARKED.encode(second))
    assert (caught.value.reason, caught.value.details) == ("two_encodings", {"line": "22"})


def test_one_broken_byte_of_gb18030_is_named_and_not_read_as_western_letters() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(REMARKED.encode("gb18030").replace(b"\n3,4,", b"\n3,4\xff,", 1))
    assert (caught.value.reason, caught.value.details["line"]) == ("invalid_bytes", "5")
