"""The sentences for what went wrong, by the reasons that `analytics.errors` names."""

from __future__ import annotations

from analytics.wording import phrase

FILES = {
    "exhibitor_survey": phrase("a survey of exhibitors"),
    "visitor_survey": phrase("a survey of visitors"),
    "exhibitors": phrase("the list of exhibitors"),
    "participations": phrase("who took part in which edition"),
    "editions": phrase("the list of editions with their turnover"),
    "attendance": phrase("visitor counts"),
    "complaints": phrase("complaints"),
    "contacts": phrase("the log of contacts"),
    "prospects": phrase("prospects"),
}
"""Kinds of files, as an invitation names them."""

STORE = {
    "locked": phrase(
        "Another program holds the database (process {process}). Close it (a second ExpoLens, a"
        " command still running); this page then works again."
    ),
    "full": phrase(
        "The disk is full, so nothing was written; everything that was there is still there. Free"
        " some space and try again."
    ),
    "damaged": phrase(
        "The database file is damaged: part of it cannot be read. Stop ExpoLens and run “python"
        " -m analytics restore”: it takes the newest backup that reads in full, sets the damaged"
        " file aside and deletes nothing."
    ),
    "damaged_wal": phrase(
        "What was written last cannot be read in full: {file} beside the database is damaged."
        " Stop ExpoLens and run “python -m analytics restore”: it takes the newest backup that"
        " reads in full, sets both files aside and deletes nothing."
    ),
    "foreign": phrase(
        "{file} in the data folder is no database of ExpoLens; it was left as it is. Move it"
        " elsewhere and put your own in its place, or start with another data folder."
    ),
    "missing": phrase(
        "The database is not in the data folder, but its backups are. Put it back, or run “python"
        " -m analytics restore”. To begin anew, move the folder “backup” elsewhere first."
    ),
    "read_only": phrase(
        "The data folder can only be read ({file}). Make it writable, or start with another data"
        " folder; the data in it are untouched."
    ),
    "no_permission": phrase(
        "ExpoLens may not read and write {file}. Give the account that runs it the right to, or"
        " start it with the account that has it; the data are untouched."
    ),
    "no_folder": phrase(
        "There can be no data folder at this place ({file}). Is the disk connected, and is"
        " EXPOLENS_DATA right? Nothing was changed."
    ),
    "memory": phrase(
        "There was not enough memory to open the database. Close other programs and try again;"
        " the data are untouched."
    ),
    "unreadable": phrase(
        "The disk did not answer as it should, and the database was not found damaged. Try again;"
        " “python -m analytics check” reads all of it. If it happens again, copy the data folder"
        " to another disk."
    ),
    "too_slow": phrase(
        "This took too long and was stopped. Choose fewer editions or remove the profile filters,"
        " then try again."
    ),
    "newer": phrase(
        "The database was brought to its present form by ExpoLens {version}, which is newer than"
        " this one; it was left as it is. Start that version, or go back with the copy made before"
        " the upgrade (docs/backup-and-restore.md)."
    ),
}

STOPPED = {
    "memory": phrase(
        "This needed more memory than it may use and was stopped; nothing else was touched. Try a"
        " smaller file or fewer editions."
    ),
    "time": phrase(
        "This took longer than it may and was stopped; nothing else was touched. Try a smaller file"
        " or fewer editions."
    ),
    "crash": phrase(
        "This ended without an answer; nothing else was touched. Try again, or save the file anew"
        " and load that."
    ),
}

CONTENTS = {
    "pdf": phrase("a PDF document"),
    "picture": phrase("a picture"),
    "spss": phrase("an SPSS file"),
    "archive": phrase("an archive"),
    "program": phrase("a program"),
    "database": phrase("a database"),
    "parquet": phrase("a Parquet file"),
    "office": phrase("a document that is no workbook"),
    "binary": phrase("no text"),
}
"""What a file turned out to be."""

