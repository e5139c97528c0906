"""The eight lists in which an organiser collects those who may exhibit.

The first two follow from the register itself; the others are entered or imported. Source: the
sources of exhibitors' data that textbooks of fair management list.
"""

from __future__ import annotations

from analytics.wording import phrase

FROM_REGISTER = ("current", "lapsed")
LISTS = {
    "current": phrase("Current exhibitors"),
    "lapsed": phrase("Lapsed exhibitors"),
    "competitor_exhibitors": phrase("Exhibitors of competing shows"),
    "association_members": phrase("Members of trade associations"),
    "visitor_firms": phrase("Visiting firms"),
    "directories": phrase("Trade directories"),
    "advertisers": phrase("Advertisers in the trade press"),
    "enquiries": phrase("Enquiries and referrals"),
}
"""Key -> name, in the order in which they are shown."""
OTHER = phrase("List not said, or another")
TO_ENTER = tuple(key for key in LISTS if key not in FROM_REGISTER)
