"""Why answers cannot be weighted, worded with the way out."""

from __future__ import annotations

from analytics.errors import CannotWeight
from analytics.remedies import remedy
from analytics.wording import Say, phrase

SENTENCES = {
    "visitors": phrase(
        "Visitors cannot be weighted: no register lists them. Switch the weights off, or look at"
        " exhibitors."
    ),
    "register": phrase(
        "The answers of {edition} cannot be weighted: no register of it is loaded. Load it, or"
        " switch the weights off."
    ),
    "groups": phrase(
        "The answers of {edition} cannot be weighted: fewer than two industries or regions of its"
        " register have ten answers. Switch the weights off, or match more answers to the register."
    ),
    "converge": phrase(
        "The answers of {edition} cannot be weighted: no weights make them match its register."
        " Switch the weights off."
    ),
}


@remedy.register
def _(fault: CannotWeight, say: Say) -> str:
    return say(SENTENCES[fault.reason], edition=say.name(fault.zh, fault.en))
