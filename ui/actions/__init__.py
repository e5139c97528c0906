"""Actions: entered, changed, taken back, with who did it and when."""
