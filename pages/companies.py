"""Companies: which names are one firm."""

from ui import companies, frame, session

say = session.say()
chosen = frame.need_a_fair(say)
frame.head(
    say("Companies"), say("Which names are one firm? Returning exhibitors are only counted right once that is settled.")
)
companies.draw(chosen, say)
