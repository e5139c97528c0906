"""Measures, side by side and in one run: `python -m tests.bench [screens|import|studies …]`."""
