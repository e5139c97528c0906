"""What a user reads, taken down before and after a change of the code that must not be noticed.

`python -m tests.unchanged take FOLDER` writes answers, stored rows, messages, screens and decks;
`python -m tests.unchanged compare BEFORE AFTER` prints every difference with its place.
A checkout is examined from outside only: its command line, its pages, its database file, its decks.
"""
