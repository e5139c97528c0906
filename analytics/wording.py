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
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
LOCALES = {"zh": "zh_CN", "en": "en"}
FOLDER = Path(__file__).parent.parent / "locales"
MINUS = "\N{MINUS SIGN}"
UNITS: dict[Language, tuple[tuple[float, str], ...]] = {
    "zh": ((1e8, "亿"), (1e4, "万")),
    "en": ((1e9, "B"), (1e6, "M"), (1e3, "K")),
}


def phrase(text: str) -> str:
    """Mark a sentence that `say` words later."""
    return text


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

    def number(self, value: float, digits: int = 0) -> str:
        """1,234.50 — grouped, with exactly `digits` decimals and a true minus sign; '–' where there
        is no value.
        """
        if value != value or value is None:
            return "–"
        text = f"{value:,.{digits}f}"
        return text.replace("-", "" if float(text.replace(",", "")) == 0 else MINUS)

    def signed(self, value: float, digits: int = 2) -> str:
        """+0.04 or −0.11."""
        text = self.number(value, digits)
        needs_plus = not text.startswith((MINUS, "–")) and float(text.replace(",", "")) != 0
        return f"+{text}" if needs_plus else text

    def percent(self, share: float, digits: int = 1) -> str:
        """A share between 0 and 1 as 63 % (en) or 63% (zh)."""
        if share != share:
            return "–"
        space = "" if self.language == "zh" else "\N{NO-BREAK SPACE}"
        return f"{self.number(share * 100, digits)}{space}%"

    def compact(self, value: float, digits: int = 1) -> str:
        """1.2万 / 3.4亿 in Chinese, 12.3K / 4.5M in English."""
        if value != value:
            return "–"
        for size, unit in UNITS[self.language]:
            if abs(value) >= size:
                return f"{self.number(value / size, digits)}{unit}"
        return self.number(value, digits if abs(value) < 100 and value % 1 else 0)

    def money(self, value: float, currency: str) -> str:
        """A compact amount with the currency's code: 'USD 27.2B', '27.2亿美元' where the
        language has a name for it.
        """
        from babel.numbers import get_currency_name

        if self.language == "zh":
            name = get_currency_name(currency, locale=LOCALES["zh"]) if currency else ""
            return f"{self.compact(value)}{name}"
        return f"{currency} {self.compact(value)}".strip()

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
        return "> 0.999" if value > 0.999 else f"= {value:.3f}"


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
