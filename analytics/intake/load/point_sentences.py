"""What has to be settled or looked at before a file is taken in, in words."""

from __future__ import annotations

from analytics.intake.mapping.open_points import OpenPoint
from analytics.wording import Say, phrase

POINTS = {
    "needs_fair": phrase("Say which fair the file belongs to."),
    "needs_edition": phrase("Say which edition the file belongs to: no column does."),
    "needs_field": phrase("Say which column holds “{field}”."),
    "needs_field_among": phrase("Say which column holds “{field}”: {columns}, or none of them?"),
    "needs_one_of": phrase("Say which column holds at least one of: {fields}."),
    "needs_one_of_among": phrase(
        "Say which column holds at least one of: {fields}. Not taken in yet: {columns}."
    ),
    "needs_rating": phrase("Say which columns hold answers: none is known as one."),
    "needs_scale": phrase("Say from where to where the scale goes."),
    "needs_date_order": phrase(
        "Dates like 01/10/2006 or 03/05/24: say whether the day, the month or the year comes first."
    ),
    "none_of_ours": phrase(
        "A table with {lines} lines ({names}) and nothing that shows it to be a survey or a"
        " register of a fair. Say which kind of file it is (--kind), or leave it out."
    ),
    "none_of_ours_each": phrase(
        "A table with {lines} lines, one for each “{each}” ({names}), and nothing that shows it to"
        " be a survey or a register of a fair. Say which kind of file it is (--kind), or leave it"
        " out."
    ),
    "counted_days": phrase(
        "Numbers where days are expected: they look like days as a spreadsheet counts them, or"
        " seconds as a computer does. Say whether they are."
    ),
    "currency_unsaid": phrase(
        "Some amounts say {currencies}, others nothing: say which currency those without a mark are"
        " in."
    ),
    "needs_direction": phrase(
        "The answers run against the other ratings (correlation {r}): say whether the highest or"
        " the lowest number is best. As suggested the lowest is."
    ),
    "not_computed": phrase(
        "{count} formulas of this column have no stored value. Open the file in a spreadsheet"
        " program, save it there and load that; or leave the column out."
    ),
    "needs_unit": phrase(
        "The header or the title says what the amounts are in, but not clearly: say what one of"
        " them stands for."
    ),
    "needs_grouping": phrase(
        "Numbers like {value}: say whether the dot parts thousands or comes before decimals."
    ),
    "units_mixed": phrase(
        "Some amounts say 万, k or million, others are small and bare: they will be stored as they"
        " stand. Please look."
    ),
    "direction_unclear": phrase(
        "Which end of the scale is best is not clear from its header and answers: "
        "say whether the highest or the lowest number is. As suggested the {end} is."
    ),
    "which_scale": phrase(
        "The numbers do not show for certain which scale was used: say from where to where it goes."
    ),
    "which_words": phrase(
        "It is not certain which rating each word stands for: give each of them its rating."
    ),
    "which_yes": phrase("Its answers are 1 and 2: say which of them means yes."),
    "rating_or_not": phrase(
        "Small numbers beside ratings, under a name that does not say what they are: say whether"
        " they are ratings, answers to filter by, or nothing to keep. As suggested they are"
        " ratings."
    ),
    "count_no_rating": phrase(
        "A count, a band or a code by its name: kept as an answer to filter by, not as a rating."
    ),
    "follows_from_ticks": phrase(
        "Lists the same answers as the columns of ticks beside it: it is left out."
    ),
    "answers_joined": phrase(
        "{wholes} always come together and are taken as one answer that holds the separator."
        " Please look."
    ),
    "order_left_out": phrase(
        "An order of something else than importance: it is no rating and is left out."
    ),
    "rating_unread": phrase(
        "Its header names a rating, but its answers are not read as one: say what the column"
        " means. As suggested they are no ratings."
    ),
    "computed": phrase(
        "Follows from other columns (their average, their total, or groups of one of them): it is"
        " no answer, and is left out."
    ),
    "renamed": phrase(
        "Taken as the same question as “{earlier}” of an earlier file, whose answers it would"
        " continue. If it is another question, give it a name of its own."
    ),
    "whose_survey": phrase(
        "Whose answers are these? What is asked points to both exhibitors and visitors, or to"
        " neither; it would be taken as “{kind}”. Say so by --kind or --audience, or choose the"
        " kind on the page."
    ),
    "two_audiences": phrase(
        "This file holds answers of exhibitors ({exhibitors}) and visitors ({visitors}). As"
        " suggested ({kind}) the lines of the others are left out and named. If all of them are"
        " to count as one, name the kind by --kind or on the page; for the others give the file"
        " again with --audience."
    ),
    "two_audiences_as_one": phrase(
        "This file holds answers of exhibitors ({exhibitors}) and visitors ({visitors}): all of"
        " them are taken as “{kind}”, as you said. --audience takes one half alone."
    ),
    "which_rows": phrase(
        "It says which lines count ({values}): say whose lines are to be left out."
    ),
    "needs_name": phrase("Give the question a name."),
    "unknown_field": phrase("This kind of file has no such field. Choose another."),
    "unknown_measure": phrase("There is no such overall question. Choose another."),
    "unknown_dimension": phrase("There is no such dimension. Choose another, or make it."),
    "claimed_twice": phrase(
        "“{other}” is taken as the same already. Choose something else, or ignore one of them."
    ),
    "columns_ignored": phrase("{count} columns will not be taken in: {columns}."),
    "column_absent": phrase("The mapping knows this column, but the file does not have it."),
    "from_earlier": phrase("Meaning taken from an earlier file of this fair. Please look."),
    "new_item": phrase(
        "Looks like a rating, of a question not known yet. Choose its dimension, or ignore the"
        " column."
    ),
    "reversed": phrase(
        "1 seems to be the best here; the ratings will be turned round. Please look."
    ),
    "missing_codes": phrase("Some numbers seem to mean “no answer” ({values}). Please look."),
    "outliers": phrase("A few numbers lie outside the scale and will be left empty. Please look."),
    "scale_guessed": phrase("The scale is a guess. Please look."),
    "scale_changed": phrase(
        "Other numbers than in the earlier file: say from where to where the scale goes now."
    ),
    "two_words_one_step": phrase("Two words would get the same rating. Please look."),
    "unknown_words": phrase("Some words have no rating yet. Give them one."),
    "stand_size": phrase(
        "Some areas are given in standard stands, taken as 9 m² each. Please look."
    ),
    "numbers_lost": phrase(
        "Numbers on nearly every line that no field takes in: {columns}. Say what they are, or that"
        " they may be left out."
    ),
    "field_taken": phrase("Another column is already taken as this. Please look."),
}


ENDS = {"up": phrase("highest"), "down": phrase("lowest")}


class _Blank(dict[str, str]):
    """A detail that is not there leaves a mark rather than breaking the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def filled(sentence: str, details: dict[str, str]) -> str:
    """A sentence with its details."""
    return sentence.format_map(_Blank(details))


def point_text(point: OpenPoint, say: Say) -> str:
    """What has to be settled or looked at, in the reader's language."""
    return reason_text(point.reason, point.details, say)


def reason_text(reason: str, of_point: dict[str, str], say: Say) -> str:
    """The same for a point that is kept as a finding."""
    details = dict(of_point)
    for name in ("field", "kind"):
        if name in details:
            details[name] = say(details[name])
    if "field1" in details:
        labels = (details[key] for key in sorted(details) if key.startswith("field"))
        details["fields"] = ", ".join(say(label) for label in labels)
    if "end" in details:
        details["end"] = say(ENDS[details["end"]])
    among = f"{reason}_among" if details.get("columns") else ""
    return filled(say(POINTS.get(among) or POINTS.get(reason, reason)), details)
