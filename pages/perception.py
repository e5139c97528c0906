"""Who thinks alike: a map of answers, and the groups on it."""

from analytics.studies.perception import STUDY
from analytics.wording import phrase
from ui.frame import study_page

PARTS = {
    phrase("Map"): ("map", "inertia"),
    phrase("Groups of respondents"): ("groups", "traits", "outcome"),
    phrase("All answers"): ("axes",),
}

answer, say = study_page.open_study(STUDY)
study_page.lay_out_in_parts(study_page.figures(STUDY, answer, say), STUDY, say, PARTS)
