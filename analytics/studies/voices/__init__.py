"""What did they write? Comments and complaints by dimension and theme, and who wrote them."""

from __future__ import annotations

from analytics.figures import Method
from analytics.filters import Option
from analytics.ratings.editions import COMPARE_WITH
from analytics.study import Study, later
from analytics.wording import phrase

THEMES = Method(
    phrase(
        "A text names a theme where it holds one of the theme's words (Chinese as written, single"
        " characters only as words of their own; English by stems). Share: texts that name it of"
        " all texts, Wilson's 95% interval. Change: Newcombe's interval, score test, Holm over all"
        " themes shown."
    ),
    phrase(
        "A text may name several themes, so shares do not add up. Who writes is not who answers:"
        " shares are of those who wrote. Texts count as independent."
    ),
    phrase("Newcombe 1998; Holm 1979; Snowball (Porter 2001) for stems"),
    phrase(
        "Words are found, irony is not. Themes with fewer than five texts are not shown. Other"
        " people may have written this time."
    ),
)
TONES = Method(
    phrase(
        "Clause by clause: words of complaint, of praise and wishes; a negation just before turns"
        " them around (不好吃, not helpful), alone it says that a thing is missing (no wifi). A"
        " complaint outweighs praise of the same theme in the same text."
    ),
    phrase("What stands in the clause is about the theme that it names."),
    phrase("Taboada et al. 2011 (Computational Linguistics 37:267–307)"),
    phrase("About one in eight is heard wrongly in everyday language; read the texts."),
)
SATISFACTION = Method(
    phrase(
        "Mean overall rating of those whose comment names the theme, less that of all others who"
        " answered at the edition, with comment or without; Welch's t interval, Holm over the"
        " themes shown."
    ),
    phrase("Answers are independent; at least five writers rated overall."),
    phrase("Welch 1947; Holm 1979"),
    phrase("Who is dissatisfied writes more, whatever about: the theme need not be the reason."),
)
WORDS = Method(
    phrase(
        "Each word in at least five texts: texts with and without it × group and rest, G² over the"
        " four cells with the sign of the shares; Benjamini–Hochberg over all such words. A word"
        " counts once a text. Log ratio to the base 2, a half added."
    ),
    phrase("Texts are independent."),
    phrase("Dunning 1993; Rayson & Garside 2000; Hardie 2014"),
    phrase("A word is no theme: look at what was written before you make it one."),
)
QUOTES = Method(
    phrase(
        "Texts as they were written, some of each theme, or those that hold all the words searched"
        " for. Names, firms, telephone numbers, addresses and e-mail addresses are hidden."
    ),
    phrase("What leads to a person or a firm was recognised."),
    phrase("No estimate: a list"),
    phrase("Shown to importers and admins only; somebody may be known by what he tells."),
)
METHODS = (THEMES, TONES, SATISFACTION, WORDS, QUOTES)

STUDY = Study(
    key="voices",
    section="listen",
    title=phrase("Voices"),
    question=phrase("What did they write?"),
    icon="forum",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey", "complaints"),
    options=(
        COMPARE_WITH,
        Option(
            "words",
            phrase("Words of"),
            ("unthemed", "dissatisfied", "recent"),
            (
                phrase("texts in no theme"),
                phrase("the dissatisfied"),
                phrase("this edition"),
            ),
        ),
        Option("theme", phrase("Quotes about"), among="theme"),
        Option("search", phrase("Search the texts"), among="text"),
    ),
    quotes_people=("quotes",),
    unweighted=phrase("Not weighted: what was written is counted, not whom it stands for."),
)
