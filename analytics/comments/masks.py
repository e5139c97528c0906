"""A text without what leads to a person or a firm: for quotes on screen and in files.

Hidden are e-mail and web addresses, telephone and account numbers, postal addresses, firms with a
legal form, the exhibitors of the register by their names, and persons with a title or called by
name. What is hidden in doubt is hidden: a quote loses a word rather than somebody's name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from analytics.comments.contact_details import EMAIL, HIDDEN, without_contacts
from analytics.comments.units import segmented

SHORTEST = 4
"""Letters or characters that a name needs to be looked for: shorter ones are words as well."""
FIRST = 2
WEB = re.compile(r"(?:https?://|www\.)[^\s，。；、）)]+", re.IGNORECASE)
ACCOUNT = re.compile(
    r"(微信号?|wechat|weixin|vx|qq号?|whatsapp|telegram|line\s?id|skype)(\s*(?:id|号)?\s*[:：是为]?\s*)"
    r"[a-z0-9][\w.@-]{4,}",
    re.IGNORECASE,
)
DAY_OR_YEARS = re.compile(
    r"(?:19|20)\d\d\s*[-/.–年]\s*(?:(?:19|20)\d\d|\d{1,2}\s*[-/.月]\s*\d{1,2})"
)
LONG_NUMBER = re.compile(
    r"\(?\+?\d(?:[\s()./-]{0,2}\d){6,}(?!\d)(?!\s*(?:元|万|亿|块|美|欧|人|平|yuan|rmb|usd|eur))",
    re.IGNORECASE,
)
CHINESE_PLACE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}(?:省|自治区|市|区|县|镇|乡|街道))*"
    r"[\u4e00-\u9fff]{1,6}(?:路|街|大道|巷|弄|胡同|道)\s*\d+\s*(?:号|弄|-\d+)?"
    r"(?:[\u4e00-\u9fffA-Za-z]{0,8}\s*\d+\s*(?:号楼|楼|栋|座|层|室|单元|房))*"
)
LATIN_PLACE = re.compile(
    r"\b\d{1,5}[a-z]?,?\s+(?:[A-Z][\w'.-]+\s+){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Court|Way)\b\.?"
    r"|\b[A-ZÄÖÜ][\w-]*(?:straße|strasse|str\.|weg|platz|allee)\s+\d+[a-z]?\b"
)
CHINESE_FIRM = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9()（）·]{2,14}?(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司)"
)
LATIN_FIRM = re.compile(
    r"\b(?:[A-Z][\w&.'-]*,?\s+){1,4}(?:Co\.?,?\s*Ltd\b\.?|Ltd\b\.?|Limited\b|Inc\b\.?|LLC\b|GmbH\b"
    r"|Corp\b\.?|S\.?A\.?\b|B\.?V\.?\b|AG\b|S\.?r\.?l\.?\b|PLC\b)"
)
SURNAMES = (
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
    "阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
TITLED = re.compile(
    rf"(?:欧阳|司马|上官|诸葛|[{SURNAMES}])[\u4e00-\u9fff]{{0,2}}?"
    r"(?:先生|女士|小姐|经理|总监|主任|老师|主管|部长|处长|科长|主席|会长|秘书长|师傅|总(?![\u4e00-\u9fff]*[体计共部结量额之是算的]))"
)
CALLED = re.compile(rf"[小老阿][{SURNAMES}]")
CALLED_INSIDE = re.compile(
    rf"(经理|专员|客服|对接人|志愿者|业务员|同事|姑娘|保安|联系人|负责人|我叫|我是|姓名|名叫|[找叫问跟和])(\s*[:：是为]?\s*)"
    rf"(?:[小老阿][{SURNAMES}]|[{SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=[，。、；,.;\s（(]|$))"
)
LATIN_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mister|Dr|Prof|Herr|Frau|Madam)\b\.?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
)
LATIN_CALLED = re.compile(
    r"\b((?:[Mm]y|[Hh]er|[Hh]is)\s+name\s+is|[Ii]\s+am|[Cc]ontact(?:\s+person)?:?|[Cc]all|[Aa]sk\s+for"
    r"|[Rr]egards,?|[Nn]amed|[Cc]olleague|[Mm]anager)\s+[A-Z][a-z'’-]+(?:\s+[A-Z][a-z'’-]+)*"
)
WHOLE = (WEB, CHINESE_PLACE, LATIN_PLACE, LATIN_FIRM, CHINESE_FIRM, TITLED, LATIN_TITLED)


@dataclass(frozen=True, slots=True)
class Masks:
    """`names` by their first letters, the longest first."""

    names: dict[str, tuple[str, ...]]

    def hidden(self, text: str) -> str:
        """The text with everything that leads to somebody as three dots."""
        text = unicodedata.normalize("NFKC", text)
        text = self._without_names(EMAIL.sub(HIDDEN, text))
        for pattern in WHOLE:
            text = pattern.sub(HIDDEN, text)
        if CALLED.search(text):
            text = "".join(HIDDEN if CALLED.fullmatch(word) else word for word in segmented(text))
        text = ACCOUNT.sub(rf"\1\2{HIDDEN}", text)
        text = CALLED_INSIDE.sub(rf"\1\2{HIDDEN}", text)
        text = LATIN_CALLED.sub(rf"\1 {HIDDEN}", text)
        return LONG_NUMBER.sub(_number, without_contacts(text))

    def _without_names(self, text: str) -> str:
        lowered = text.lower()
        if len(lowered) != len(text):
            return text
        parts, at, start = [], 0, 0
        while at < len(text):
            name = self._name_at(lowered, at)
            if name:
                parts += [text[start:at], HIDDEN]
                at += len(name)
                start = at
            else:
                at += 1
        return "".join([*parts, text[start:]])

    def _name_at(self, text: str, at: int) -> str:
        """The longest name that begins here and is no part of a longer Latin word."""
        for name in self.names.get(text[at : at + FIRST], ()):
            end = at + len(name)
            if text.startswith(name, at) and not (
                _is_latin(text[at - 1 : at])
                and _is_latin(name[0])
                or _is_latin(text[end : end + 1])
                and _is_latin(name[-1])
            ):
                return name
        return ""


def masks(names: Iterable[str]) -> Masks:
    """Of the names of a register; those too short to be told from a word are left out."""
    plain_names = {unicodedata.normalize("NFKC", name).strip().lower() for name in names if name}
    by_first: dict[str, list[str]] = {}
    for name in sorted(plain_names, key=len, reverse=True):
        if len(name) >= SHORTEST:
            by_first.setdefault(name[:FIRST], []).append(name)
    return Masks({first: tuple(rest) for first, rest in by_first.items()})


def _number(hit: re.Match[str]) -> str:
    """Days and spans of years stay; seven digits and more are a telephone or an account."""
    text = hit.group()
    return text if DAY_OR_YEARS.fullmatch(text.strip()) else HIDDEN


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
