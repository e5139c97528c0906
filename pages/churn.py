"""Who is about to leave."""

from analytics.studies.churn import STUDY
from analytics.wording import phrase
from ui.frame import study_page

PARTS = {
    phrase("Who may leave"): ("overview", "risks"),
    phrase("Does the forecast hold"): ("tests", "calibration", "terms"),
}

answer, say = study_page.open_study(STUDY)
study_page.lay_out_in_parts(study_page.figures(STUDY, answer, say), STUDY, say, PARTS)
