"""Which kinds of customers are there."""

from analytics.studies.segments import STUDY
from analytics.studies.segments.words import names
from analytics.weighting import plain
from ui import filters, frame, saving, session

answer, say = frame.open_study(STUDY)
frame.lay_out(frame.figures(STUDY, answer, say), STUDY, say, pairs=("choice", "criteria"))
if chosen := filters.current():
    found = plain(answer)
    saving.draw(found, names(found, say), chosen, session.wish().options_of(STUDY), say)
