"""A file comes in: read in a child process, mapped, checked, stored whole or not at all.

    container, encoding, delimited, workbook, header, sheet     bytes -> one text table
    inspection, glance                                          what the table looks like
    kinds, standard, questions, scales, suggest, mapping        what its columns mean
    numbers, dates, ratings, choices, columns                   text -> values, with remarks
    registers, survey, questionnaire, convert                   table + mapping -> the store's rows
    read                                                        the tasks a child runs
    known, draft, desk, inbox, batch                            the parent's side: one import after
    the other
    reasons, template, command, demo                            words, blank files, the command
    line, the demo fair

What a child imports imports neither the engine nor Streamlit.
"""
