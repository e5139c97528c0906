"""Bytes -> records: what a file is, in which encoding, cut into lines and cells."""
