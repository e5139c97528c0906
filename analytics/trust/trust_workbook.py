"""The whole page as one workbook: ground, verdicts, tests, every figure with method and table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analytics.figures import families
from analytics.sheets import xlsx_bytes
from analytics.trust import figures_summary
from analytics.trust.sentences import ground_sentences
from analytics.trust.verdicts import Verdicts

if TYPE_CHECKING:
    import pandas as pd

    from analytics.figures import Figure
    from analytics.study import Study
    from analytics.trust.data_quality import Ground
    from analytics.wording import Say


def workbook(
    study: Study, figures: Sequence[Figure], ground: Ground, verdicts: Verdicts, say: Say
) -> bytes:
    """XLSX: three sheets about the study, then one a figure with the numbers behind it."""
    sheets = {
        say("What it stands on"): _stands(study, figures, ground, verdicts, say),
        say("Tests"): _tests(figures, say),
        say("Figures"): _about(figures, say),
    }
    for number, figure in enumerate(figures, start=1):
        sheets[f"{number} {figure.key}"] = figure.table()
    return xlsx_bytes(sheets)


def _frame(rows: list[tuple[object, ...]], titles: list[str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows, columns=titles)


def _stands(
    study: Study, figures: Sequence[Figure], ground: Ground, verdicts: Verdicts, say: Say
) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = [
        (say(study.title), say(study.question)),
        *ground_sentences(figures, ground, say).items(),
    ]
    for title, sentences in (
        (say("What you can say"), verdicts.can),
        (say("Only described"), verdicts.only),
        (say("What you cannot say"), verdicts.cannot),
    ):
        rows += [(title, sentence) for sentence in sentences]
    return _frame(rows, [say("Question"), say("Answer")])


def _tests(figures: Sequence[Figure], say: Say) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = [
        (family.name, family.tests, family.how(say)) for family in figures_summary.families(figures)
    ]
    return _frame(rows, [say("Tests read together"), say("Tests"), say("How they are adjusted")])


def _about(figures: Sequence[Figure], say: Say) -> pd.DataFrame:
    rows: list[tuple[object, ...]] = [
        (
            number,
            figure.finding,
            figure.base,
            say(figure.method.formula),
            say(figure.method.assumption),
            say(figure.method.source),
            say(figure.method.caution),
            families.listed(figure.families, say),
            " ".join(figure.notes),
        )
        for number, figure in enumerate(figures, start=1)
    ]
    titles = [
        say("No."),
        say("Finding"),
        say("Base"),
        say("Formula"),
        say("Assumes"),
        say("Source"),
        say("What would make it wrong"),
        say("Tests read together"),
        say("Note"),
    ]
    return _frame(rows, titles)
