"""What is said about a line, a column or a file, worded with the way out."""

from __future__ import annotations

from analytics.errors import Fault, Unreadable
from analytics.intake.mapping.open_points import NotSettled, OpenPoint
from analytics.remedies import remedy
from analytics.wording import Say, phrase

FINDINGS = {
    # lines left out
    "line_too_long": phrase(
        "{cells} cells where the header has {width}: an unquoted separator inside a cell. Quote the"
        " cell."
    ),
    "line_too_short": phrase(
        "{cells} cells where the header has {width}: half of a broken line. Join it with its other"
        " half."
    ),
    "header_repeated": phrase(
        "The header comes again here. Two exports were probably glued together."
    ),
    "total_row": phrase("“{word}”: a row of totals, not an answer."),
    "footnote": phrase("A footnote under the table, not an answer."),
    "duplicate_row": phrase("A duplicate: the same line stands further up. It was counted once."),
    "already_stored": phrase(
        "This questionnaire is already in for this edition. Undo the earlier import to replace it."
    ),
    "duplicate_edition": phrase(
        "This edition stands further up with other values. Keep one line for each edition."
    ),
    "no_edition": phrase("The edition is empty. Fill it in."),
    "not_an_edition": phrase("This is no edition. Write a number, “第8届”, “8th”, or the year."),
    "no_name": phrase("The company's name is empty. Fill it in."),
    "no_exhibitor": phrase(
        "Neither code nor name says which exhibitor this is. Fill in one of them."
    ),
    "no_count": phrase("There is no count of visitors. Fill it in."),
    "negative": phrase("A count of visitors cannot be negative."),
    "no_answers": phrase("Nothing on this line is an answer that can be read."),
    # cells left empty
    "line_filled_up": phrase(
        "{cells} cells where the header has {width}: the missing ones are taken as empty."
    ),
    "outside_scale": phrase(
        "Outside the scale {low}–{high}: taken as no answer. Codes for “no answer” belong in the"
        " mapping."
    ),
    "not_a_rating": phrase(
        "No rating that is known: taken as no answer. Give this word its rating in the mapping."
    ),
    "not_a_number": phrase(
        "Not a number that can be read for certain: left empty. Write digits, with 万 or 亿 if you"
        " like."
    ),
    "not_whole": phrase("Not a whole number: left empty."),
    "not_a_date": phrase("No day that can be read: left empty. Write it as 2006-10-12."),
    "ambiguous_date": phrase("Day or month first? Left empty. Say which in the mapping."),
    "not_yes_or_no": phrase("Neither yes nor no: left empty."),
    "error_cell": phrase("A spreadsheet error: taken as no answer. Correct the formula."),
    "not_computed": phrase(
        "A formula without a stored value: taken as empty. Open the file in a spreadsheet program,"
        " save it there and load that."
    ),
    "control_characters": phrase("Control characters were removed from the text."),
    "cell_cut": phrase("A cell too long ({length} characters): its first 32,767 are kept."),
    "digits_lost": phrase(
        "A number of more than 15 digits: the spreadsheet lost its last ones. Store such numbers as"
        " text."
    ),
    # lines kept and pointed out
    "duplicate_respondent": phrase(
        "Duplicate number: line {others} has it too, with other answers. All are kept. Give each"
        " questionnaire its own."
    ),
    "unfinished": phrase(
        "An unfinished answer: the survey tool has no time of submission for it. It is kept."
    ),
    "id_damaged": phrase(
        "A spreadsheet has rounded this number, and its last digits are lost. Store numbers like"
        " this as text."
    ),
    "zeros_lost": phrase(
        "The other numbers here have {width} digits: a spreadsheet has probably cut the zeros in"
        " front."
    ),
    "code_damaged": phrase(
        "A spreadsheet has rounded this code: it is not used, the company is known by its name."
        " Store codes as text."
    ),
    "code_zeros_lost": phrase(
        "The other codes here have {width} digits: the zeros in front were probably cut. It is not"
        " used, the company is known by its name."
    ),
    "code_is_none": phrase("This stands for no code: the company is known by its name."),
    "code_shared": phrase(
        "Companies of different names have this code ({names}): it is not used, each is known by"
        " its name. Correct the codes."
    ),
    "filled_down": phrase("Merged with the cell above: taken to say the same."),
    "line_mended": phrase(
        "{cells} cells where the header has {width}: the surplus was put back into “{name}”. Please"
        " look, and quote the cell."
    ),
    "text_mended": phrase("Its characters were garbled, and were mended as you said. Please look."),
    "choice_not_ticked": phrase("Neither a tick nor its absence: taken as not chosen."),
    "unit_unsaid": phrase(
        "A small bare number, while other amounts here say 万, k or million: taken as it stands."
        " Please look."
    ),
    "other_currency": phrase(
        "In {stated}, while the column is in {currency}: left empty. Convert it first."
    ),
    "stand_size_unsaid": phrase(
        "A number of standard stands: say in the mapping how many m² one has. Left empty."
    ),
    "replaced_characters": phrase(
        "Characters were lost before the file came here (shown as �). Export it anew as UTF-8."
    ),
    # the file as a whole
    "no_header": phrase(
        "There is no header row: the first line is taken as data and the columns are numbered."
    ),
    "column_absent": phrase("The mapping knows this column, but the file does not have it."),
    "column_ignored": phrase("This column was not taken in."),
    "importance_scale": phrase(
        "The importance was asked on another scale than the satisfaction: both are kept as asked."
    ),
    "more_of_these": phrase("{count} more of the same kind were not listed one by one."),
}

