"""One folder a study: what it declares (`__init__.py`), what it reads (`*.sql`), how it answers
(`compute.py`), how the answer is put (`figures.py`).
"""
