"""Every word a user reads: gettext for sentences, Babel for numbers, money and dates.

English is the language of the source; `locales/<language>/LC_MESSAGES/*.po` hold the others, one
file a room. `say("…")` words a sentence now; `phrase("…")` marks one that is worded later (a
study's title, a method). Both are found by the test that looks for sentences without a translation.
"""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import Literal, get_args

from analytics.rounding import rounded

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALES = {"zh": "zh_CN", "en": "en"}
FOLDER = Path(__file__).parent.parent / "locales"
MINUS = "\N{MINUS SIGN}"
UNITS: dict[Language, tuple[tuple[int, str], ...]] = {
    "zh": ((8, "亿"), (4, "万"), (0, "")),
    "en": ((9, "B"), (6, "M"), (3, "K"), (0, "")),
}
"""The units of large amounts by their power of ten, the largest first."""


def phrase(text: str) -> str:
    """Mark a sentence that `say` words later."""
    return text


def is_above_zero(value: float, digits: int) -> bool:
    """Whether a number still is above zero once it is rounded."""
    return value == value and (not isfinite(value) or rounded(value, digits) > 0) and value > 0


def plain_digits(value: float, digits: int) -> int:
    """The decimals of an amount below the first unit."""
    return digits if abs(value) < 100 and value % 1 else 0


def amount_unit(value: float, language: Language, digits: int = 1) -> tuple[int, str]:
    """The power of ten and the unit an amount is written in, chosen after it was rounded: 999,999
    is 1.0M.
    """
    units = UNITS[language]
    for (tens, unit), (below, _) in pairwise(units):
        decimals = digits if below else plain_digits(value, digits)
        is_reached = not isfinite(value) or (
            abs(rounded(value, decimals, -below)) >= Decimal(1).scaleb(tens - below)
        )
        if is_reached:
            return tens, unit
    return units[-1]


@dataclass(frozen=True)
class Say:
    """Speaks one language: calling it words a sentence, its methods write numbers."""

    language: Language

    def __call__(self, text: str, /, **values: object) -> str:
        """The sentence in this language; text filled in for `{name}` is never interpreted."""
        worded = _catalogue(self.language).gettext(text) if text else text
        return worded.format(**values) if values else worded

    def name(self, zh: str, en: str) -> str:
        """The name that this language reads; the other one where it is missing."""
        return (zh or en) if self.language == "zh" else (en or zh)

    def number(self, value: float | None, digits: int = 0) -> str:
        """1,234.50 — grouped, with exactly `digits` decimals and a true minus sign; '–' where there
        is no value.
        """
        if value is None or value != value:
            return "–"
        if not isfinite(value):
            return f"{value}".replace("-", MINUS)
        return f"{rounded(value, digits):,f}".replace("-", MINUS)

    def signed(self, value: float, digits: int = 2) -> str:
        """+0.04 or −0.11."""
        text = self.number(value, digits)
        return f"+{text}" if is_above_zero(value, digits) else text

    def percent(self, share: float, digits: int = 1) -> str:
        """A share between 0 and 1 as 63.0%."""
        if share != share:
            return "–"
        return f"{rounded(share, digits, 2):,f}%".replace("-", MINUS)

    def compact(self, value: float, digits: int = 1) -> str:
        """1.2万 / 3.4亿 in Chinese, 12.3K / 4.5M in English: the unit that the rounded amount has.

        Amounts below the first unit keep `digits` decimals where they are below 100 and not whole.
        Chinese writes whole amounts without decimals: 3万, 1亿.
        """
        if value != value:
            return "–"
        tens, unit = amount_unit(value, self.language, digits)
        if not unit:
            return self.number(value, plain_digits(value, digits))
        amount = rounded(value, digits, -tens)
        if self.language == "zh" and amount == amount.to_integral_value():
            amount = amount.to_integral_value()
        return f"{amount:,f}{unit}".replace("-", MINUS)

    def money(self, value: float, currency: str) -> str:
        """A compact amount with the currency's code: 'USD 27.2B', '27.2亿美元' where the
        language has a name for it.
        """
        if self.language == "zh":
            return f"{self.compact(value)}{self.currency(currency) if currency else ''}"
        return f"{currency} {self.compact(value)}".strip()

    def currency(self, code: str) -> str:
        """The name of a currency in this language: US Dollar, 美元."""
        from babel.numbers import get_currency_name

        return str(get_currency_name(code, locale=LOCALES[self.language]))

    def day(self, value: date) -> str:
        """2006年10月12日 / 12 Oct 2006."""
        from babel.dates import format_date

        pattern = "yyyy年M月d日" if self.language == "zh" else "d MMM yyyy"
        return str(format_date(value, pattern, LOCALES[self.language]))

    def listed(self, parts: list[str] | tuple[str, ...]) -> str:
        """a, b and c — in Chinese a、b和c."""
        if len(parts) < 2:
            return "".join(parts)
        head, last = parts[:-1], parts[-1]
        if self.language == "zh":
            return f"{'、'.join(head)}和{last}"
        return f"{', '.join(head)} and {last}"

    def ratio(self, value: float, digits: int = 2) -> str:
        """A plain decimal that is no score: r = 0.92."""
        return self.number(value, digits)

    def probability(self, value: float) -> str:
        """p as it is printed: = 0.004, < 0.001, or > 0.999."""
        if value < 0.001:
            return "< 0.001"
        return "> 0.999" if value > 0.999 else f"= {rounded(value, 3)}"


@dataclass(frozen=True, slots=True)
class Name:
    """A content label in Chinese and English; either may be missing."""

    zh: str
    en: str

    def worded(self, say: Say) -> str:
        return say.name(self.zh, self.en)


@cache
def speaker(language: str) -> Say:
    """The Say of a language code; English for a code nobody here speaks."""
    return Say("zh" if language.lower().startswith("zh") else "en")


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    catalogue, compiled = Catalog(locale=LOCALES[language]), io.BytesIO()
    for path in sorted((FOLDER / LOCALES[language] / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=LOCALES[language]):
                if message.id:
                    catalogue.add(message.id, message.string)
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
