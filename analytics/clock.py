"""The product's one clock: what day it is. `EXPOLENS_TODAY` (2026-12-01) sets it, for tests and for
answers as of another day.
"""

from __future__ import annotations

import os
from datetime import date, datetime

SETTING = "EXPOLENS_TODAY"


def today() -> date:
    """The day it is. Raises ValueError where the setting is no day."""
    setting = os.environ.get(SETTING)
    return date.fromisoformat(setting) if setting else date.today()


def now() -> datetime:
    """The moment it is: the hour of the machine's clock, on the product's day."""
    return datetime.combine(today(), datetime.now().time())
