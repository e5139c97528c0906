"""Registers out to a spreadsheet and in again: only what somebody changed there changes, and it is
shown first.

`taken_table` writes the file, `read_back` reads it, `changes` says row by row and field by field
what it would change, `carry_out` writes that as one act of hand edits, which one undo takes back.
"""
