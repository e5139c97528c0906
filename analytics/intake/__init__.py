"""A file comes in: read in a child process, mapped, checked, stored whole or not at all.

    cells      what one cell says: a number, a date, a rating, several choices
    file       bytes -> records, whichever container, encoding or delimiter holds them
    table      records -> one table of text, and what it looks like
    mapping    what its columns mean
    convert    table + mapping -> the store's rows
    load       drafts, the queue, the inbox, the child that reads, the command line, the demo fair

What a child imports imports neither the engine nor Streamlit.
"""
