"""The numbers a room looks at first, each with the last edition beside it and a badge.

sizes     exhibitors, visitors and turnover of an edition, from the register and the counts
row       those of the studies and these, in one order

Above the studies: it reads the key numbers that a study makes of its own answer, so that card,
slide and page say the same to the digit.
"""
