"""The share of satisfied answers: the overall question first, what is rated below it, and the key
numbers of this study.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns, rows, small_bases
from analytics.figures.claims import claim, level_of_mean, level_of_share, share_level
from analytics.figures.families import family
from analytics.figures.key_number import KeyNumber, key_number
from analytics.figures.sentences import notes, sentences, share_interval
from analytics.ratings.comparability import not_comparable
from analytics.stats.multiplicity import holm
from analytics.studies.satisfaction import BOXES, figures_wording
from analytics.studies.satisfaction.figures_answers import points_of
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty, Claim, Kind
    from analytics.figures.rows import Row
    from analytics.studies.satisfaction.compute import Satisfaction
    from analytics.studies.satisfaction.compute_satisfied import Satisfied, SatisfiedShare
    from analytics.wording import Say

OF_WHOM = {"exhibitor": phrase("exhibitors"), "visitor": phrase("visitors")}
WHOSE = {
    "exhibitor": (phrase("Satisfied exhibitors"), phrase("Exhibitors' mean rating")),
    "visitor": (phrase("Satisfied visitors"), phrase("Visitors' mean rating")),
}
MOST_HIGH, MOST_LOW = 2, 3
MOVED = phrase("In {edition} it was {then}: a change of {gap} points ({low} to {high}).")
ALIKE = phrase(
    "In {edition} it was {then}: no evidence of a change ({gap} points, {low} to {high})."
)
RECOMMEND = {
    "exhibitor": phrase("Exhibitors' NPS"),
    "visitor": phrase("Visitors' NPS"),
}


def overview(answer: Satisfaction, of: Satisfied, say: Say) -> Figure:
    """The overall question at both editions, and of what is rated the two best and the three worst,
    most satisfied first.
    """
    parts = sorted(of.parts, key=lambda part: -part.now.share)
    left_out = max(0, len(parts) - MOST_HIGH - MOST_LOW)
    ranked = [of.overall, *parts[: len(parts) - left_out - MOST_LOW], *parts[-MOST_LOW:]]
    if not left_out:
        ranked = [of.overall, *parts]
    before = answer.before if any(share.then for share in ranked) else None
    names = tuple(edition.name.worded(say) for edition in (before, answer.focus) if edition)
    bases = [of.overall.now.answers]
    return Figure(
        key="overview",
        finding=_finding(answer, of, say),
        base=figures_wording.pair_base(
            answer, say, bases, of.scale, say("share with Wilson's 95% interval")
        ),
        form=Bars(
            "share",
            say("Satisfied (answers {points})", points=points_of(of.scale)[0]),
            (0.0, 1.0),
            has_interval=True,
            is_dots=True,
            series=names,
            digits=0,
            roles=("before", "now") if before else (),
        ),
        data=pd.DataFrame(
            [row for rank, share in enumerate(ranked) for row in _rows(answer, share, rank, say)]
        ),
        columns=(
            Column("label", figures_wording.part(answer, say)),
            columns.edition(say),
            *columns.share(say, say("Satisfied")),
            columns.answers(say),
        ),
        method=BOXES,
        headline=Headline(say.percent(of.overall.now.share, 0), _label(answer, say)),
        notes=(*small_bases.notes(say, (), bases), *_of_ratings(answer, left_out, say)),
        is_established=of.gap is None or of.certainty == "confirmed",
        families=family(say("Change of the share and of the mean"), _tests(answer, of)),
    )


def _tests(answer: Satisfaction, of: Satisfied) -> list[float]:
    """p of both changes after Holm."""
    change = answer.overalls.scores[0].change
    return list(holm([of.gap.p, change.gap.p if change else nan]).p) if of.gap else []


def _rows(answer: Satisfaction, share: SatisfiedShare, rank: int, say: Say) -> list[Row]:
    name = say("Overall satisfaction") if share.key == "overall" else share.name.worded(say)
    place = {"key": share.key, "label": name, "rank": rank}
    now = rows.of_share(share.now, **place, series=answer.focus.name.worded(say))
    if share.then is None or answer.before is None:
        return [now]
    return [rows.of_share(share.then, **place, series=answer.before.name.worded(say)), now]


def _of_ratings(answer: Satisfaction, left_out: int, say: Say) -> tuple[str, ...]:
    """What stands behind a row that is no question of its own, and how many rows are missing."""
    counts = say("A dimension counts all ratings of its items, so it has no interval.")
    between = say("{count} in the middle are left out here.", count=say.number(left_out))
    return notes(between if left_out else "", "" if answer.is_by_item else counts)


def _label(answer: Satisfaction, say: Say) -> str:
    """What the big number counts, the mean beside it."""
    score, digits = answer.overalls.scores[0], answer.overalls.scale.digits
    return say(
        "satisfied, {edition} · mean {mean}",
        edition=answer.focus.name.worded(say),
        mean=say.number(score.now.mean, digits),
    )


def _finding(answer: Satisfaction, of: Satisfied, say: Say) -> str:
    """The share with its interval, and the test of its change."""
    first = say(
        "{share} are satisfied overall in {edition} (answers {high}; {interval}).",
        share=say.percent(of.overall.now.share),
        edition=answer.focus.name.worded(say),
        high=points_of(of.scale)[0],
        interval=share_interval(say, of.overall.now),
    )
    if of.gap is None or of.overall.then is None or answer.before is None:
        return first
    values = {
        "edition": answer.before.name.worded(say),
        "then": say.percent(of.overall.then.share),
        "gap": say.signed(of.gap.difference * 100, 1),
        "low": say.signed(of.gap.low * 100, 1),
        "high": say.signed(of.gap.high * 100, 1),
    }
    moved = say(MOVED if of.is_significant else ALIKE, **values)
    why = not_comparable(say, of.obstacles) if of.is_significant else ""
    return sentences(say, first, moved, why)


def satisfied_claim(answer: Satisfaction, say: Say) -> Claim | None:
    """What the share says to the room; None where the overall question was not asked."""
    of = answer.satisfied
    if of is None:
        return None
    values = {
        "who": say(OF_WHOM[answer.audience]),
        "share": say.percent(of.overall.now.share, 0),
    }
    if of.gap is None or of.overall.then is None:
        sentence = phrase("{share} of {who} are satisfied.")
        return claim(say, "level", level_of_share(of.overall.now), sentence, **values)
    values["then"] = say.percent(of.overall.then.share, 0)
    sentence = phrase("{share} of {who} are satisfied, after {then} last time.")
    if of.is_significant:
        sentence = (
            phrase("More {who} are satisfied than last time: {share}, after {then}.")
            if of.gap.difference > 0
            else phrase("Fewer {who} are satisfied than last time: {share}, after {then}.")
        )
    return claim(say, "change", of.certainty, sentence, **values)


def key_numbers(answer: Satisfaction, say: Say) -> tuple[KeyNumber, ...]:
    """Satisfied share, mean and recommendation, those that were asked."""
    numbers = (_satisfied(answer, say), _mean(answer, say), _recommended(answer, say))
    return tuple(number for number in numbers if number)


def _editions(answer: Satisfaction, say: Say) -> tuple[str, str]:
    return answer.focus.name.worded(say), answer.before.name.worded(say) if answer.before else ""


def _satisfied(answer: Satisfaction, say: Say) -> KeyNumber | None:
    of = answer.satisfied
    if of is None:
        return None
    now, then = of.overall.now, of.overall.then
    judged: tuple[Kind, Certainty] = (
        ("change", of.certainty) if of.gap else ("level", level_of_share(now))
    )
    values = say.percent(now.share, 0), say.percent(then.share, 0) if then else ""
    label = say(WHOSE[answer.audience][0])
    base = _base(answer, now.answers, say)
    return key_number(say, "satisfied", label, values, _editions(answer, say), judged, base)


def _mean(answer: Satisfaction, say: Say) -> KeyNumber | None:
    if not answer.overalls.scores:
        return None
    score, scale = answer.overalls.scores[0], answer.overalls.scale
    change = score.change
    values = (
        say.number(score.now.mean, scale.digits),
        say.number(change.then.mean, scale.digits) if change else "",
    )
    judged: tuple[Kind, Certainty] = (
        ("change", change.certainty) if change else ("level", level_of_mean(score.now, scale.span))
    )
    label = say(WHOSE[answer.audience][1])
    base = say("{base} · {scale}", base=_base(answer, score.now.n, say), scale=scale.worded(say))
    return key_number(say, "overall", label, values, _editions(answer, say), judged, base)


def _recommended(answer: Satisfaction, say: Say) -> KeyNumber | None:
    recommended = answer.recommendation
    if recommended is None:
        return None
    now, change = recommended.now, recommended.change
    level = share_level(now.low / 200, now.high / 200) if now.is_reliable else "too few"
    judged: tuple[Kind, Certainty] = ("change", change.certainty) if change else ("level", level)
    values = say.signed(now.score, 1), say.signed(change.then.mean, 1) if change else ""
    label = say(RECOMMEND[answer.audience])
    base = _base(answer, now.answers, say)
    return key_number(say, "nps", label, values, _editions(answer, say), judged, base)


def _base(answer: Satisfaction, n: float, say: Say) -> str:
    return say("{edition}, n = {n}", edition=answer.focus.name.worded(say), n=say.number(n))
