"""Does satisfaction go with turnover."""

from analytics.studies.satisfaction_turnover import STUDY
from ui import frame

answer, say = frame.open_study(STUDY)
frame.lay_out(frame.figures(STUDY, answer, say), STUDY, say, instead={"overview": "editions"})
