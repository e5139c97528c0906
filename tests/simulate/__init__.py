"""Honest about no effect: invented fairs on which the answer is known, and what the product says of
them.

On fairs where nothing is there it counts how often the product finds something; on fairs with a
known effect it counts how often an interval holds the truth. `python -m tests.simulate` runs the
whole: 2,000 fairs for what is computed in closed form, 200 for what is resampled and for whole
studies asked through the store. `bands` says what passes; `plan` holds the seed, fixed before the
first run.
"""
