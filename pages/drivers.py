"""What matters, and what to fix first."""

from analytics.studies.drivers import STUDY
from analytics.wording import phrase
from ui import frame

PARTS = {
    phrase("What to fix first"): ("overview", "gaps"),
    phrase("What matters"): ("importance", "measures"),
    phrase("What they say matters"): ("needs",),
}

answer, say = frame.open_study(STUDY)
frame.lay_out_in_parts(frame.figures(STUDY, answer, say), STUDY, say, PARTS)
