"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, by_p, claim, level_of_share, share_level
from analytics.ratings.populations import of_register
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.proportion import wilson
from analytics.studies.retention.figures_cohorts import newcomers
from analytics.studies.retention.figures_shares import answered_editions, leaning_p, share_certainty
from analytics.studies.retention.figures_survival import survival_steps
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.retention.compute import Retention
    from analytics.wording import Say


def claims(answer: Retention, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: _overview(answer, say),
        "flows": lambda: _flows(answer, say),
        "cohorts": lambda: _cohorts(answer, say),
        "survival": lambda: _survival(answer, say),
        "times": lambda: _times(answer, say),
        "respondents": lambda: _respondents(answer, say),
    }


def _overview(answer: Retention, say: Say) -> Claim:
    before, last = answer.on_file.to_dict("records")[-2:]
    if min(last["exhibitors"], last["previous"]) < answer.least:
        return claim(
            say,
            "level",
            "too few",
            phrase("{n} exhibitors are too few for shares."),
            n=say.number(last["exhibitors"]),
        )
    values = {
        "repeat": say.percent(last["repeat_share"], 0),
        "then": say.percent(before["repeat_share"], 0),
    }
    if before["repeat_share"] != before["repeat_share"] or before["exhibitors"] < answer.least:
        sentence = phrase("{repeat} of exhibitors had been here before.")
        return claim(
            say, "level", share_certainty(last, "repeat_share"), sentence, repeat=values["repeat"]
        )
    return claim(
        say,
        "level",
        share_certainty(last, "repeat_share"),
        phrase("{repeat} of exhibitors had been here before, after {then} last time."),
        **values,
    )


def _flows(answer: Retention, say: Say) -> Claim:
    last = answer.on_file.to_dict("records")[-1]
    return claim(
        say,
        "level",
        "confirmed",
        phrase("{new} newcomers came, {lapsed} exhibitors of last time stayed away."),
        new=say.number(last["new"]),
        lapsed=say.number(last["lapsed"]),
    )


def _cohorts(answer: Retention, say: Say) -> Claim:
    pooled = newcomers(answer)
    if pooled.n < answer.least:
        sentence = phrase("Too few newcomers to follow them as a group.")
        return claim(say, "level", "too few", sentence)
    return claim(
        say,
        "level",
        level_of_share(pooled),
        phrase("{share} of newcomers came back for a second time."),
        share=say.percent(pooled.share, 0),
    )


def _survival(answer: Retention, say: Say) -> Claim:
    steps = survival_steps(answer)
    end = steps.iloc[-1]
    return claim(
        say,
        "level",
        share_level(end["low"], end["high"]),
        phrase("Of newcomers, {end} came to the next {steps} editions without a break."),
        end=say.percent(end["value"], 0),
        steps=len(steps) - 1,
    )


def _times(answer: Retention, say: Say) -> Claim:
    counts = answer.times[1:].tolist()
    once, always = (
        of_register(wilson(int(count), answer.exhibitors), answer.stands_for)
        for count in (counts[0], counts[-1])
    )
    return claim(
        say,
        "level",
        level_of_share(once),
        phrase("{once} of all exhibitors came once only, {always} every time."),
        once=say.percent(once.share, 0),
        always=say.percent(always.share, 0),
    )


def _respondents(answer: Retention, say: Say) -> Claim | None:
    answered = answered_editions(answer)
    if not answered:
        return None
    edition, p = answered[-1], leaning_p(answer)[-1]
    share, register = edition["respondents_repeat_share"], edition["repeat_share"]
    sentence = phrase(
        "Regulars answer like newcomers: {share} of answers, {register} of exhibitors."
    )
    if p <= LEVEL_OF_P:
        sentence = (
            phrase("Regulars answer more: {share} of answers, {register} of exhibitors.")
            if share > register
            else phrase("Newcomers answer more: regulars give {share}, and are {register}.")
        )
    return claim(
        say,
        "difference",
        by_p(p),
        sentence,
        share=say.percent(share, 0),
        register=say.percent(register, 0),
    )
