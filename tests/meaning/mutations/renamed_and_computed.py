"""Law 15: renamed questions are offered as the same, computed columns are left out and named."""

from __future__ import annotations

from random import Random

from tests.meaning.generator import ITEMS_ZH, ratings, survey
from tests.meaning.mutations import Case

EDITION = ["--edition", "5"]


def average(rng: Random) -> Case:
    """The average of the items, rounded as somebody happened to."""
    clean = survey(rng, items=rng.randint(3, 5), size=40)
    decimals = rng.choice((1, 2, 3))
    rows = zip(*(clean.column(name) for name in clean.rated[1:]), strict=True)
    cells = [f"{sum(map(int, row)) / len(row):.{decimals}f}" for row in rows]
    return _computed(clean, rng.choice(("Average score", "平均分", "Mean", "综合得分")), cells)


def total(rng: Random) -> Case:
    clean = survey(rng, items=rng.randint(3, 5), size=40)
    rows = zip(*(clean.column(name) for name in clean.rated[1:]), strict=True)
    cells = [str(sum(map(int, row))) for row in rows]
    return _computed(clean, rng.choice(("Total", "总分", "Sum of points")), cells)


def groups(rng: Random) -> Case:
    """The three groups of a recommendation, beside it."""
    base = survey(rng, size=40)
    likely = ratings(rng, 40, 0, 10)
    clean = base.with_column("推荐意愿（0-10）", [str(answer) for answer in likely])
    names = rng.choice(
        (("Detractor", "Passive", "Promoter"), ("1", "2", "3"), ("贬损", "中立", "推荐"))
    )
    cells = [names[(answer > 6) + (answer > 8)] for answer in likely]
    header = rng.choice(("NPS分组", "推荐意愿 - Group", "NPS group"))
    case = _computed(clean, header, cells)
    n = {"measure": "recommend", "n": 40, "mean": round(sum(likely) / 40, 6) + 0.0}
    return Case(case.files, case.entry | {"stored": [*base.checks, n]}, case.clean)


def _computed(clean: object, header: str, cells: list[str]) -> Case:
    from tests.meaning.generator import Table

    assert isinstance(clean, Table)
    return Case(
        {"survey.csv": clean.with_column(header, cells).csv()},
        {
            "args": EDITION,
            "outcome": ["stored", "asked"],
            "stored": list(clean.checks),
            "named": [header],
        },
        {"survey.csv": clean.csv()},
    )


def renamed(rng: Random) -> Case:
    """One question in other words: joined and said so, or asked, and never a new item unsaid."""
    first = survey(rng, language="zh", items=4, size=30)
    old = rng.choice(first.header[3:])
    stem = old.removesuffix("满意度")
    new = f"{rng.choice((f'{stem}服务', f'{stem}安排', f'{stem}情况', f'现场{stem}'))}满意度"
    second = survey(rng, language="zh", items=4, size=30)
    second = second.renamed(dict(zip(second.header, first.header, strict=True)))
    return Case(
        {"5.csv": first.csv(), "6.csv": second.renamed({old: new}).csv()},
        {
            "args": [["--edition", "5"], ["--edition", "6"]],
            "outcome": ["stored", "asked"],
            "stored": [{"table": "items", "count": 4}],
            "named": [new],
        },
        {"5.csv": first.csv(), "6.csv": second.csv()},
    )


def replaced(rng: Random) -> Case:
    """Another question in its place is a new one, and no pair."""
    first = survey(rng, language="zh", items=4, size=30)
    names = {name.removesuffix("满意度") for name in first.header}
    fresh = rng.choice([name for name in ITEMS_ZH if name not in names])
    second = survey(rng, language="zh", items=4, size=30)
    second = second.renamed(dict(zip(second.header, first.header, strict=True)))
    second = second.renamed({rng.choice(first.header[2:]): f"{fresh}满意度"})
    return Case(
        {"5.csv": first.csv(), "6.csv": second.csv()},
        {
            "args": [["--edition", "5"], ["--edition", "6"]],
            "outcome": ["stored"],
            "stored": [{"table": "items", "count": 5}],
        },
    )


MUTATIONS = (average, total, groups, renamed, replaced)
