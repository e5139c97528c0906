"""Why they come, and whether they get it."""

from analytics.studies.objectives import STUDY
from ui import frame

answer, say = frame.open_study(STUDY)
frame.lay_out(frame.figures(STUDY, answer, say), STUDY, say)
