"""Import history: what is in here, where it came from, and a way back."""

from ui import frame, imports, session

say = session.say()
frame.head(say("Import history"), say("What is in here, who brought it in, and a way back."))
imports.draw(say)