UNREADABLE = {
    "empty": phrase("The file is empty. Save it again with its rows, and load that."),
    "no_data": phrase(
        "There are column names but no data below them. Save the file again with its rows, and load"
        " that."
    ),
    "no_sheet": phrase(
        "The workbook has no visible sheet of that name. Choose one that is visible, or unhide it"
        " in Excel."
    ),
    "broken_quote": phrase(
        "From line {line} on, a quotation mark is not closed. Correct it, or save the file as XLSX."
    ),
    "cell_too_large": phrase(
        "A cell near line {line} is too large to be a survey answer. Is a quotation mark missing?"
    ),
    "not_a_table": phrase("This is {kind}, not a table. Load a CSV or an XLSX file."),
    "html": phrase(
        "This is a web page, and no table was found in it. Open it in Excel and save the table as"
        " XLSX."
    ),
    "password": phrase(
        "The file is protected by a password. Remove the password in Excel and load it again."
    ),
    "shape_summary": phrase(
        "This is a summary: how many gave each answer, not what each respondent answered. Load the"
        " answers themselves, one line a respondent (“raw data”, “individual responses”)."
    ),
    "shape_on_its_side": phrase(
        "The table lies on its side: its first column holds the questions, each further column one"
        " respondent ({columns} of them). Turn it (in Excel: copy, then paste special, transpose)"
        " and load that."
    ),
    "shape_wide": phrase(
        "There is one column an edition ({columns}), and nothing says what its numbers measure."
        " Name them in the headers, such as “2024 stand area (m²)” or “2024 turnover (EUR)”, or"
        " give each edition a line of its own."
    ),
    "damaged_spss": phrase(
        "This SPSS or Stata file is cut off or damaged. Copy it again from where it came, or open"
        " it in SPSS or Stata and save it anew (in SPSS also as Excel, with the value labels)."
    ),
    "binary_workbook": phrase(
        "An Excel binary workbook (.xlsb) is not read: open it in Excel or WPS, save it as an Excel"
        " workbook (.xlsx), and load that."
    ),
    "damaged": phrase(
        "The file is damaged and cannot be opened. Open it in Excel, save it anew, and load that."
    ),
    "too_large_unpacked": phrase(
        "The file is too large: unpacked it would take {size} MB, and {limit} MB are allowed. Split"
        " it, or save it as CSV."
    ),
    "no_round_trip": phrase(
        "No sheet of {file} has the column “ExpoLens key” exactly once. Take the register out once"
        " more, and leave that column as it is."
    ),
    "no_name": phrase("The company's name is empty. Fill it in."),
    "no_file": phrase(
        "There is no file that can be read under this name. Give an ordinary file that you may"
        " open."
    ),
    "too_large": phrase("The file is larger than {limit} MB. Split it by edition."),
    "too_many_columns": phrase(
        "The file has {count} columns, and {limit} are allowed. Delete those that are empty or not"
        " needed, or split the file by questions, and load it again."
    ),
    "label_too_long": phrase(
        "The name of column “{column}” has {count} letters, and {limit} are allowed. Shorten it in"
        " the file and load it again."
    ),
    "too_many_labels": phrase(
        "Column “{column}” holds {count} different answers, and an answer to filter by may have"
        " {limit}. Leave this column out, or group its answers in the file."
    ),
    "unsafe_xml": phrase(
        "The file is unsafe: its XML declares entities, which no workbook needs, so it was not"
        " opened. Save it anew from Excel."
    ),
    "invalid_bytes": phrase(
        "Line {line} holds characters that are not {encoding}. Save the file as UTF-8 and load it"
        " again."
    ),
    "unknown_encoding": phrase(
        "The file's encoding cannot be told. Save it as “CSV UTF-8” and load it again."
    ),
    "two_encodings": phrase(
        "From line {line} on, the file is written in another encoding: two exports were glued"
        " together. Load them one by one."
    ),
    "garbled": phrase(
        "The file's characters are garbled: it was once read in a wrong encoding. Export it anew"
        " from where it came, as UTF-8."
    ),
    "no_template": phrase(
        "This is no PowerPoint template whose slides have a title. Save it as .pptx in PowerPoint"
        " and choose that."
    ),
    "mapping_target": phrase("The mapping names something unknown: {target}."),
    "mapping_file": phrase("The mapping cannot be read ({problem}). Save it anew from an import."),
    "mapping_version": phrase(
        "The mapping is of version {version}, which this ExpoLens does not read. Save it anew from"
        " an import."
    ),
}
NOT_READ = phrase(
    "The file cannot be read ({reason}). Save it anew as XLSX or as CSV in UTF-8, and load that."
)

ROLES = {
    "viewer": phrase("You need to be let in first. Ask an administrator of this ExpoLens."),
    "importer": phrase(
        "This needs the right to load data. Ask an administrator of this ExpoLens for it."
    ),
    "admin": phrase("Only an administrator may do this, and one has to remain."),
}
