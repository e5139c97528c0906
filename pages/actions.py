"""What is done about it, by whom, and did it help."""

from analytics.studies.actions import STUDY
from ui.actions import action_board
from ui.frame import session, study_page

say = session.say()
chosen = study_page.need_a_fair(say)
study_page.head(say(STUDY.title), say(STUDY.question))
action_board.draw(chosen, say)
answer, _ = study_page.answer_and_filters(STUDY, say)
study_page.lay_out(study_page.figures(STUDY, answer, say), STUDY, say)
