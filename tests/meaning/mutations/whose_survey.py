"""Law 10: who answers decides whose survey it is."""

from __future__ import annotations

from random import Random

from tests.meaning.generator import Table, ratings, survey
from tests.meaning.mutations import Case

EDITION = ["--edition", "5"]
ABOUT_VISITORS = ("观众数量", "观众质量", "专业观众比例", "买家邀请", "观众组织", "采购商质量")
ABOUT_VISITORS_EN = ("Visitor quality", "Number of visitors", "Quality of buyers")
ABOUT_EXHIBITORS = ("展商数量", "展商质量", "展品丰富度", "展品质量")
ABOUT_EXHIBITORS_EN = ("Exhibitor quality", "Number of exhibitors", "Quality of exhibitors")


def exhibitors_asked_about_visitors(rng: Random) -> Case:
    language = rng.choice(("zh", "en"))
    clean = survey(rng, language=language)
    about = ABOUT_VISITORS if language == "zh" else ABOUT_VISITORS_EN
    return _case(_with_ratings(rng, clean, about), clean, "exhibitor", len(clean.lines) - 1)


def visitors_asked_about_exhibitors(rng: Random) -> Case:
    language = rng.choice(("zh", "en"))
    clean = survey(rng, language=language)
    about = ABOUT_EXHIBITORS if language == "zh" else ABOUT_EXHIBITORS_EN
    return _case(_with_ratings(rng, clean, about), clean, "visitor", len(clean.lines) - 1)


def as_in_earlier_files(rng: Random) -> Case:
    """The fair's earlier file was a survey of visitors, and nothing in this one says otherwise."""
    first, second = survey(rng, language="zh", size=30), survey(rng, language="zh", size=30)
    second = second.renamed(dict(zip(second.header, first.header, strict=True)))
    files = {"5.csv": first.csv(), "6.csv": second.csv()}
    return Case(
        files,
        {
            "args": [["--edition", "5", "--audience", "visitor"], ["--edition", "6"]],
            "outcome": ["stored", "asked"],
            "stored": [{"table": "responses", "where": {"audience": "visitor"}, "count": 60}],
        },
    )


def _with_ratings(rng: Random, table: Table, names: tuple[str, ...]) -> Table:
    ending = "满意度" if not names[0].isascii() else " satisfaction"
    for name in rng.sample(names, rng.randint(2, len(names))):
        cells = [str(answer) for answer in ratings(rng, len(table.lines) - 1)]
        table = table.with_column(f"{name}{ending}", cells)
    return table


def _case(file: Table, clean: Table, audience: str, answers: int) -> Case:
    return Case(
        {"answers.csv": file.csv()},
        {
            "args": EDITION,
            "outcome": ["stored", "asked"],
            "stored": [{"table": "responses", "where": {"audience": audience}, "count": answers}],
        },
        {"answers.csv": clean.csv()},
    )


MUTATIONS = (exhibitors_asked_about_visitors, visitors_asked_about_exhibitors, as_in_earlier_files)
