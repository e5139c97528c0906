"""Load files: drop them, see what they are taken for, load them."""

from ui import frame, gate, session, wizard

say = session.say()
gate.require("importer", say)
frame.head(say("Load files"), say("Your own fair, from the files you have. Nothing is stored before you have seen it."))
wizard.draw(say)
