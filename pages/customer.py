"""What we know about one exhibitor."""

from analytics.studies.customer import STUDY
from analytics.weighting import plain
from ui.complaints import complaint_form
from ui.deck import call_sheet_downloads
from ui.frame import acts, filters, navigation, session, study_page

acts.carry_out(session.say())
answer, say = study_page.open_study(STUDY)
profile = plain(answer).profile
exhibitor = (profile["exhibitor_id"], profile["name"])
navigation.link_to_card(filters.current_fair(), exhibitor[0], say)
acts.show_outcome(say)
study_page.lay_out(
    study_page.figures(STUDY, answer, say), STUDY, say, pairs=("overview", "history")
)
complaint_form.draw(filters.current_fair(), say, exhibitor)
complaint_form.from_comments(filters.current_fair(), exhibitor, plain(answer).comments, say)
call_sheet_downloads.draw([exhibitor[0]], STUDY, say)
