"""What was found in a line, a cell or a column, worded with the way out."""

from __future__ import annotations

from analytics.intake.load.point_sentences import POINTS, filled, reason_text
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
    "group_row": phrase("“{word}”: a line that heads a group and counts or adds it up."),
    "section_row": phrase("A heading inside the table, not a record."),
    "page_footer": phrase("A page number inside the table, not a record."),
    "type_row": phrase("This line says what the columns are, and is no answer."),
    "second_table": phrase(
        "Another table on the same sheet: it does not look like the lines above."
    ),
    "header_reordered": phrase(
        "The header comes again here in another order: the lines below it were put right."
    ),
    "header_other": phrase(
        "Another header: the lines below it were put under the first one's names; what stands under"
        " {names} has no place there and was left out."
    ),
    "disqualified": phrase("This value says that the line does not count."),
    "add_on": phrase("An addition to another line, not a record of its own."),
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
    "prospect_list_unknown": phrase(
        "None of the eight lists is called so. The words are kept; the firm stands under “List not"
        " said, or another”."
    ),
    "prospect_list_unsaid": phrase(
        "No list is said here. The firm is kept under “List not said, or another”."
    ),
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
    "two_answers": phrase(
        "Two answers, or a decimal comma where all others are whole numbers: taken as no answer."
    ),
    "not_a_number": phrase(
        "Not a number that can be read for certain: left empty. Write digits, with 万 or 亿 if you"
        " like."
    ),
    "not_whole": phrase("Not a whole number: left empty."),
    "day_nobody_means": phrase("What programs write where they know no day: taken as none."),
    "day_to_come": phrase("A day that has not come yet: taken as none."),
    "one_day_for_all": phrase(
        "Every line has the same moment, that of an export: it is not taken as the day of"
        " answering."
    ),
    "turned_into_day": phrase(
        "A spreadsheet took these words (such as 1-5) for a day: taken as no answer. Correct them"
        " in the file, in a column formatted as text."
    ),
    "turned_into_number": phrase(
        "A spreadsheet took these words (such as 3E12) for a number: left empty. Correct them in"
        " the file, in a column formatted as text."
    ),
    "not_a_date": phrase("No day that can be read: left empty. Write it as 2006-10-12."),
    "ambiguous_date": phrase("Day or month first? Left empty. Say which in the mapping."),
    "not_yes_or_no": phrase("Neither yes nor no: left empty."),
    "not_an_outcome": phrase("Says neither satisfied nor not satisfied: left empty."),
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
    "closed_before_opened": phrase(
        "Closed before it was opened. The complaint is kept; its time to closing is not counted."
    ),
    "open_with_closing_day": phrase(
        "The status says that it is not closed, and yet there is a day of closing: counted as open."
    ),
    "line_hidden": phrase("This line is hidden or filtered out in the sheet. It is kept."),
    "line_struck": phrase("This line is struck through in the sheet. It is kept."),
    "lone_cell": phrase("Only this cell of the line is filled: a heading? It is kept."),
    "area_of_host": phrase(
        "Shares the stand of line {host} and its area, which counts once, there: left empty here."
    ),
    "area_of_guest": phrase(
        "A firm on another's stand, with an area of which no line shows whose it is. It is kept:"
        " please look that it does not count twice."
    ),
    "stand_shared": phrase(
        "The same stand and area as the other firm on line {host}: perhaps shared. Both are kept."
    ),
    "no_number": phrase("An answer without a number, where the others have one. It is kept."),
    "looks_like_test": phrase("This looks like a test. It is kept."),
    "same_contact": phrase(
        "The same address or telephone number as on line {others}: perhaps one person answered"
        " twice. Both are kept."
    ),
    "said_twice": phrase(
        "The same as line {others} in every cell: perhaps sent twice. Both are kept."
    ),
    "ditto": phrase("“{word}”: taken to say what the line above says."),
    "ditto_of_answer": phrase("“{word}” is no answer by itself: taken as empty."),
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
    "merged_not_copied": phrase(
        "Merged with the cell above: what stands there is not copied, this line has nothing there."
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
    "weighted_by": phrase(
        "The file says that its lines are weighted by this column: it is used as the weight."
    ),
    "several_currencies": phrase(
        "Amounts in several currencies ({currencies}): each is kept in its own, none are added or"
        " compared across them."
    ),
    "currency_unread": phrase(
        "What this amount is in cannot be read from its line: left empty. Write CNY, USD, EUR …"
    ),
    "amounts_apart": phrase(
        "This company's amounts are in several currencies, which are not added: this one is in"
        " {currency}."
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
    "rows_by_value": phrase(
        "Lines were left out by what this column says of them. All its values: {values}."
    ),
    "table_beside": phrase(
        "A column of another table beside this one: it was left out. Load that table by itself."
    ),
    "cells_cut": phrase(
        "Nearly every line ends in an empty cell beyond the {width} of the header: cut. If answers"
        " stand under a neighbour's heading, a separator is missing in the header."
    ),
    "rows_named": phrase(
        "The lines begin with a row number for which the header has no cell: taken as a column"
        " without a name."
    ),
    "column_nameless": phrase(
        "This line has a further cell that the header does not name: taken as a column without a"
        " name. Give it one in the header."
    ),
    "no_header": phrase(
        "There is no header row: the first line is taken as data and the columns are numbered."
    ),
    "column_absent": phrase("The mapping knows this column, but the file does not have it."),
    "column_ignored": phrase("This column was not taken in."),
    "column_unfolded": phrase(
        "Its cells hold several questions each: it is read as {count} columns, one a question."
    ),
    "taken_as_rank": phrase(
        "A place in an order: 1 is best. It stands as stated importance, {highest} for the first"
        " place."
    ),
    "taken_as_share": phrase("A share of {total} points: it stands as stated importance."),
    "ranks_partial": phrase(
        "Some put only the first places in order: what they left out shares the places behind."
    ),
    "sheet_not_read": phrase("This sheet was not read. Name it to load it as well."),
    "turned_wide": phrase(
        "One column an edition, turned: {lines} companies × {editions} editions, one line for each"
        " of which something is said."
    ),
    "no_edition_said": phrase("Nothing is said of any edition on this line."),
    "turned_long": phrase(
        "One line an answer, turned: {lines} respondents × {questions} questions."
    ),
    "column_not_turned": phrase(
        "This column says other things on the lines of one respondent: it was not taken in."
    ),
    "sheet_joined": phrase(
        "Read as one table with the other sheets of this form, as its lines {first} to {last}."
    ),
    "hidden_sheet": phrase("This sheet is hidden and was not read."),
    "guess_accepted": phrase("Taken as suggested, without an answer:"),
    "importance_scale": phrase(
        "The importance was asked on another scale than the satisfaction: both are kept as asked."
    ),
    "held_by_hand": phrase(
        "{name}: “{by_hand}”, written by hand ({actor}, {at}), stays; the file's value is kept"
        " beside it."
    ),
    "taken_over_from_hand": phrase(
        "{name}: this takes the place of “{by_hand}”, written by hand ({actor}, {at})."
    ),
    "more_of_these": phrase("{count} more of the same kind were not listed one by one."),
}


def finding_text(reason: str, details: dict[str, str], say: Say) -> str:
    """What a finding says, in the reader's language."""
    if reason == "more_of_these":
        first = finding_text(details["reason"], {}, say)
        return f"{say(FINDINGS[reason], count=details['count'])} {first}"
    if reason == "guess_accepted":
        return f"{say(FINDINGS[reason])} {reason_text(details['reason'], details, say)}"
    if reason in POINTS and reason not in FINDINGS:
        return reason_text(reason, details, say)
    return filled(say(FINDINGS.get(reason, reason)), details)
