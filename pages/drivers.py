"""What matters, and what to fix first."""

from analytics.studies.drivers import STUDY
from analytics.wording import phrase
from ui.frame import study_page

PARTS = {
    phrase("What to fix first"): ("overview", "gaps"),
    phrase("What matters"): ("importance", "measures"),
    phrase("What they say matters"): ("needs",),
}

answer, say = study_page.open_study(STUDY)
study_page.lay_out_in_parts(study_page.figures(STUDY, answer, say), STUDY, say, PARTS)
