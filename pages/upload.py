"""Load files: drop them, see what they are taken for, load them."""

from ui.frame import session, study_page
from ui.people import gate
from ui.upload import upload_steps

say = session.say()
gate.require("importer", say)
study_page.head(
    say("Load files"),
    say("Your own fair, from the files you have. Nothing is stored before you have seen it."),
)
upload_steps.draw(say)
