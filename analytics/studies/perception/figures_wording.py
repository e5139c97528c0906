"""What questions, answers, axes and groups are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures import sentences
from analytics.figures.base_line import base_line, first_to_last
from analytics.ratings.groups import EXPERIENCE, TITLES
from analytics.ratings.readable_names import is_bare_code, is_readable, labelled
from analytics.studies.perception.compute_questions import NO_ANSWER, OTHERS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.perception.compute import Perception, Place
    from analytics.studies.perception.compute_questions import Coded
    from analytics.wording import Say

FIELDS = TITLES | {
    "edition": phrase("Edition"),
    "overall": phrase("Overall satisfaction"),
    "goal_attainment": phrase("Goal"),
    "intention": phrase("Intention"),
}
BANDS = {
    "2 of 2": phrase("Satisfied: {name}"),
    "1 of 2": phrase("Less satisfied: {name}"),
    "1 of 3": phrase("Dissatisfied: {name}"),
    "2 of 3": phrase("So-so: {name}"),
    "3 of 3": phrase("Satisfied: {name}"),
    "1+2 of 3": phrase("Less satisfied: {name}"),
    "2+3 of 3": phrase("Not dissatisfied: {name}"),
}
OUTCOMES = {
    ("overall", "1"): phrase("Dissatisfied overall"),
    ("overall", "2"): phrase("So-so overall"),
    ("overall", "3"): phrase("Satisfied overall"),
    ("goal_attainment", "1"): phrase("Goal not reached"),
    ("goal_attainment", "2"): phrase("Goal reached by and large"),
    ("goal_attainment", "3"): phrase("Goal fully reached"),
    ("intention", "1"): phrase("Will not come back"),
    ("intention", "2"): phrase("May come back"),
    ("intention", "3"): phrase("Plans to come back"),
}
KINDS = {
    "field": phrase("Profile"),
    "objective": phrase("Objectives"),
    "dimension": phrase("Satisfaction"),
    "outcome": phrase("Outcomes (placed afterwards)"),
    "edition": phrase("Editions (placed afterwards)"),
    "group": phrase("Groups of respondents"),
}
REASONS = {
    "missing": phrase("half or more gave no answer"),
    "alike": phrase("nearly all agree"),
    "scattered": phrase("no answer is given by 5%"),
    "rare": phrase("named by too few or nearly all"),
}
MOST_TRAITS = 2
CLEAR = 1.96
ALL_ROUND = 0.6
NAMED_ON_AXIS = 2
MOST_MERGED = 3


def question(coded: Coded, say: Say) -> str:
    asked = coded.question
    return say(FIELDS[asked.key]) if asked.key in FIELDS else asked.name.worded(say)


def category(answer: Perception, coded: Coded, at: int, say: Say) -> str:
    """An answer, so worded that it stands alone on the map."""
    value, asked = coded.categories[at], coded.question
    if value == NO_ANSWER and asked.kind == "field":
        return say("{question}: not known", question=question(coded, say))
    if value == NO_ANSWER:
        return say("{question}: no answer", question=question(coded, say))
    if value == OTHERS:
        return say("{question}: others", question=question(coded, say))
    if asked.kind == "objective":
        name = asked.name.worded(say)
        return name if value == "2" else say("Not: {objective}", objective=name)
    if asked.kind == "dimension":
        return say(BANDS[f"{value} of {asked.levels}"], name=asked.name.worded(say))
    if asked.kind == "outcome":
        return say(OUTCOMES[(asked.key, value)])
    if asked.kind == "edition":
        return next((e.name.worded(say) for e in answer.editions if e.key == value), value)
    if asked.key == "experience":
        return say(EXPERIENCE[value])
    return labelled(question(coded, say), value, say)


def place(answer: Perception, spot: Place, say: Say) -> str:
    if spot.coded is None:
        return group(answer, spot.category, say)
    return category(answer, spot.coded, spot.category, say)


def spelt(answer: Perception, spot: Place, say: Say) -> str:
    """The same, by its question where the reader could not spell the answer."""
    name = place(answer, spot, say)
    return question(spot.coded, say) if spot.coded and not is_readable(name, say) else name


def group(answer: Perception, number: int, say: Say) -> str:
    return say("Group {number}", number=number + 1)


def columns(answer: Perception) -> list[tuple[Coded, int]]:
    """Whose the columns of the groups' table are."""
    return [(coded, at) for coded in answer.used for at in range(coded.size)]


def describe(answer: Perception, number: int, say: Say, is_sentence: bool = False) -> str:
    """A group by the answers that set it apart most; satisfied (or not) all round where most
    dimensions say so.

    In a sentence only by what the reader can spell.
    """
    above = _above_average(answer, number)
    mood = _all_round(answer, above, say)
    telling = [(coded, at) for coded, at in above if not (mood and _is_rating(coded))]
    named = [(coded, at) for coded, at in telling if not _is_objective_not_named(coded, at)]
    names = [category(answer, coded, at, say) for coded, at in named or telling]
    names = [name for name in names if not is_sentence or is_readable(name, say)][:MOST_TRAITS]
    parts = [*([mood] if mood else []), *names]
    return " · ".join(parts) or say("close to the average")


def _above_average(answer: Perception, number: int) -> list[tuple[Coded, int]]:
    """Answers of the map that a group clearly gave more often than others, the clearest first."""
    column_names = columns(answer)
    clear = [
        (trait.test, *column_names[trait.category])
        for trait in answer.traits[number]
        if trait.test.v > CLEAR
    ]
    clear.sort(key=lambda row: (-round(row[0].v, 6), row[0].share_overall - row[0].share_of_group))
    return [
        (coded, at)
        for _, coded, at in clear
        if coded.role == "active" and coded.categories[at] not in (NO_ANSWER, OTHERS)
    ]


