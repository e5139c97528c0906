"""What is open in a file, and the one way past what is suggested and not sure."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.intake.load.draft import Draft
from analytics.intake.load.point_sentences import point_text
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.open_points import OpenPoint
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.upload import working_mapping

MOST_POINTS = 6
IN_THE_TABLE = frozenset(
    (
        *("needs_field", "needs_one_of", "needs_rating", "needs_scale", "needs_name"),
        *("unknown_field", "unknown_measure", "unknown_dimension", "claimed_twice", "not_computed"),
    )
)
"""Points that only the table of columns settles."""


def to_settle(points: list[OpenPoint], say: Say) -> None:
    """What stands in the way of loading."""
    if points:
        items = [f"- {_pointed(point, say)}" for point in points[:MOST_POINTS]]
        more = len(points) - MOST_POINTS
        items += [f"- {md(say('and {count} more', count=more))}"] if more > 0 else []
        st.warning(f"**{md(say('To settle first'))}**\n" + "\n".join(items), icon=":material/rule:")


def accept_guesses(draft: Draft, mapping: Mapping, blocking: list[OpenPoint], say: Say) -> None:
    """One way past what is suggested and not sure: a person says that it is right."""
    guesses = sum(point.is_guess for point in blocking)
    if guesses and st.button(
        say("These are right ({count})", count=guesses),
        key=f"accept-{draft.draft_id}",
        icon=":material/check:",
        help=say("What is suggested in the table of columns is taken; the receipt says so."),
    ):
        working_mapping.start(draft, replace(mapping, accepts_guesses=True))
        st.rerun()


def _pointed(point: OpenPoint, say: Say) -> str:
    names = ", ".join(point.columns[:MOST_POINTS]) or point.column
    column = f"**{md(names)}** " if names else ""
    return column + md(point_text(point, say))


def to_look_at(points: list[OpenPoint], say: Say) -> None:
    """What is only said."""
    doubts = [point for point in points if not point.is_blocking]
    if doubts:
        with st.expander(say("Please look at: {count}", count=len(doubts))):
            st.markdown("\n".join(f"- {_pointed(point, say)}" for point in doubts[:60]))
