"""Ratings as means: what every study of ratings stands on. Below the studies, above `stats`.

editions    which edition is looked at, and which one it is compared with
questions   what was asked, under which dimension, on which scale
scale       the scale a mean is shown on
sums        sums from the facts -> mean with interval
change      two editions compared, and the sentence that says how sure it is
bases       small bases: never shown, hidden until asked for, pale
words       names in both languages, intervals and base lines
"""
