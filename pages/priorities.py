"""What first."""

from analytics.studies.priorities import STUDY
from analytics.weighting import plain
from ui.actions import action_proposals
from ui.frame import study_page

answer, say = study_page.open_study(STUDY)
action_proposals.draw(plain(answer), say)
study_page.lay_out(study_page.figures(STUDY, answer, say), STUDY, say)
