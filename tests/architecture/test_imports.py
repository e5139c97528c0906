"""What may be loaded where, seen from fresh processes."""

from __future__ import annotations

import subprocess
import sys

from analytics.folders import ROOT


def loaded_after(imports: str, *modules: str) -> str:
    """Which of `modules` a fresh interpreter holds after `imports`."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); {imports}\n"
        f"print(sorted({set(modules)!r} & set(sys.modules)))"
    )
    process = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    return process.stdout.strip()


def test_a_child_loads_neither_streamlit_nor_the_engine():
    children = (
        "analytics.worker",
        "analytics.intake.load.reading_child",
        "analytics.pictures",
        "analytics.studies.segments.compute_grouping",
        "analytics.matching.register_comparison",
        "analytics.comments.reading_child",
        "analytics.deck.deck_file",
    )
    assert loaded_after(f"import {', '.join(children)}", "streamlit", "duckdb") == "[]"


def test_the_server_answers_before_what_computes_is_imported():
    heavy = ("pandas", "numpy", "altair", "scipy", "sklearn", "pyarrow", "analytics.catalogue")
    assert loaded_after("import app", *heavy) == "[]"
