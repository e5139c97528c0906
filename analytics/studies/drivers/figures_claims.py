"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, claim, established
from analytics.ratings.levels import PARTS
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.drivers.compute import Driver, Drivers
    from analytics.wording import Say


def claims(answer: Drivers, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: _overview(answer, say),
        "importance": lambda: _importance(answer, say),
        "measures": lambda: _measures(answer, say),
        "needs": lambda: _needs(answer, say),
        "gaps": lambda: _gaps(answer, say),
    }


def _nothing(answer: Drivers, say: Say) -> Claim:
    return claim(
        say,
        "link",
        "no evidence",
        phrase("None of the {parts} clearly goes with overall satisfaction."),
        parts=say(PARTS[answer.level]),
    )


def _overview(answer: Drivers, say: Say) -> Claim:
    if not answer.is_established:
        return _nothing(answer, say)
    first = answer.foremost
    if first.quadrant == "concentrate here":
        return claim(
            say,
            "link",
            "a sign" if first.is_borderline else "confirmed",
            phrase("{name} may need fixing: {share} of what goes with satisfaction.")
            if first.is_borderline
            else phrase(
                "Fix {name} first: {share} of what goes with satisfaction, rated below par."
            ),
            {"name": first.name.worded(say)},
            share=say.percent(first.share.value, 0),
        )
    return claim(
        say,
        "link",
        "confirmed",
        phrase("Nothing weighty is rated poorly; {name} weighs most: {share}."),
        {"name": first.name.worded(say)},
        share=say.percent(first.share.value, 0),
    )


def _importance(answer: Drivers, say: Say) -> Claim:
    if not answer.is_established:
        return _nothing(answer, say)
    first = answer.drivers[0]
    is_alone = len(answer.leaders) == 1
    return claim(
        say,
        "link",
        "confirmed" if is_alone else "a sign",
        phrase("{name} matters most: {share} of what goes with satisfaction.")
        if is_alone
        else phrase("{name} may matter most, with {share}; others come close."),
        {"name": first.name.worded(say)},
        share=say.percent(first.share.value, 0),
    )


def _measures(answer: Drivers, say: Say) -> Claim:
    ranked = list(answer.drivers)
    firsts = {ranked[0].key, max(ranked, key=lambda driver: driver.r.value).key}
    if ranked[0].lmg:
        firsts.add(max(ranked, key=lambda driver: driver.lmg.value if driver.lmg else 0.0).key)
    names = {"name": ranked[0].name.worded(say)}
    if not answer.is_established:
        return _nothing(answer, say)
    if len(firsts) == 1:
        return claim(
            say, "link", "confirmed", phrase("Every way of weighing puts {name} first."), names
        )
    sentence = phrase("Ways of weighing disagree on what comes first; {name} is one candidate.")
    return claim(say, "link", "a sign", sentence, names)


def _needs(answer: Drivers, say: Say) -> Claim:
    if not answer.is_established:
        return _nothing(answer, say)
    hidden, basic, key = (_certain(answer, need) for need in ("hidden excitement", "basic", "key"))
    if hidden:
        names = {"name": hidden[0].name.worded(say)}
        sentence = phrase("{name} matters more than they say.")
        return claim(say, "difference", "confirmed", sentence, names)
    if basic:
        names = {"name": basic[0].name.worded(say)}
        sentence = phrase("{name} is said to matter, but is taken for granted.")
        return claim(say, "difference", "confirmed", sentence, names)
    if key:
        names = {"name": key[0].name.worded(say)}
        sentence = phrase("What they say matters does matter, {name} above all.")
        return claim(say, "link", "confirmed", sentence, names)
    sentence = phrase("What they say matters and what goes with satisfaction agree.")
    return claim(say, "difference", "no evidence", sentence)


def _certain(answer: Drivers, need: str) -> list[Driver]:
    return [
        driver for driver in answer.drivers if driver.need == need and not driver.is_need_borderline
    ]


def _gaps(answer: Drivers, say: Say) -> Claim | None:
    rated = sorted(
        ((driver, driver.stated) for driver in answer.drivers if driver.stated),
        key=lambda pair: pair[1].gap.mean,
    )
    if not rated:
        return None
    short = [pair for pair in rated if pair[1].is_established and pair[1].gap.mean < 0]
    values = {"count": len(short), "total": len(rated), "parts": say(PARTS[answer.level])}
    if not short:
        sentence = phrase("Ratings keep up with the importance they give.")
        return claim(say, "difference", "no evidence", sentence)
    return claim(
        say,
        "difference",
        established(True),
        phrase("{count} of {total} {parts} lag behind their importance, {name} most."),
        {"name": short[0][0].name.worded(say)},
        **values,
    )
