"""A register out to a spreadsheet and in again, as a person meets it."""
