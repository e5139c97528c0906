"""Account owners: who holds our accounts, which wait, and what the register does not know."""

from analytics.studies.account_owners import STUDY
from ui.frame import filters, study_page
from ui.people import owners_form

answer, say = study_page.open_study(STUDY)
owners_form.draw(filters.current_fair(), say)
study_page.lay_out(
    study_page.figures(STUDY, answer, say),
    STUDY,
    say,
    pairs=("fields", "fields_by_edition"),
)
