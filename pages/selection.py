"""Who to call: choose, keep as a segment, take along."""

from analytics.studies.selection import STUDY
from analytics.weighting import plain
from ui.deck import call_sheet_downloads
from ui.frame import filters, saved_segments, session, study_page

answer, say = study_page.open_study(STUDY)
study_page.lay_out(
    study_page.figures(STUDY, answer, say), STUDY, say, pairs=("overview", "classes")
)
call_sheet_downloads.draw(plain(answer).ids, STUDY, say)
if chosen := filters.current():
    saved_segments.draw_one(
        plain(answer).ids, say(STUDY.title), chosen, session.wish().options_of(STUDY), say
    )
