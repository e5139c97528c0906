"""The ways in which one firm is written differently in the next file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import opencc

from tests.matching import word_lists
from tests.matching.generator import Firm, Incoming, Maker

Rewrite = Callable[[Maker, Firm], str | None]
SCRIPTS = [opencc.OpenCC(name) for name in ("s2t", "s2hk", "s2tw")]
JUNK = ("{}.", "1. {}", "*{}", "{}  ", "“{}”", "{}\u200b", "\ufeff{}", "\u00a0{}", "{}（参展商）")
GROUPS = ("集团", "集团有限公司", "集团股份有限公司", "（集团）有限公司", "集团公司")
ENGLISH_FORMS = {
    "Co., Ltd.": ("Company Limited", "Co.,Ltd", "CO., LTD", "Co Ltd", "Ltd."),
    "Ltd.": ("Limited", "LTD", "Ltd"),
    "Inc.": ("Incorporated", "INC", "Inc"),
    "GmbH": ("Gesellschaft mbH", "G.m.b.H.", "GMBH"),
    "S.A.": ("SA", "S A"),
    "Corporation": ("Corp.", "CORP"),
    "S.p.A.": ("SpA", "SPA"),
    "B.V.": ("BV",),
    "AB": ("A.B.",),
    "LLC": ("L.L.C.",),
    "Pty Ltd": ("Pty. Limited", "PTY LTD"),
    "AG": ("A.G.",),
    "Corp., Ltd.": ("Corporation Limited", "Co., Ltd."),
}
SHORTER = {
    "International": "Int'l",
    "Manufacturing": "Mfg.",
    "Technology": "Tech.",
    "Industries": "Ind.",
    "Engineering": "Eng.",
    "Trading": "Trdg.",
    "Electronics": "Elec.",
}


def home(rewrite: Rewrite) -> Rewrite:
    return lambda maker, firm: None if firm.is_abroad else rewrite(maker, firm)


def abroad(rewrite: Rewrite) -> Rewrite:
    return lambda maker, firm: rewrite(maker, firm) if firm.is_abroad else None


def form_said_otherwise(maker: Maker, firm: Firm) -> str | None:
    other = {"有限公司": "有限责任公司", "有限责任公司": "有限公司"}.get(firm.form)
    return replace(firm, form=other).name if other else None


def form_became_joint_stock(maker: Maker, firm: Firm) -> str | None:
    is_limited = firm.form in ("有限公司", "有限责任公司")
    return replace(firm, form="股份有限公司").name if is_limited else None


def form_left_out(maker: Maker, firm: Firm) -> str | None:
    if firm.style == "（）" or firm.form not in ("有限公司", "有限责任公司", "股份有限公司"):
        return None
    return replace(firm, form=maker.pick(("", "公司"))).name


def group_said_otherwise(maker: Maker, firm: Firm) -> str | None:
    return replace(firm, form=maker.pick(GROUPS)).name if firm.form in GROUPS else None


def became_a_group(maker: Maker, firm: Firm) -> str | None:
    return replace(firm, form="集团有限公司").name if firm.form == "有限公司" else None


def wide(maker: Maker, firm: Firm) -> str | None:
    if firm.is_abroad or "（" in firm.name or firm.core.isascii():
        text = firm.name.replace("（", "(").replace("）", ")")
        return "".join(
            chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and maker.rng.random() < 0.7 else c
            for c in text
        )
    return firm.name.replace(firm.form, "　" + firm.form)


def spaced(maker: Maker, firm: Firm) -> str:
    place = maker.rng.randrange(1, len(firm.name))
    return f" {firm.name[:place]} {firm.name[place:]} "


def traditional(maker: Maker, firm: Firm) -> str:
    return maker.pick(SCRIPTS).convert(firm.name)


def place_left_out(maker: Maker, firm: Firm) -> str | None:
    return replace(firm, style="none").name if firm.style in ("市", "", "省市") else None


def province_added(maker: Maker, firm: Firm) -> str | None:
    if not firm.place[0] or firm.style not in ("市", ""):
        return None
    return maker.pick((f"{firm.place[0]}省", firm.place[0])) + firm.name


def city_ending_changed(maker: Maker, firm: Firm) -> str | None:
    if firm.style == "district":
        return firm.name.replace(f"{firm.place[1]}市", firm.place[1])
    other = {"市": "", "": "市"}.get(firm.style)
    return None if other is None else replace(firm, style=other).name


def district_left_out(maker: Maker, firm: Firm) -> str | None:
    return replace(firm, style="市").name if firm.style == "district" and firm.place[2] else None


def place_moved(maker: Maker, firm: Firm) -> str | None:
    if firm.style not in ("市", ""):
        return None
    moved = f"{firm.core}（{firm.place[1]}）{firm.trade[0]}{firm.form}"
    return maker.pick((replace(firm, style="（）").name, moved))


def branch(maker: Maker, firm: Firm) -> str:
    return firm.name + maker.pick(word_lists.BRANCHES).format(city=maker.own(word_lists.PLACES)[1])


def department(maker: Maker, firm: Firm) -> str:
    return firm.name + maker.pick(("（{}）", "({})", " {}")).format(
        maker.pick(word_lists.DEPARTMENTS)
    )


def english_told(maker: Maker, firm: Firm) -> str | None:
    return loosely(maker, firm.other_names[0]) if firm.other_names else None


def english_untold(maker: Maker, firm: Firm) -> str | None:
    if firm.other_names or firm.core.isascii() or firm.core[0] == "第":
        return None
    return loosely(maker, firm.english)


def both_languages(maker: Maker, firm: Firm) -> str:
    return maker.pick(("{} {}", "{}（{}）", "{}/{}", "{}({})")).format(firm.name, firm.english)


def short_name_told(maker: Maker, firm: Firm) -> str | None:
    return firm.other_names[1] if len(firm.other_names) > 1 else None


def short_name_untold(maker: Maker, firm: Firm) -> str | None:
    return firm.core + firm.trade[0] if len(firm.other_names) < 2 and firm.core[0] != "第" else None


def renamed_with_old_name(maker: Maker, firm: Firm) -> str:
    new = replace(maker.chinese("new"), place=firm.place)
    return maker.pick(("{}（原{}）", "{}（原名：{}）", "{}(曾用名:{})")).format(new.name, firm.name)


def homophone(maker: Maker, firm: Firm) -> str | None:
    wrong = [i for i, char in enumerate(firm.core) if char in word_lists.HOMOPHONES]
    if not wrong:
        return None
    place = maker.pick(wrong)
    core = firm.core[:place] + word_lists.HOMOPHONES[firm.core[place]] + firm.core[place + 1 :]
    other = replace(firm, core=core)
    return None if other.identity in maker.used else other.name


def trade_shortened(maker: Maker, firm: Firm) -> str | None:
    other = replace(firm, trade=(firm.trade[2], *firm.trade[1:]))
    return other.name if firm.trade[2] and other.identity not in maker.used else None


def junk(maker: Maker, firm: Firm) -> str:
    return maker.pick(JUNK).format(firm.name)


def two_at_once(maker: Maker, firm: Firm) -> str | None:
    first = maker.pick((form_said_otherwise, city_ending_changed, province_added))(maker, firm)
    if first is None:
        return None
    second = maker.pick(
        (
            maker.pick(SCRIPTS).convert,
            lambda name: f"{name}（{maker.pick(word_lists.DEPARTMENTS)}）",
            lambda name: f" {name[:3]} {name[3:]}.",
        )
    )
    return second(first)


def loosely(maker: Maker, name: str) -> str:
    """An English name as another clerk types it."""
    for form in sorted(ENGLISH_FORMS, key=len, reverse=True):
        if name.endswith(form):
            name = name.removesuffix(form) + maker.pick((*ENGLISH_FORMS[form], form))
            break
    name = name.replace("&", maker.pick(("&", "and")))
    return maker.pick((str, str.upper, lambda text: text.replace(",", "").replace(".", "")))(name)


def abroad_form(maker: Maker, firm: Firm) -> str:
    return f"{firm.core} {firm.trade[1]} {maker.pick(ENGLISH_FORMS[firm.form])}"


def abroad_loosely(maker: Maker, firm: Firm) -> str:
    import unicodedata

    plain = "".join(
        c for c in unicodedata.normalize("NFKD", firm.name) if not unicodedata.combining(c)
    )
    return loosely(maker, plain)


def abroad_form_left_out(maker: Maker, firm: Firm) -> str:
    return f"{firm.core} {firm.trade[1]}"


def abroad_branch(maker: Maker, firm: Firm) -> str:
    return firm.name + maker.pick(word_lists.ABROAD_BRANCHES).format(
        city=maker.pick(word_lists.ABROAD_CITIES)
    )


def abroad_shortened(maker: Maker, firm: Firm) -> str | None:
    short = [word for word in firm.name.split() if word in SHORTER]
    return firm.name.replace(short[0], SHORTER[short[0]]) if short else None


def abroad_typo(maker: Maker, firm: Firm) -> str | None:
    if len(firm.core) < 6:
        return None
    place = maker.rng.randrange(1, len(firm.core) - 1)
    letter = firm.core[place]
    wrong = maker.pick(
        (firm.core[:place] + firm.core[place + 1 :], firm.core[:place] + letter + firm.core[place:])
    )
    return f"{wrong} {firm.trade[1]} {firm.form}"


AT_HOME = (
    form_said_otherwise,
    form_became_joint_stock,
    form_left_out,
    group_said_otherwise,
    became_a_group,
    traditional,
    place_left_out,
    province_added,
    city_ending_changed,
    district_left_out,
    place_moved,
    branch,
    department,
    english_told,
    english_untold,
    both_languages,
    short_name_told,
    short_name_untold,
    renamed_with_old_name,
    homophone,
    trade_shortened,
    two_at_once,
)
ABROAD = (
    abroad_form,
    abroad_loosely,
    abroad_form_left_out,
    abroad_branch,
    abroad_shortened,
    abroad_typo,
)
ANYWHERE = (wide, spaced, junk)


def _variant(rewrite: Rewrite) -> Callable[[Maker, Firm], Incoming | None]:
    def make(maker: Maker, firm: Firm) -> Incoming | None:
        name = rewrite(maker, firm)
        same = name is None or name == firm.name
        return None if same else Incoming(name, firm.code, rewrite.__name__)

    return make


VARIANTS = (
    {rewrite.__name__: home(_variant(rewrite)) for rewrite in AT_HOME}
    | {rewrite.__name__: abroad(_variant(rewrite)) for rewrite in ABROAD}
    | {rewrite.__name__: _variant(rewrite) for rewrite in ANYWHERE}
)
