"""How satisfied, and with what."""

from analytics.studies.satisfaction import STUDY
from analytics.wording import phrase
from ui.frame import study_page

PARTS = {
    phrase("Level"): ("overview", "overalls", "dimensions", "items"),
    phrase("Spread of answers"): ("boxes", "distribution", "recommendation", "outcomes"),
    phrase("Groups"): ("groups", "screening", "pairs"),
    phrase("Reliability"): ("reliability",),
}
PAIRS = ("overview", "overalls", "dimensions", "items", "recommendation", "outcomes")

answer, say = study_page.open_study(STUDY)
study_page.lay_out_in_parts(study_page.figures(STUDY, answer, say), STUDY, say, PARTS, pairs=PAIRS)