POINTS = {
    "needs_fair": phrase("Say which fair the file belongs to."),
    "needs_edition": phrase("Say which edition the file belongs to: no column does."),
    "needs_field": phrase("Say which column holds “{field}”."),
    "needs_one_of": phrase("Say which column holds at least one of: {fields}."),
    "needs_rating": phrase("Say which columns hold answers: none is known as one."),
    "needs_scale": phrase("Say from where to where the scale goes."),
    "needs_date_order": phrase(
        "Dates like 01/10/2006 or 03/05/24: say whether the day, the month or the year comes first."
    ),
    "needs_direction": phrase(
        "The answers run against the other ratings (correlation {r}): say whether the highest or"
        " the lowest number is best."
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
        "say whether the highest or the lowest number is."
    ),
    "which_scale": phrase(
        "The numbers do not show for certain which scale was used: say from where to where it goes."
    ),
    "which_words": phrase(
        "It is not certain which rating each word stands for: give each of them its rating."
    ),
    "rating_unread": phrase(
        "Its header names a rating, but its answers are not read as one: say what the column means."
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
    "missing_codes": phrase("Some numbers seem to mean “no answer”. Please look."),
    "outliers": phrase("A few numbers lie outside the scale and will be left empty. Please look."),
    "scale_guessed": phrase("The scale is a guess. Please look."),
    "scale_changed": phrase(
        "Other numbers than in the earlier file: the scale may have changed. Please look."
    ),
    "two_words_one_step": phrase("Two words would get the same rating. Please look."),
    "unknown_words": phrase("Some words have no rating yet. Give them one."),
    "stand_size": phrase(
        "Some areas are given in standard stands, taken as 9 m² each. Please look."
    ),
    "field_taken": phrase("Another column is already taken as this. Please look."),
}

NO_BACKUP = phrase(
    "The rows are stored, but the copy beside the database could not be written. Is the disk full?"
)

REFUSALS = {
    "demo_fair": phrase(
        "The demo fair is synthetic and takes in no files. Name a fair of your own."
    ),
    "same_answers": phrase(
        "{same} of the {given} lines compared answer exactly like {file}, loaded on {at} (import"
        " {number}): loaded as well, everybody would count twice. Undo that import and load this"
        " file in its place, or say that these are other people."
    ),
    "stopped_memory": phrase(
        "Reading this file takes more memory than a file may use. Copy the table into a new sheet,"
        " load that."
    ),
    "stopped_time": phrase(
        "Reading this file takes longer than one file may take. Split it, or save it as CSV."
    ),
    "stopped_crash": phrase(
        "The file ended its own reading; nothing else was touched. A stray cell far from the table"
        " can be the cause: copy the table alone into a new sheet and load that."
    ),
    "mendable": phrase(
        "The file's characters are garbled: it was once read in a wrong encoding. Mended, it would"
        " begin: “{reads}”. On the page for loading files you can say whether that is right; or"
        " export it anew as UTF-8."
    ),
    "file_type": phrase("Files of this type cannot be read. Load one of: {known}."),
    "nothing_left": phrase(
        "Not one line of the file could be taken in. The first reason: {finding}"
    ),
    "item_twice": phrase(
        "The columns “{first}” and “{second}” would be the same question. Give one of them another"
        " name."
    ),
    "too_many_items": phrase("A fair can have no more than {limit} questions."),
    "already": phrase(
        "{file} was already loaded on {at}, read in another way (import {number}). Undo that import"
        " first, then load it again."
    ),
}


def finding_text(reason: str, details: dict[str, str], say: Say) -> str:
    """What a finding says, in the reader's language."""
    if reason == "more_of_these":
        return (
            f"{say(FINDINGS[reason], count=details['count'])}"
            f" {finding_text(details['reason'], {}, say)}"
        )
    return _filled(say(FINDINGS.get(reason, reason)), details)


def point_text(point: OpenPoint, say: Say) -> str:
    """What has to be settled or looked at, in the reader's language."""
    details = dict(point.details)
    if "field" in details:
        details["field"] = say(details["field"])
    if "field1" in details:
        details["fields"] = ", ".join(
            say(details[key]) for key in sorted(details) if key.startswith("field")
        )
    return _filled(say(POINTS.get(point.reason, point.reason)), details)


def refusal_text(fault: Fault, say: Say) -> str:
    """Why a file was refused, and the way out."""
    from analytics.intake.load.same_answers import SameAnswers
    from analytics.intake.load.take_in import ReadAnotherWay

    if isinstance(fault, NotSettled):
        return " ".join(_pointed(point, say) for point in fault.points)
    if isinstance(fault, ReadAnotherWay):
        return say(REFUSALS["already"], file=fault.file_name, at=fault.at, number=fault.import_id)
    if isinstance(fault, SameAnswers):
        told = {"file": fault.file_name, "at": fault.at, "number": fault.import_id}
        return say(REFUSALS["same_answers"], same=fault.same, given=fault.given, **told)
    if not isinstance(fault, Unreadable):
        return remedy(fault, say)
    details = dict(fault.details)
    if fault.reason == "nothing_left":
        details["finding"] = finding_text(details["reason"], {}, say)
    if fault.reason in REFUSALS:
        return _filled(say(REFUSALS[fault.reason]), details)
    if fault.reason in POINTS:
        column = details.pop("column", "")
        return _pointed(OpenPoint(fault.reason, column, details=details), say)
    return remedy(fault, say)


def _pointed(point: OpenPoint, say: Say) -> str:
    text = point_text(point, say)
    return (
        say("Column “{column}”: {text}", column=point.column, text=text) if point.column else text
    )


class _Blank(dict[str, str]):
    """A detail that is not there leaves a mark rather than breaking the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def _filled(sentence: str, details: dict[str, str]) -> str:
    return sentence.format_map(_Blank(details))
