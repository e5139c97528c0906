"""A file comes in: read in a child process, mapped, checked, stored whole or not at all.

The folders in the order in which a file passes them; each stands on those before it:

    cells/     what one cell says: number, date, edition, amount_unit, rating, multiple_choice …,
               and the words it is written in: vocabulary
    file/      bytes -> records: file_type, encoding, delimited_text, workbook, html_table, spss …
    table/     records -> one table: header, ragged_rows, lines_that_are_no_record, text_table;
               which kinds of files there are (file_kinds), what a table looks like (inspection)
    mapping/   what its columns mean: detect_kind, suggest, rating_scale, rating_direction …, and
               what a person has to settle: open_points
    convert/   table + mapping -> the store's rows: survey_rows, register_rows, question_rows …
    load/      the tasks of the child, and the parent's side of them: draft, queue, take_in; what is
               said about a file; the inbox, the command, the demo fair

What a child imports imports neither the engine nor Streamlit.
"""
