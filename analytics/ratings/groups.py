"""The groups an audience is taken apart into: by the register, by first time here or not, by a
question with one answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.errors import UnknownChoice
from analytics.filters import Filters, Option
from analytics.ratings.readable_names import labelled
from analytics.store import Reader
from analytics.wording import Name, Say, phrase

TITLES = {
    "industry": phrase("Industry"),
    "region": phrase("Region"),
    "size_band": phrase("Company size"),
    "ownership": phrase("Ownership"),
    "experience": phrase("First time or not"),
}
SMALL = {
    "industry": phrase("industry"),
    "region": phrase("region"),
    "size_band": phrase("company size"),
    "ownership": phrase("ownership"),
    "experience": phrase("first time or not"),
}
KINDS = {
    "industry": phrase("industries"),
    "region": phrase("regions"),
    "size_band": phrase("company sizes"),
    "ownership": phrase("kinds of ownership"),
    "experience": phrase("groups by experience"),
}
OF_EVERYBODY = ("industry", "region")
EXPERIENCE = {"first": phrase("First time here"), "before": phrase("Here before")}
QUESTIONS = """-- one row per profile question of which everybody gave one answer
select field_id, name_zh, name_en from profile_fields
where fair_id = $fair and audience = $audience and not is_multiple
order by field_id
"""


@dataclass(frozen=True, slots=True)
class Grouping:
    """What the groups go by: a `field` of TITLES, or the id of a profile `question`."""

    field: str
    question: Name | None = None

    def titled(self, say: Say) -> str:
        """The field within a sentence."""
        if self.question:
            return say("“{question}”", question=self.question.worded(say))
        return say(SMALL[self.field])

    def kinds(self, say: Say) -> str:
        """Its groups, in the plural."""
        if self.question:
            return say("groups by “{question}”", question=self.question.worded(say))
        return say(KINDS[self.field])

    def named(self, group: str, say: Say) -> str:
        """One group as the register or the respondents call it; a bare code with what it is an
        answer to.
        """
        if self.field == "experience" and group in EXPERIENCE:
            return say(EXPERIENCE[group])
        field = self.question.worded(say) if self.question else say(TITLES[self.field])
        return labelled(field, group, say)


def group_option(label: str) -> Option:
    """The dial for it, called by this phrase."""
    return Option(
        "group_by",
        label,
        tuple(TITLES),
        tuple(TITLES.values()),
        among="question",
        of_exhibitors=tuple(field for field in TITLES if field not in OF_EVERYBODY),
    )


def grouping(reader: Reader, filters: Filters, field: str) -> Grouping:
    """Raises UnknownChoice where this audience was not asked such a question."""
    if field in TITLES:
        return Grouping(field)
    rows = reader.rows(QUESTIONS, fair=filters.fair, audience=filters.audience)
    asked = {row["field_id"]: Name(row["name_zh"], row["name_en"]) for row in rows}
    if field not in asked:
        raise UnknownChoice(
            "option", f"group_by={field}", tuple(f"group_by={key}" for key in (*TITLES, *asked))
        )
    return Grouping(field, asked[field])
