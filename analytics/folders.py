"""Where things lie on this machine. EXPOLENS_DATA moves the live data elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

VERSION = "0.1.0"
"""As `pyproject.toml` has it; a database says which version brought it to its schema."""
ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "sample"
TEMPLATES = ROOT / "data" / "templates"
FONTS = ROOT / "data" / "fonts"


def data_folder() -> Path:
    """The folder of the live database, its backup, drafts and inbox."""
    return Path(os.environ.get("EXPOLENS_DATA") or ROOT / "data" / "local")
