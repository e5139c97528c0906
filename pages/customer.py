"""What we know about one exhibitor."""

from analytics.studies.customer import STUDY
from ui.companies import company_decisions, complaint_form
from ui.frame import session, study_page

company_decisions.carry_out(session.say())
answer, say = study_page.open_study(STUDY)
study_page.lay_out(
    study_page.figures(STUDY, answer, say), STUDY, say, pairs=("overview", "history")
)
fair = study_page.need_a_fair(say).fair
exhibitor = (answer.profile["exhibitor_id"], answer.profile["name"])
company_decisions.show_outcome(say)
complaint_form.draw(fair, say, exhibitor)
complaint_form.from_comments(fair, exhibitor, answer.comments, say)
