"""Prospects: who may exhibit, in eight lists, held against the register."""

from ui.frame import session, study_page
from ui.prospects import prospect_lists

say = session.say()
chosen = study_page.need_a_fair(say)
study_page.head(
    say("Prospects"),
    say("Who may exhibit? Eight lists, without those who are exhibitors already."),
)
prospect_lists.draw(chosen, say)
