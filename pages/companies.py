"""Companies: which names are one firm."""

from ui.companies import company_queue
from ui.frame import session, study_page

say = session.say()
chosen = study_page.need_a_fair(say)
study_page.head(
    say("Companies"),
    say(
        "Which names are one firm? Returning exhibitors are only counted right once that is"
        " settled."
    ),
)
company_queue.draw(chosen, say)
