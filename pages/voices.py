"""What they wrote."""

from analytics.studies.voices import STUDY
from ui.frame import session, study_page
from ui.voices import quote_to_complaint, theme_editor

say = session.say()
chosen = study_page.need_a_fair(say)
theme_editor.carry_out(say)
answer, say = study_page.open_study(STUDY)
study_page.lay_out(
    study_page.figures(STUDY, answer, say), STUDY, say, pairs=("tones", "satisfaction")
)
quote_to_complaint.draw(answer.quotes, chosen, say)
theme_editor.draw(chosen, say)
