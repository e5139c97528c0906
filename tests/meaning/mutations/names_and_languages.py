"""Law 14: names are shown as asked, two languages are one answer, categories have one spelling."""

from __future__ import annotations

from random import Random

from tests.meaning.generator import register, survey
from tests.meaning.mutations import Case

EDITION = ["--edition", "5"]
WORDS = ("非常不满意", "不满意", "一般", "满意", "非常满意")
ENGLISH = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")
TRADITIONAL = ("非常不滿意", "不滿意", "普通", "滿意", "非常滿意")
NUMBERINGS = ("Q{n}.{m} ", "Q{n}_{m} ", "{n}.{m} ", "Q{n}. ", "{n}、", "({n}) ", "Q{n}: ", "{n}) ")
BEGIN_WITH_NUMBERS = ("3D printing zone", "2024 opening night", "5G coverage", "360 degree tour")
NUMERALS = tuple("12345")


def numbered_names(rng: Random) -> Case:
    """Numbering goes; a name that begins with a number keeps it."""
    clean = survey(rng, language="en", items=4)
    names = [name.removesuffix(" satisfaction") for name in clean.header[2:]]
    special = rng.choice(BEGIN_WITH_NUMBERS)
    shown = [*names[:-1], special]
    numbering = rng.choice(NUMBERINGS)
    headers = [
        numbering.format(n=rng.randint(1, 12), m=place) + f"{name} satisfaction"
        for place, name in enumerate(shown, 1)
    ]
    file = clean.renamed(dict(zip(clean.header[2:], headers, strict=True)))
    checks = [{"table": "items", "where": {"name_en": name}, "count": 1} for name in shown]
    return Case(
        {"survey.csv": file.csv()},
        {"args": EDITION, "stored": [*checks, {"table": "items", "count": len(shown)}]},
        {"survey.csv": clean.csv()},
    )


def bilingual_words(rng: Random) -> Case:
    clean = survey(rng, language="zh")
    between = rng.choice((" / ", "/", " | ", " "))
    pairs = list(zip(WORDS, ENGLISH, strict=True))
    both = [f"{en}{between}{zh}" if rng.random() < 2 else zh for zh, en in pairs]
    if rng.random() < 0.5:
        both = [f"{zh}{between}{en}" for zh, en in pairs]
    return _worded(rng, clean, tuple(both))


def traditional_words(rng: Random) -> Case:
    clean = survey(rng, language="zh")
    return _worded(rng, clean, TRADITIONAL)


def words_of_two_languages(rng: Random) -> Case:
    """Everybody answers in his own language."""
    clean = survey(rng, language="zh", size=40)
    file = clean.with_cells(dict(zip(NUMERALS, WORDS, strict=True)), clean.rated)
    english = clean.with_cells(dict(zip(NUMERALS, ENGLISH, strict=True)), clean.rated)
    lines = [rng.choice(pair) for pair in zip(file.lines[1:], english.lines[1:], strict=True)]
    mixed = type(clean)((clean.header, *lines), clean.checks, clean.rated)
    return Case(
        {"survey.csv": mixed.csv()},
        {"args": EDITION, "outcome": ["stored", "asked"], "stored": list(clean.checks)},
        {"survey.csv": file.csv()},
    )


def spelt_categories(rng: Random) -> Case:
    clean = register(rng)
    spellings = {
        "软件": ("软件", "軟件"),
        "广东": ("广东", "廣東", "广东省"),
        "浙江": ("浙江", "浙江省"),
    }
    lines = [
        tuple(rng.choice(spellings.get(cell, (cell,))) for cell in line) for line in clean.lines[1:]
    ]
    file = type(clean)((clean.header, *lines))
    checks = [
        {"table": "exhibitors", "where": {column: value}, "count": clean.column(name).count(value)}
        for column, name, value in (
            ("industry", "所属行业", "软件"),
            ("region", "地区", "广东"),
            ("region", "地区", "浙江"),
        )
    ]
    return Case(
        {"register.csv": file.csv()},
        {"outcome": ["stored", "asked"], "stored": checks},
        {"register.csv": clean.csv()},
    )


def _worded(rng: Random, clean: object, words: tuple[str, ...]) -> Case:
    from tests.meaning.generator import Table

    assert isinstance(clean, Table)
    file = clean.with_cells(dict(zip(NUMERALS, words, strict=True)), clean.rated)
    plain = clean.with_cells(dict(zip(NUMERALS, WORDS, strict=True)), clean.rated)
    return Case(
        {"survey.csv": file.csv()},
        {"args": EDITION, "stored": list(clean.checks)},
        {"survey.csv": plain.csv()},
    )


MUTATIONS = (
    numbered_names,
    bilingual_words,
    traditional_words,
    words_of_two_languages,
    spelt_categories,
)
