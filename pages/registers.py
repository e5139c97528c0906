"""Registers: who exhibits, what is known of each, and what people write there themselves."""

from ui.frame import session, study_page
from ui.registers import register_page

say = session.say()
chosen = study_page.need_a_fair(say)
study_page.head(
    say("Register"),
    say("Who are our exhibitors, who looks after them, and what was agreed with whom?"),
)
register_page.draw(chosen, say)
