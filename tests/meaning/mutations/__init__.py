"""Files made by chance, one law at a time, each with what must become of it.

`python -m tests.meaning.mutations [--seed N] [--times N] [--law NAME]` draws files, takes them in
through the command line's own path and judges them like a manifest's entries. A clean file has
"stored" as its only right outcome: a question about it counts as a fault.
"""
