"""Did we meet what they expected."""

from analytics.studies.expectation import STUDY
from ui import frame

answer, say = frame.open_study(STUDY)
frame.lay_out(frame.figures(STUDY, answer, say), STUDY, say)
