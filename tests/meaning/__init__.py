"""What files mean, judged by what was stored, what was said and what a study answers.

`python -m tests.meaning DIR [--manifest FILE]` takes every entry of a manifest in through the
command line's own path, each into a store of its own. A manifest is a JSON list; an entry says
which `files` (names under DIR, taken in this order) with which `args` become what:

- `outcome`: those of "stored", "asked" and "refused" that are right.
- `stored`: checked where the files were taken in. One of
  `{"table": "responses", "where": {"edition": 5}, "count": 15}` (tables: `stored_rows`),
  `{"measure": "overall", "n": 34, "mean": 3.618}` (a measure, or an item by any of its names;
  "importance:NAME" and "expectation:NAME" for these),
  `{"sum": "fee", "value": 432000}` (with "table" and "where" where need be),
  `{"question": "channels", "counts": {"Website": 13}}` (a profile question by any of its names).
- `named`: lines (numbers) and columns or words (texts) that have to be named in what was said.
- `must_not`: words that may stand nowhere in what was stored and answered.
- `answer`: `{"study", "figure", "row", "column", "value"}` (and "edition", "audience", "fair",
  "options"); a list of such. Without "figure" the study has to answer at all; `"established"`
  says whether the figure (any figure) may be so.
- `either`: several `{"stored", "named"}` of which one has to hold, where several ends are right.
- `today`: the day on which it happens. `args` may be a list of lists, one a file.

Silently wrong: a stored value differs and nothing names its line or column; or something was
stored that had to be asked about.
"""
