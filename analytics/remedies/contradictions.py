"""What a person asked for and what is on file says otherwise, by the reasons of `NotPossible`."""

from __future__ import annotations

from analytics.wording import phrase

NOT_POSSIBLE = {
    # entering and answering complaints
    "complaint_empty": phrase(
        "Say what the complaint is about: a topic or a text is needed.",
    ),
    "answer_empty": phrase("Write what was answered."),
    # the order of a complaint's days
    "already_closed": phrase(
        "This complaint is closed already, perhaps by somebody else.",
    ),
    "already_open": phrase(
        "This complaint is open already, perhaps reopened by somebody else.",
    ),
    "day_to_come": phrase(
        "That day has not come yet. Choose {day} or an earlier day.",
    ),
    "day_too_early": phrase(
        "That is before {day}, when the complaint was received or last changed.",
    ),
}
