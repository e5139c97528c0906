"""Do satisfied customers come back."""

from analytics.studies.loyalty import STUDY
from analytics.wording import phrase
from ui.frame import study_page

PARTS = {
    phrase("Return by score"): ("overview", "ratios", "curve", "empty_cell"),
    phrase("Whom to talk to"): ("trap", "hostages"),
    phrase("Who is counted"): ("matching",),
}

answer, say = study_page.open_study(STUDY)
study_page.lay_out_in_parts(study_page.figures(STUDY, answer, say), STUDY, say, PARTS)
