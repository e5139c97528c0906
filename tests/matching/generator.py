"""Invented companies for measuring: a register, then a second file of variants of them and of
look-alikes that are other firms.

Written from how exhibitor lists differ between editions (legal form, place, script, alphabet,
branches, departments, aliases), before any threshold was set. Everything follows from the seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pypinyin import lazy_pinyin

from tests.matching import word_lists

FORMS = {
    "有限公司": 60,
    "有限责任公司": 8,
    "股份有限公司": 12,
    "集团有限公司": 7,
    "厂": 9,
    "公司": 2,
    "集团": 2,
}
PLACE_STYLES = {"市": 42, "": 26, "（）": 8, "省市": 7, "district": 11, "none": 6}


@dataclass(frozen=True)
class Firm:
    """One firm, taken apart. `trade` is (Chinese, English, short); `other_names` are
    those its register row gives too.
    """

    code: str
    place: tuple[str, str, str]
    core: str
    trade: tuple[str, str, str]
    form: str
    style: str
    is_abroad: bool = False
    other_names: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        if self.is_abroad:
            return f"{self.core} {self.trade[1]} {self.form}"
        body = f"{self.core}{self.trade[0]}"
        if self.style == "（）":
            return f"{body}（{self.place[1]}）{self.form}"
        return f"{self.prefix}{body}{self.form}"

    @property
    def prefix(self) -> str:
        province, city, district = self.place
        ending = "" if district[-1:] in "市县镇区" else "区"
        return {
            "市": f"{city}市",
            "": city,
            "（）": "",
            "none": "",
            "省市": f"{province}省{city}市" if province else f"{city}市",
            "district": f"{city}市{district}{ending}" if district else f"{city}市",
        }[self.style]

    @property
    def english(self) -> str:
        """The name as the firm itself would write it in English: place and core in pinyin, the
        trade translated.
        """
        form = {
            "厂": "Factory",
            "集团": "Group",
            "集团有限公司": "Group Co., Ltd.",
            "公司": "Company",
            "股份有限公司": "Corp., Ltd.",
        }.get(self.form, "Co., Ltd.")
        place = "" if self.style == "none" else spelt(self.place[1]) + " "
        return f"{place}{spelt(self.core)} {self.trade[1]} {form}"

    @property
    def identity(self) -> tuple[str, str, str]:
        if self.is_abroad:
            return "", self.core.casefold(), self.trade[1]
        return self.place[1], self.core, self.trade[0]


@dataclass(frozen=True)
class Incoming:
    """A name of the second file; `truth` is its firm's code, None where it is another firm."""

    name: str
    truth: str | None
    kind: str


@dataclass(frozen=True)
class World:
    register: tuple[Firm, ...]
    incoming: tuple[Incoming, ...]


def spelt(chinese: str) -> str:
    return "".join(lazy_pinyin(chinese)).capitalize()


class Maker:
    """Makes firms that are all different: no two share place, core and trade."""

    def __init__(self, seed: int, held_out: bool = False) -> None:
        self.rng = random.Random(seed)
        self.held_out = held_out
        self.used: set[tuple[str, str, str]] = set()

    def pick(self, choices):
        return self.rng.choice(choices)

    def weighted(self, choices: dict[str, int]) -> str:
        return self.rng.choices(list(choices), list(choices.values()))[0]

    def own(self, choices):
        """One of the words this seed may use."""
        return self.pick(word_lists.half(choices, self.held_out))

    def place(self) -> tuple[str, str, str]:
        province, city, districts = self.own(word_lists.PLACES)
        return province, city, self.pick(districts) if districts else ""

    def core(self) -> str:
        dice = self.rng.random()
        if dice < 0.05:
            return "第" + self.pick("一二三四五")
        if dice < 0.08:
            return self.pick("ABDEKTXY") + self.pick(("8", "3", "MG", "TC", "&K", "66"))
        if dice < 0.2:
            return (
                self.own(word_lists.FIRST)
                + self.own(word_lists.SECOND)
                + self.own(word_lists.THIRD)
            )
        return self.own(word_lists.FIRST) + self.own(word_lists.SECOND)

    def chinese(self, code: str) -> Firm:
        firm = Firm(
            code,
            self.place(),
            self.core(),
            self.own(word_lists.TRADES),
            self.weighted(FORMS),
            self.weighted(PLACE_STYLES),
        )
        if firm.core[0] == "第":
            return replace(firm, form="厂", style=self.pick(("市", "")))
        return firm

    def abroad(self, code: str) -> Firm:
        first, trade = self.own(word_lists.ABROAD_FIRST), self.own(word_lists.ABROAD_TRADE)
        if self.rng.random() < 0.5:
            first = f"{first} {self.own(word_lists.ABROAD_FIRST).split()[-1]}"
        return Firm(
            code,
            ("", "", ""),
            first,
            ("", trade, ""),
            self.pick(word_lists.ABROAD_FORM),
            "",
            is_abroad=True,
        )

    def unused(self, make) -> Firm:
        while True:
            firm = make()
            if firm.identity not in self.used and (firm.name, "", "") not in self.used:
                self.used |= {firm.identity, (firm.name, "", "")}
                return firm

    def with_other_names(self, firm: Firm) -> Firm:
        """Some registers also give an English name or a short one."""
        dice = self.rng.random()
        if firm.is_abroad or dice > 0.6:
            return firm
        short_name = firm.core + (firm.trade[2] or firm.trade[0])
        names = (firm.english,) if dice < 0.45 else (firm.english, short_name)
        return replace(firm, other_names=names)

    def register(self, firms: int) -> Iterator[Firm]:
        for number in range(firms):
            make = self.abroad if self.rng.random() < 0.2 else self.chinese
            yield self.with_other_names(
                self.unused(lambda make=make, number=number: make(str(number)))
            )


def world(
    seed: int,
    held_out: bool = False,
    firms: int = 3000,
    variants: int = 2000,
    lookalikes: int = 500,
) -> World:
    """A register of `firms`, and a second file of `variants` of them and other `lookalikes`."""
    from tests.matching.lookalikes import LOOKALIKES
    from tests.matching.variants import VARIANTS

    maker = Maker(seed, held_out)
    register = tuple(maker.register(firms))
    incoming: list[Incoming] = []
    for kinds, count in ((VARIANTS, variants), (LOOKALIKES, lookalikes)):
        incoming += _incoming(maker, register, kinds, count)
    return World(register, tuple(incoming))


def _incoming(
    maker: Maker, register: tuple[Firm, ...], kinds: dict, count: int
) -> Iterator[Incoming]:
    """Kinds in turn, so that each has its share; one that does not fit a firm tries the next."""
    names = {firm.name for firm in register}
    order = list(kinds)
    for number in range(count):
        kind = order[number % len(order)]
        while True:
            firm = maker.pick(register)
            rewritten = kinds[kind](maker, firm)
            if rewritten is not None and rewritten.name not in names:
                names.add(rewritten.name)
                yield rewritten
                break
