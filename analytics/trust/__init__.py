"""Can we trust this? What one study stands on, computed from this fair's own rows.

data_quality     who could have answered and who did, what was left out and why, whether the
                 questions changed
figures_summary  over the study's figures: smallest base, families of tests, what is established
sentences        the two above, worded: one question a line
verdicts         what one can say, and what one cannot
trust_workbook   all of it as one workbook

Above the studies: it reads their figures, never their answers, so that a new study is covered as
soon as it has figures.
"""
