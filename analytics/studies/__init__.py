"""One folder a study: what it reads (`*.sql`), how it answers (`method.py`), how the answer is put
(`figures.py`).
"""
