"""Who comes back."""

from analytics.studies.retention import STUDY
from analytics.wording import phrase
from ui.frame import study_page

PARTS = {
    phrase("Return and newcomers"): ("overview", "flows"),
    phrase("Cohorts"): ("cohorts", "survival", "times"),
    phrase("Who answers"): ("respondents",),
}

answer, say = study_page.open_study(STUDY)
study_page.lay_out_in_parts(study_page.figures(STUDY, answer, say), STUDY, say, PARTS)
