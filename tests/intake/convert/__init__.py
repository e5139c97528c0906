"""A table and its mapping become rows."""
