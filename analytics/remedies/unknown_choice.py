"""Something named that is not there: what to choose instead, by what it is."""

from __future__ import annotations

from analytics.wording import phrase

UNKNOWN = {
    "fair": phrase("There is no fair called {value}. Choose one of: {known}."),
    "edition": phrase("This fair has no edition {value}. Choose one of: {known}."),
    "currency": phrase("{value} is no currency known here. Choose one of: {known}."),
    "dimension": phrase("There is no dimension {value}. Choose one of: {known}."),
    "option": phrase("{value} is not one of the settings here: {known}."),
    "theme": phrase("There is no theme {value} here any more. Was it merged or dropped?"),
    "theme_name": phrase("Without a name a theme cannot be found again. Write one."),
    "theme_word": phrase("Write at least one word in Chinese or Latin letters."),
    "merge": phrase("This was undone already, perhaps in another window."),
    "decision": phrase("This was undone already, perhaps in another window."),
    "edit": phrase("This was undone already, perhaps in another window."),
    "entry": phrase("This was undone already, perhaps in another window."),
    "person": phrase("Nobody of that name is left in the contacts of this company."),
    "empty": phrase("There is nothing to save yet. Write something first."),
    "owner": phrase("{value} looks after no exhibitor any more, perhaps since a moment ago."),
    "grade": phrase("{value} is no grade. Use one of: {known}."),
    "share": phrase("{value} is no share that can be meant. Use a number from 0 to 1."),
    "editions": phrase("{value} is no number of editions. Use a whole number from 1 on."),
    "field": phrase("{value} is no field of this card. Use one of: {known}."),
    "name": phrase("Without a name a company cannot be entered. Write one."),
    "exhibitor": phrase("This company is no longer in the register. Was its import undone?"),
    "import": phrase("There is no import number {value}, or it has been undone already."),
    "complaint": phrase("This complaint is not on file (any more). Was its import undone?"),
    "event": phrase("This was undone already, perhaps in another window."),
    "email": phrase("{value} is not an e-mail address."),
    "role": phrase("{value} is not a role. Use one of: {known}."),
    "deck": phrase("There is no deck {value}. It may have been deleted."),
    "segment": phrase("Name a saved segment: {known}."),
    "backup": phrase("There is no sound backup of {value} or before. Sound are: {known}."),
    "moment": phrase("{value} is no day. Write it as 2026-01-31, or 2026-01-31T09:30."),
    "register": phrase("{value} is no register that can be taken out. Use one of: {known}."),
    "ending": phrase("{value} is no file to edit. Use one of: {known}."),
    "file": phrase("{value} is no kind of file a deck can be. Use one of: {known}."),
    "action": phrase("Say in a few words what is to be done."),
    "aim": phrase("There is no question {value} here that an action could move."),
    "target": phrase("A target is a number of points above zero, not {value}."),
    "cost": phrase("A cost is an amount of zero or more, not {value}."),
}
UNKNOWN_VALUE = phrase("{value} is not known here.")
