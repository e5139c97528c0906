"""How satisfied, and with what."""

from analytics.studies.satisfaction import STUDY
from ui import frame

answer, say = frame.open_study(STUDY)
frame.lay_out(
    frame.figures(STUDY, answer, say), STUDY, say,
    pairs=("dimensions", "items", "recommendation", "outcomes"),
    instead={"overview": "dimensions"},
)  # fmt: skip
