"""Edit in Excel: a register out as a file and in again, the changes shown first."""

from ui.frame import session, study_page
from ui.round_trip import edited_file

say = session.say()
chosen = study_page.need_a_fair(say)
study_page.head(
    say("Edit in Excel"),
    say("Take a register out, edit it in Excel, bring it back: only what you changed changes."),
)
edited_file.draw(chosen, say)