def _is_rating(coded: Coded) -> bool:
    return coded.question.kind == "dimension"


def _is_objective_not_named(coded: Coded, at: int) -> bool:
    return coded.question.kind == "objective" and coded.categories[at] == "1"


def _all_round(answer: Perception, above: list[tuple[Coded, int]], say: Say) -> str:
    """Satisfied or less satisfied with most dimensions at once; '' where neither."""
    asked = sum(_is_rating(coded) for coded in answer.active)
    rated = [is_best(coded, at) for coded, at in above if _is_rating(coded)]
    if asked > 2 and rated.count(True) >= ALL_ROUND * asked:
        return say("satisfied all round")
    if asked > 2 and rated.count(False) >= ALL_ROUND * asked:
        return say("less satisfied all round")
    return ""


def is_best(coded: Coded, at: int) -> bool:
    """Whether an answer is the best band of its question."""
    return bool(coded.question.levels) and coded.categories[at].endswith(str(coded.question.levels))


def end(answer: Perception, axis: int, side: int, say: Say) -> list[str]:
    """What lies at one end of an axis: the answers that contribute most, or one word for most
    dimensions together.

    Empty where the reader could not spell one of them.
    """
    spots = _at_end(answer, axis, side)
    mood = _mood_at_end(answer, spots, axis, say)
    names = [mood] if mood else [place(answer, spot, say) for spot in spots[:NAMED_ON_AXIS]]
    has_code = not mood and any(_is_bare(spot) for spot in spots[:NAMED_ON_AXIS])
    return names if not has_code and all(is_readable(name, say) for name in names) else []


def _is_bare(spot: Place) -> bool:
    """Ratings, objectives and outcomes have words of ours for their numbers."""
    if not spot.coded or spot.coded.question.kind != "field":
        return False
    return is_bare_code(spot.coded.categories[spot.category])


def questions_of(answer: Perception, axis: int, say: Say) -> list[str]:
    """The questions that make an axis, in words of ours and of the questionnaire alone."""
    spots = [*_at_end(answer, axis, 1), *_at_end(answer, axis, -1)]
    spots.sort(key=lambda spot: -spot.contributions[axis])
    names = [
        say(KINDS["dimension"]) if _is_rating(spot.coded) else question(spot.coded, say)
        for spot in spots
        if spot.coded
    ]
    return list(dict.fromkeys(name for name in names if is_readable(name, say)))[:NAMED_ON_AXIS]


def _at_end(answer: Perception, axis: int, side: int) -> list[Place]:
    """Active answers on one side of an axis, those that contribute most first."""
    spots = [spot for spot in answer.places if spot.is_active and spot.coordinates[axis] * side > 0]
    return sorted(spots, key=lambda spot: -spot.contributions[axis])


def _mood_at_end(answer: Perception, spots: list[Place], axis: int, say: Say) -> str:
    """One word where ratings of most dimensions make most of this end; '' otherwise."""
    rated = [spot for spot in spots if spot.coded and _is_rating(spot.coded)]
    by_ratings, whole = (
        sum(spot.contributions[axis] for spot in places) for places in (rated, spots)
    )
    if by_ratings <= whole / 2:
        return ""
    return _all_round(answer, [(spot.coded, spot.category) for spot in rated if spot.coded], say)


def base(answer: Perception, say: Say, *parts: str) -> str:
    return base_line(
        say("n = {n} of {known} answers", n=say.number(answer.n), known=say.number(answer.known)),
        first_to_last(say, [edition.name.worded(say) for edition in answer.editions]),
        say("{n} questions", n=say.number(len(answer.active))),
        *parts,
    )


def notes(answer: Perception, say: Say) -> tuple[str, ...]:
    """What happened to rare and missing answers. Nothing is left out in silence."""
    return sentences.notes(
        _incomplete(answer, say), _put_together(answer, say), _took_no_part(answer, say)
    )


def _incomplete(answer: Perception, say: Say) -> str:
    if answer.known <= answer.n:
        return ""
    return say(
        "{n} respondents are left out because they lack one of the answers.",
        n=say.number(answer.known - answer.n),
    )


def _put_together(answer: Perception, say: Say) -> str:
    merged = [
        say(
            "{question}: {answers}", question=question(coded, say), answers=_some(coded.merged, say)
        )
        for coded in answer.active
        if coded.merged
    ]
    if not merged:
        return ""
    return say(
        "Put together as “others” because fewer than 5% gave them, or to reach 5%: {list}.",
        list=("；" if say.language == "zh" else "; ").join(merged),
    )


def _took_no_part(answer: Perception, say: Say) -> str:
    left = [
        say(
            "{question} ({reason})",
            question=question(coded, say),
            reason=say(REASONS[coded.reason]),
        )
        for coded in answer.questions
        if coded.reason
    ]
    return say("Took no part in making the map: {list}.", list=say.listed(left)) if left else ""


def _some(values: tuple[str, ...], say: Say) -> str:
    """The first answers by name, as the file words them, and how many more there are."""
    more = len(values) - MOST_MERGED
    if more <= 0:
        return say.listed(values)
    return say(
        "{names} and {more} more", names=", ".join(values[:MOST_MERGED]), more=say.number(more)
    )
