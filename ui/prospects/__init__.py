"""Prospects: eight lists held against the register, entered and asked about."""
