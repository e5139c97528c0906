"""What a study may lack, and the way to it."""

from __future__ import annotations

from analytics.wording import phrase

WHAT = {
    "answers": phrase("answers"),
    "fairs": phrase("fairs"),
    "respondents": phrase("respondents"),
    "editions": phrase("editions"),
    "exhibitors": phrase("exhibitors"),
    "participations": phrase("participations"),
    "items": phrase("items"),
    "dimensions": phrase("dimensions"),
    "ratings": phrase("ratings"),
    "turnover": phrase("turnover figures"),
    "satisfaction": phrase("satisfaction ratings"),
    "expectations": phrase("expectations"),
    "comments": phrase("comments"),
    "amounts": phrase("known amounts"),
    "actions": phrase("actions"),
    "complaints": phrase("complaints"),
}
"""The countable things a study may lack."""

NONE_CHOSEN = {
    "fairs": phrase("There is no fair here yet. Load the demo fair, or your own files."),
    "editions": phrase(
        "No edition of this fair has been held yet, or none is loaded. Load the file that lists the"
        " editions."
    ),
    "exhibitors": phrase("No exhibitor is left. Remove a filter, or load the exhibitor register."),
    "participations": phrase(
        "No participation is left. Remove a filter, or load the file that says who exhibited at"
        " which edition."
    ),
    "expectations": phrase(
        "Nobody in view was asked what they expected. Choose or load an edition that was."
    ),
    "comments": phrase(
        "Nobody in view wrote anything. Load a survey with a column for comments, or the list of"
        " complaints."
    ),
    "amounts": phrase(
        "No turnover and no fee above zero is known of these exhibitors. Load the list of who took"
        " part with a column for one of them, or choose the other money."
    ),
    "actions": phrase(
        "No action has been entered yet. Enter the first on the page of actions: what is to be"
        " done, by whom, and what it should move."
    ),
    "complaints": phrase(
        "No complaint is on file here. Load the list of complaints, or enter one on the page of"
        " complaints; remove a filter where one is set."
    ),
    "turnover": phrase(
        "No turnover is known. Remove a filter, or load it with the editions or the participations."
    ),
}
ENTERED = ("actions",)
"""What is entered on a page and comes with no file."""
NO_ANSWERS = phrase(
    "No {what} are left with these filters. Remove a filter, or load the file that brings them."
)

TOO_FEW = {
    "editions": phrase(
        "This needs {needed} editions with data; found: {found}. Choose more, or load earlier ones."
    ),
    "turnovers": phrase(
        "This needs {needed} editions with ratings and turnover; in view: {found}. Load turnover."
    ),
    "exhibitors": phrase(
        "This needs {needed} exhibitors; the filters leave {found}. Remove a filter or add"
        " editions."
    ),
    "items": phrase(
        "This needs {needed} rated items; {found} were asked. Choose an edition whose survey asked"
        " more."
    ),
}
NOT_ENOUGH = phrase(
    "This needs {needed}; the filters leave {found}. Remove a filter or add editions."
)
