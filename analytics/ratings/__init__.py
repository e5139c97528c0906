"""Ratings as means: what every study of ratings stands on. Below the studies, above the figure kit.

editions          which edition is looked at, and which one it is compared with
questions         what was asked, under which dimension, on which scale
scale             the scale a mean is shown on
sums              sums from the facts -> mean with interval
tally             answers counted and weighted -> share with interval
change            two editions compared, and the sentence that says how sure it is
followed_answers  answers followed to the next edition's register
groups            the groups an audience is taken apart into
levels            dimensions or items, and the slots behind them
answer_blocks     everybody's answers side by side, a block at a time, in groups for resampling
pair_blocks       what goes with what: sums for correlations, by group
mark_blocks       low and high scores beside the overall judgement, by group
readable_names    names that a reader of one language can spell
"""
