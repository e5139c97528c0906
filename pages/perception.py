"""Who thinks alike: a map of answers, and the groups on it."""

from analytics.studies.perception import STUDY
from analytics.wording import phrase
from ui import frame

PARTS = {
    phrase("Map"): ("map", "inertia"),
    phrase("Groups of respondents"): ("groups", "traits", "outcome"),
    phrase("All answers"): ("axes",),
}

answer, say = frame.open_study(STUDY)
frame.lay_out_in_parts(frame.figures(STUDY, answer, say), STUDY, say, PARTS)
