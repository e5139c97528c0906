"""Which kinds of customers are there."""

from analytics.studies.segments import STUDY
from analytics.studies.segments.figures_wording import names
from analytics.weighting import plain
from ui.frame import filters, saved_segments, session, study_page

answer, say = study_page.open_study(STUDY)
study_page.lay_out(study_page.figures(STUDY, answer, say), STUDY, say, pairs=("choice", "criteria"))
if chosen := filters.current():
    groups = plain(answer)
    saved_segments.draw(groups, names(groups, say), chosen, session.wish().options_of(STUDY), say)
