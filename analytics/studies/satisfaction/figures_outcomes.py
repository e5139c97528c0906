"""Did they reach their goal, will they come back, would they recommend the fair?"""

from __future__ import annotations

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns, rows, small_bases
from analytics.figures.families import family
from analytics.figures.rows import Row
from analytics.figures.sentences import interval, sentences, share_interval
from analytics.ratings.change import change_sentence
from analytics.stats.net_promoter import NetPromoter
from analytics.stats.proportion import Proportion
from analytics.studies.satisfaction import OUTCOMES, RECOMMENDATION, figures_wording
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_outcomes import Outcome, Recommendation
from analytics.wording import Say, phrase

TITLES = {"goal_attainment": phrase("Goal"), "intention": phrase("Coming back")}
ANSWERS = {
    "goal_attainment": (
        phrase("fully reached"),
        phrase("by and large reached"),
        phrase("not reached"),
    ),
    "intention": (phrase("planned"), phrase("perhaps"), phrase("not planned")),
}


def outcomes(answer: Satisfaction, say: Say) -> Figure:
    """Each answer of either question, best first."""
    shares = [
        (f"{outcome.measure}.{point:g}", _label(outcome, place, point, say), share)
        for outcome in answer.outcomes
        for place, (point, share) in enumerate(outcome.answers)
    ]
    bases = [outcome.positive.answers for outcome in answer.outcomes]
    method = say("shares of those who answered, with Wilson's 95% interval")
    return Figure(
        key="outcomes",
        finding=sentences(say, *(_sentence(outcome, say) for outcome in answer.outcomes)),
        base=figures_wording.base(answer, say, bases, None, method),
        form=Bars("share", say("Share of answers"), (0.0, 1.0), has_interval=True),
        data=pd.DataFrame([_row(rank, *share) for rank, share in enumerate(shares)]),
        columns=(
            Column("label", say("Answer")),
            *columns.share(say),
            Column("count", say("Gave this answer"), "count"),
            Column("n", say("Answered the question"), "count"),
        ),
        method=OUTCOMES,
        notes=small_bases.notes(say, (), bases),
    )


def _row(rank: int, key: str, label: str, share: Proportion) -> Row:
    return rows.of_share(share, key=key, label=label, rank=rank, count=share.givers)


def _label(outcome: Outcome, place: int, point: float, say: Say) -> str:
    question = say(TITLES[outcome.measure])
    if outcome.has_three_answers:
        return say(
            "{question}: {answer}", question=question, answer=say(ANSWERS[outcome.measure][place])
        )
    return say(
        "{question}: {point} of {high}",
        question=question,
        point=f"{point:g}",
        high=f"{outcome.scale.high:g}",
    )


def _sentence(outcome: Outcome, say: Say) -> str:
    values = {
        "share": say.percent(outcome.positive.share),
        "interval": share_interval(say, outcome.positive),
        "n": say.number(outcome.positive.answers),
    }
    if outcome.has_three_answers and outcome.measure == "goal_attainment":
        return say(
            "{share} reached their goal at least by and large ({interval}, n = {n}).", **values
        )
    if outcome.has_three_answers:
        plans, may, _ = (say.percent(share.share) for _, share in outcome.answers)
        return say(
            "{plans} plan to come back and {may} may, together {share} ({interval}, n = {n}).",
            **values,
            plans=plans,
            may=may,
        )
    return say(
        "{question}: {share} chose the best answers ({interval}, n = {n}).",
        **values,
        question=say(TITLES[outcome.measure]),
    )


def recommended(answer: Satisfaction, recommendation: Recommendation, say: Say) -> Figure:
    """The net promoter score, beside that of the edition compared with."""
    title, change = say("Net promoter score"), recommendation.change
    base = recommendation.now.answers
    method = say("net promoter score with 95% normal interval")
    return Figure(
        key="recommendation",
        finding=sentences(
            say, _score_sentence(answer, recommendation, say), _promoters(recommendation.now, say)
        ),
        base=figures_wording.pair_base(answer, say, [base], None, method),
        form=Bars("points", title, (-100.0, 100.0), has_interval=True, is_dots=True, reference=0.0),
        data=pd.DataFrame(_promoter_rows(answer, recommendation, say)).assign(
            base_n_eff=recommendation.now.n
        ),
        columns=(
            columns.edition(say, "label"),
            Column("value", title, "points", 1),
            *columns.interval(say, "points", 1),
            Column("promoters", say("Promoters (9–10)"), "share", 1),
            Column("passives", say("Passives (7–8)"), "share", 1),
            Column("detractors", say("Detractors (0–6)"), "share", 1),
            columns.answers(say),
        ),
        method=RECOMMENDATION,
        notes=small_bases.notes(say, (), [base]),
        is_established=change is None or change.is_established,
        families=family(say("Change of the score"), [change.gap.p]) if change else (),
    )


def _promoter_rows(answer: Satisfaction, recommendation: Recommendation, say: Say) -> list[Row]:
    both = [(answer.before, recommendation.then), (answer.focus, recommendation.now)]
    scores = [(edition.name.worded(say), score) for edition, score in both if edition and score]
    return [_promoter_row(edition, score, rank) for rank, (edition, score) in enumerate(scores)]


def _promoter_row(edition: str, score: NetPromoter, rank: int) -> Row:
    return {
        "key": edition,
        "label": edition,
        "rank": rank,
        "value": score.score,
        "low": score.low,
        "high": score.high,
        "promoters": score.promoters,
        "passives": score.passives,
        "detractors": score.detractors,
        "n": int(score.answers),
        "n_eff": score.n,
        "is_faint": small_bases.is_pale(score.answers),
    }


def _promoters(score: NetPromoter, say: Say) -> str:
    return say(
        "{promoters} would recommend the fair (9–10) and {detractors} would not (0–6).",
        promoters=say.percent(score.promoters),
        detractors=say.percent(score.detractors),
    )


def _score_sentence(answer: Satisfaction, recommendation: Recommendation, say: Say) -> str:
    """The score with its change, or alone."""
    now = recommendation.now
    if recommendation.change and answer.before:
        names = answer.before.name.worded(say), answer.focus.name.worded(say)
        return change_sentence(say, say("Net promoter score"), *names, recommendation.change, 1)
    score = say.number(now.score, 1)
    if not now.is_reliable:
        return say(
            "Net promoter score: {score}; all answers are alike, so no interval can be given.",
            score=score,
        )
    return say(
        "Net promoter score: {score} ({interval}).",
        score=score,
        interval=interval(say, now.low, now.high, 1),
    )
