"""Do satisfied customers come back."""

from analytics.studies.loyalty import STUDY
from ui import frame

answer, say = frame.open_study(STUDY)
frame.lay_out(frame.figures(STUDY, answer, say), STUDY, say)
