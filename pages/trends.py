"""Is the change real, and what made it."""

from analytics.studies.trends import STUDY
from ui import frame

answer, say = frame.open_study(STUDY)
frame.lay_out(frame.figures(STUDY, answer, say), STUDY, say, instead={"overview": "trend"})
