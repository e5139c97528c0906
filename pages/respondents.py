"""Who answered, and whom they stand for."""

from analytics.studies.respondents import STUDY
from ui import frame

answer, say = frame.open_study(STUDY)
frame.lay_out(frame.figures(STUDY, answer, say), STUDY, say)
