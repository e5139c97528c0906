"""Balance of three sides."""

from analytics.studies.triangle import STUDY
from ui.frame import study_page

answer, say = study_page.open_study(STUDY)
study_page.lay_out(study_page.figures(STUDY, answer, say), STUDY, say, pairs=("ratio", "lags"))
