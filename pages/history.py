"""Import history: what is in here, where it came from, and a way back."""

from ui.frame import session, study_page
from ui.upload import import_history

say = session.say()
study_page.head(say("Import history"), say("What is in here, who brought it in, and a way back."))
import_history.draw(say)
