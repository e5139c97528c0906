"""What was found in a line, a cell or a column, worded with the way out."""

from __future__ import annotations

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
    "stray_quote": phrase(
        "A quotation mark is astray here, and the line cannot be cut into cells for certain."
        " Correct it."
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
    "quote_mended": phrase(
        "A quotation mark was astray here; the line was read the only way that fits the others."
        " Please look."
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
    "cells_cut": phrase(
        "Nearly every line ends in an empty cell beyond the {width} of the header: cut. If answers"
        " stand under a neighbour's heading, a separator is missing in the header."
    ),
    "rows_named": phrase(
        "The lines begin with a row number for which the header has no cell: taken as a column"
        " without a name."
    ),
    "column_nameless": phrase(
        "From this line on there is a further cell that the header does not name. Give it a name in"
        " the header."
    ),
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


def finding_text(reason: str, details: dict[str, str], say: Say) -> str:
    """What a finding says, in the reader's language."""
    if reason == "more_of_these":
        first = finding_text(details["reason"], {}, say)
        return f"{say(FINDINGS[reason], count=details['count'])} {first}"
    return filled(say(FINDINGS.get(reason, reason)), details)


class _Blank(dict[str, str]):
    """A detail that is not there leaves a mark rather than breaking the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def filled(sentence: str, details: dict[str, str]) -> str:
    """A sentence with its details."""
    return sentence.format_map(_Blank(details))
