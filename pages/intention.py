"""They say they come back; do they."""

from analytics.studies.intention import STUDY
from analytics.wording import phrase
from ui.frame import study_page

PARTS = {
    phrase("What they say and do"): ("overview", "attendance", "forecast"),
    phrase("Are words kept"): ("by_edition", "calibration"),
}

answer, say = study_page.open_study(STUDY)
study_page.lay_out_in_parts(study_page.figures(STUDY, answer, say), STUDY, say, PARTS)
