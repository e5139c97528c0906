"""What we know about one exhibitor."""

from analytics.studies.customer import STUDY
from analytics.weighting import plain
from ui.deck import call_sheet_downloads
from ui.frame import filters, navigation, study_page

answer, say = study_page.open_study(STUDY)
navigation.link_to_card(filters.current_fair(), plain(answer).profile["exhibitor_id"], say)
study_page.lay_out(
    study_page.figures(STUDY, answer, say), STUDY, say, pairs=("overview", "history")
)
call_sheet_downloads.draw([plain(answer).profile["exhibitor_id"]], STUDY, say)
