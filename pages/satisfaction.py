"""How satisfied, and with what."""

from analytics.studies.satisfaction import STUDY
from analytics.wording import phrase
from ui import frame

PARTS = {
    phrase("Level"): ("overalls", "dimensions", "items"),
    phrase("Spread of answers"): ("boxes", "distribution", "recommendation", "outcomes"),
    phrase("Groups"): ("groups", "screening", "pairs"),
    phrase("Reliability"): ("reliability",),
}
PAIRS = ("dimensions", "items", "recommendation", "outcomes")

answer, say = frame.open_study(STUDY)
frame.lay_out_in_parts(frame.figures(STUDY, answer, say), STUDY, say, PARTS, pairs=PAIRS)
