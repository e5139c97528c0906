"""They say they come back; do they."""

from analytics.studies.intention import STUDY
from ui import frame

answer, say = frame.open_study(STUDY)
frame.lay_out(frame.figures(STUDY, answer, say), STUDY, say)
