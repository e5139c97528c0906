"""The map of the house.

A **study** asks one question. The **store** holds **facts**, one grain each. **Filters** choose a
slice; **options** are a study's own dials. A **snapshot** says whose data, and after which write.
`ask` gives an **answer**: a frozen result. A **figure** is an answer put so that a person can see
it. `look` draws it, `sheets` writes its table, the command line prints it.

    catalogue    every study in reading order
    ask          store + study + filters + options -> answer
    study        Study, and what it declares; Snapshot
    filters      Filters and Options: what a reader may choose
    figures/     the kit of figures: Figure, forms, columns, rows, sentences, base lines, families
    trust        what a study stands on: who answered, what was hidden, what was tested, what can be
                 said
    look         draws a Figure with Altair
    wording      say(): sentences, numbers, money, dates in the reader's language
    remedies     what went wrong, worded with the way out
    errors       what can go wrong, as facts
    stats/       the field's standard estimators, one concept a file
    ratings/     ratings as means: which scale, which editions, how sure
    weighting/   answers weighted to the register, and how figures say so
    complaints/  complaints as cases: entered or from a list, and everything done about them
    store/       the only place that knows the engine
    intake/      file -> tidy rows
    registers/   the register people work in: list, card, contacts, grades, and what they write
    matching/    which company names are one firm; the queue of those to be asked about
    studies/     one folder a study
    deck/        figures on their way into a meeting: slides, a page, a print, a workbook
    sheets       the only CSV and XLSX writer
    worker       child processes: reading files, long fits, pictures
    category_names   what answers and classes are called in the other language
    content_names    everything a fair has a name for: one table in both languages
    worth_settings   margin, discount, what counts as money of a fair
    folders      where things lie on this machine
    terminal     what the command line prints, and how it ends
    rounding     the one place where a number loses decimals
    edition_number, standard_objectives   what the intake and the studies both take for granted

Nothing here knows Streamlit. DuckDB reduces, NumPy and scikit-learn solve: what grows with the rows
stays in SQL.
"""
