"""What a study stands on, worded: one line a question a careful reader would ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analytics.figures.sentences import sentences, some_of
from analytics.trust.figures_summary import smallest_base
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures import Figure
    from analytics.trust.data_quality import Asked, Ground, LeftOut
    from analytics.wording import Say

REASONS = {
    "duplicate_row": phrase("duplicates"),
    "already_stored": phrase("stored before"),
    "line_too_long": phrase("broken lines"),
    "line_too_short": phrase("broken lines"),
    "header_repeated": phrase("headers, totals and footnotes"),
    "total_row": phrase("headers, totals and footnotes"),
    "footnote": phrase("headers, totals and footnotes"),
    "no_answers": phrase("nothing answered"),
    "no_edition": phrase("no edition"),
    "not_an_edition": phrase("no edition"),
}
OTHERS = phrase("other reasons")


def ground_sentences(figures: Sequence[Figure], ground: Ground, say: Say) -> dict[str, str]:
    """Question -> answer, in the order a reader would ask."""
    return {
        say("Who could have answered, and who did"): _response(ground, say),
        say("Which answers are in view"): _in_view(ground, say),
        say("What was left out, and why"): _left_out(ground.left_out, say),
        say("Was the same asked every time"): _same_questions(ground, say),
        say("Smallest base shown"): _smallest(figures, say),
    }


def _response(ground: Ground, say: Say) -> str:
    response = ground.response
    if response is None:
        return say("No answers are in view.")
    values = {"edition": response.edition.worded(say), "did": say.number(response.did)}
    if not response.could:
        return say(
            "{did} answers at {edition}; how many could have answered is not on file for these"
            " filters.",
            **values,
        )
    values |= {"could": say.number(response.could), "share": say.percent(response.rate)}
    if ground.audience == "visitor":
        return say(
            "{edition}: {could} visitors were counted and {did} answers came in, {share}.", **values
        )
    return say(
        "{edition}: {could} exhibitors are on the register and {did} of them answered, {share}.",
        **values,
    )


def _in_view(ground: Ground, say: Say) -> str:
    if not ground.editions:
        return say("No answers are in view.")
    first, last = ground.editions[0].worded(say), ground.editions[-1].worded(say)
    values = {
        "n": say.number(ground.answers),
        "editions": say.number(len(ground.editions)),
        "first": first,
        "last": last,
    }
    text = (
        say("{n} answers in {editions} editions, {first} to {last}.", **values)
        if len(ground.editions) > 1
        else say("{n} answers, {last}.", **values)
    )
    if not ground.unmatched:
        return text
    lost = say(
        "{n} of them lead to no exhibitor on file and count only where no exhibitor is needed.",
        n=say.number(ground.unmatched),
    )
    return sentences(say, text, lost)


def _left_out(left_out: LeftOut, say: Say) -> str:
    if not left_out.read:
        return say("No survey file stands behind what is in view.")
    values = {"read": say.number(left_out.read), "n": say.number(left_out.lines)}
    if not left_out.lines:
        return say("None of the {read} lines of the survey files in view.", **values)
    counts: dict[str, int] = {}
    for reason, n in left_out.reasons:
        word = say(REASONS.get(reason, OTHERS))
        counts[word] = counts.get(word, 0) + n
    why = say.listed(
        [say("{reason} ({n})", reason=word, n=say.number(n)) for word, n in counts.items()]
    )
    return say(
        "{n} of the {read} lines of the survey files in view: {why}.",
        **values,
        why=why or say(OTHERS),
    )


def _same_questions(ground: Ground, say: Say) -> str:
    asked = ground.asked
    if len(ground.editions) < 2:
        return say("One survey is in view, so there is nothing to differ from.")
    if not asked.is_alike:
        return sentences(say, *_differences(asked, say), _gaps(asked, say))
    alike = say(
        "Yes: the same questions on the same scale in all {n} editions.",
        n=say.number(len(ground.editions)),
    )
    return sentences(say, alike, _gaps(asked, say))


def _gaps(asked: Asked, say: Say) -> str:
    if not asked.skipped:
        return ""
    return say(
        "Not held, or not on file, in between: number {numbers}.",
        numbers=say.listed([str(number) for number in asked.skipped]),
    )


def _differences(asked: Asked, say: Say) -> list[str]:
    differences = []
    if asked.changed:
        differences.append(
            say(
                "No: asked with other items in some editions: {names}.",
                names=some_of(say, asked.changed),
            )
        )
    elif asked.not_throughout:
        differences.append(
            say(
                "No: {n} of {all} questions were not asked in every edition.",
                n=say.number(asked.not_throughout),
                all=say.number(asked.questions),
            )
        )
    if asked.scales > 1:
        differences.append(
            say(
                "{n} rating scales were used; scores are put on one scale from 0 to 100.",
                n=say.number(asked.scales),
            )
        )
    return differences


def _smallest(figures: Sequence[Figure], say: Say) -> str:
    base = smallest_base(figures)
    if base is None:
        return say("No figure has a table with a base of its own.")
    values = {"n": say.number(base.n), "rows": say.number(base.faint_rows)}
    if base.faint_rows:
        return say("{n}; {rows} rows rest on fewer than 30 and are pale.", **values)
    return say("{n}; no row rests on fewer than 30.", **values)
