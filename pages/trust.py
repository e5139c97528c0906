"""Can we trust this: what the findings of one study stand on."""

from ui import trust

page = trust.open_page()
trust.verdicts(page)
trust.ground(page)
trust.tests(page)
trust.figures(page)
