"""The kit that every study builds its figures with.

    figure       Figure, its Columns and its Headline
    forms        Bars, Lines, … : how the columns of the data are drawn
    claims       what the room reads: a short claim and its badge
    method       how a figure is computed, in phrases
    families     tests judged together, and how they are adjusted
    columns      the columns that every table has
    rows         estimate -> row
    sentences    the grammar of findings: sentences, certainty, names
    base_line    the grey line: n, period, scale, method
    small_bases  never shown, hidden until asked for, pale

What computes is imported from its own module, so that a catalogue of studies needs no numpy.
"""

from analytics.figures.figure import Column, Figure, Headline, with_notes_once
from analytics.figures.forms import (
    Bars,
    Flows,
    Form,
    Grid,
    Heatmap,
    Likert,
    Lines,
    Role,
    Scatter,
    Stacked,
    Unit,
)
from analytics.figures.method import Method

__all__ = [
    "Bars",
    "Column",
    "Figure",
    "Flows",
    "Form",
    "Grid",
    "Headline",
    "Heatmap",
    "Likert",
    "Lines",
    "Method",
    "Role",
    "Scatter",
    "Stacked",
    "Unit",
    "with_notes_once",
]
