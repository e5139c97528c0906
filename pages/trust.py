"""Can we trust this: what the findings of one study stand on."""

from ui.frame import trust_page

page = trust_page.open_page()
trust_page.verdicts(page)
trust_page.ground(page)
trust_page.tests(page)
trust_page.figures(page)
