"""Names that resemble a firm of the register and are another firm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.matching import word_lists
from tests.matching.generator import Firm, Incoming, Maker

NUMERALS = "一二三四五"
COUNTRIES = ("(UK) Ltd.", "France S.A.", "(Thailand) Co., Ltd.", "USA Inc.", "Japan K.K.")


def other_city(maker: Maker, firm: Firm) -> Firm | None:
    place = maker.place()
    fits = not firm.is_abroad and firm.style != "none" and place[1] != firm.place[1]
    return replace(firm, place=place) if fits else None


def other_district(maker: Maker, firm: Firm) -> str | None:
    districts = next((d for _, city, d in word_lists.PLACES if city == firm.place[1]), ())
    others = [d for d in districts if d != firm.place[2]]
    if firm.style != "district" or not others:
        return None
    return replace(firm, place=(*firm.place[:2], maker.pick(others))).name


def one_character(maker: Maker, firm: Firm) -> Firm | None:
    if firm.is_abroad or firm.core.isascii() or firm.core[0] == "第":
        return None
    place = maker.rng.randrange(2)
    char = maker.own(word_lists.SECOND if place else word_lists.FIRST)
    if char in firm.core:
        return None
    return replace(firm, core=firm.core[:place] + char + firm.core[place + 1 :])


def sounds_the_same(maker: Maker, firm: Firm) -> Firm | None:
    if firm.is_abroad or firm.core[0] not in word_lists.HOMOPHONES:
        return None
    return replace(firm, core=word_lists.HOMOPHONES[firm.core[0]] + firm.core[1:])


def core_goes_on(maker: Maker, firm: Firm) -> Firm | None:
    if firm.is_abroad or firm.core.isascii() or len(firm.core) > 2 or firm.core[0] == "第":
        return None
    return replace(firm, core=firm.core + maker.own(word_lists.SECOND))


def other_number(maker: Maker, firm: Firm) -> Firm | None:
    if firm.core[0] != "第":
        return None
    return replace(firm, core="第" + maker.pick([n for n in NUMERALS if n != firm.core[1]]))


def second_works(maker: Maker, firm: Firm) -> str | None:
    if firm.form != "厂" or firm.core[0] == "第":
        return None
    return firm.name.removesuffix("厂") + maker.pick(("二厂", "第二厂", "三分厂"))


def other_trade(maker: Maker, firm: Firm) -> Firm | None:
    trade = maker.own(word_lists.TRADES)
    shared = trade[2] and trade[2] == firm.trade[2] or set(trade[0]) & set(firm.trade[0])
    return None if firm.is_abroad or shared or firm.core[0] == "第" else replace(firm, trade=trade)


def subsidiary(maker: Maker, firm: Firm) -> str | None:
    """The parent's whole name, then what the subsidiary does."""
    if "集团" not in firm.form or firm.style == "（）":
        return None
    trade = maker.pick(("物流", "物业管理", "财务", "置业"))
    return f"{firm.prefix}{firm.core}{firm.trade[0]}集团{trade}有限公司"


def parent(maker: Maker, firm: Firm) -> str | None:
    """The group a firm belongs to: its place and core, no trade."""
    is_plain = firm.form == "有限公司" and firm.style in ("市", "") and firm.core[0] != "第"
    if firm.is_abroad or not is_plain:
        return None
    form = maker.pick(("控股集团有限公司", "集团有限公司", "投资控股有限公司"))
    return f"{firm.prefix}{firm.core}{form}"


def abroad_other_word(maker: Maker, firm: Firm) -> Firm | None:
    if not firm.is_abroad:
        return None
    return replace(firm, trade=("", maker.own(word_lists.ABROAD_TRADE), ""))


def abroad_other_name(maker: Maker, firm: Firm) -> Firm | None:
    if not firm.is_abroad:
        return None
    words = firm.core.split()
    words[maker.rng.randrange(len(words))] = maker.own(word_lists.ABROAD_FIRST).split()[0]
    return replace(firm, core=" ".join(words))


def abroad_sister(maker: Maker, firm: Firm) -> str | None:
    return f"{firm.core} {firm.trade[1]} {maker.pick(COUNTRIES)}" if firm.is_abroad else None


def _lookalike(
    make: Callable[[Maker, Firm], Firm | str | None],
) -> Callable[[Maker, Firm], Incoming | None]:
    def incoming(maker: Maker, firm: Firm) -> Incoming | None:
        other = make(maker, firm)
        if other is None or isinstance(other, Firm) and other.identity in maker.used:
            return None
        return Incoming(other if isinstance(other, str) else other.name, None, make.__name__)

    return incoming


LOOKALIKES = {
    make.__name__: _lookalike(make)
    for make in (
        other_city,
        other_district,
        one_character,
        sounds_the_same,
        core_goes_on,
        other_number,
        second_works,
        other_trade,
        subsidiary,
        parent,
        abroad_other_word,
        abroad_other_name,
        abroad_sister,
    )
}
