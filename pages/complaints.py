"""Is the loop closed: the inbox of complaints, and what the log says."""

from analytics.studies.complaints import STUDY
from ui.complaints import complaint_inbox
from ui.frame import session, study_page

say = session.say()
chosen = study_page.need_a_fair(say)
study_page.head(say(STUDY.title), say(STUDY.question))
complaint_inbox.draw(chosen, say)
answer, _ = study_page.answer_and_filters(STUDY, say)
study_page.lay_out(study_page.figures(STUDY, answer, say), STUDY, say, pairs=("topics", "channels"))
