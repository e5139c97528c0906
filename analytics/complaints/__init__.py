"""Complaints as cases: entered or from a list, and everything done about them.

cases          the cases of a fair as they stand, one case with its history
events         what a person does: enter, assign, due, answer, close, reopen, undo
due            what is to be done by when, for a calendar or a scheduler

A case on a list begins with the list's own line; what is done here is added to it and never
overwritten by a later list.
"""
