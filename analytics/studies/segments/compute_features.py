"""What exhibitors are grouped by: the sets a reader can choose from, and how each feature is scaled
and named.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.wording import phrase


@dataclass(frozen=True)
class Feature:
    """`is_log`: held as a power of ten. `high` and `low`: what a segment far above or below the
    average is called.
    """

    key: str
    name: str
    high: str
    low: str
    is_log: bool = False
    is_count: bool = False


FEATURES = {
    feature.key: feature
    for feature in (
        Feature(
            "satisfaction",
            phrase("Last overall satisfaction"),
            phrase("satisfied"),
            phrase("less satisfied"),
        ),
        Feature(
            "turnover",
            phrase("Turnover an edition"),
            phrase("high turnover"),
            phrase("low turnover"),
            is_log=True,
        ),
        Feature(
            "area",
            phrase("Stand area (m²)"),
            phrase("large stand"),
            phrase("small stand"),
            is_log=True,
        ),
        Feature(
            "fee", phrase("Fee an edition"), phrase("high fee"), phrase("low fee"), is_log=True
        ),
        Feature(
            "editions",
            phrase("Editions attended"),
            phrase("long-standing"),
            phrase("few editions"),
            is_count=True,
        ),
        Feature(
            "streak",
            phrase("Editions in a row"),
            phrase("many in a row"),
            phrase("few in a row"),
            is_count=True,
        ),
        Feature(
            "absent",
            phrase("Editions since the last"),
            phrase("absent of late"),
            phrase("here of late"),
            is_count=True,
        ),
    )
}

SETS: dict[str, tuple[str, ...]] = {
    "value": ("satisfaction", "turnover", "area", "editions", "absent"),
    "register": ("turnover", "area", "editions", "streak", "absent"),
    "history": ("satisfaction", "editions", "streak", "absent"),
    "all": ("satisfaction", "turnover", "area", "fee", "editions", "streak", "absent"),
}
"""Fee and area say nearly the same, so only the full set takes both."""
