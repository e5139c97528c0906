"""The only place that knows the engine.

`Store` opens one DuckDB file and owns every write; `Reader` is one cursor for one question. Rows
that came with a file stay as they came (`*_rows`, one import each); facts are views and tables
derived from the rows of imports not undone.
"""

from analytics.store.backup_keeper import BackupState
from analytics.store.reader import Reader
from analytics.store.receipt import Batch, Finding, ImportRecord, Receipt
from analytics.store.store import Store

__all__ = ["BackupState", "Batch", "Finding", "ImportRecord", "Reader", "Receipt", "Store"]
