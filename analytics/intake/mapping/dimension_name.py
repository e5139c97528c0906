"""What a dimension is called: by the fair itself, by this file, or in the standard questionnaire."""

from __future__ import annotations

from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.standard_questionnaire import standard_dimension
from analytics.wording import Say


def dimension_name(key: str, known: Known, own: tuple[tuple[str, str, str], ...], say: Say) -> str:
    """A dimension by the name the reader's language has for it."""
    for dimension in known.dimensions:
        if dimension.dimension_id == key:
            return say.name(dimension.name_zh, dimension.name_en)
    for own_key, zh, en in own:
        if own_key == key:
            return say.name(zh, en)
    standard = standard_dimension(key)
    return say.name(standard.name_zh, standard.name_en) if standard else key
