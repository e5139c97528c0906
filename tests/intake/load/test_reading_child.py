"""What reads a stranger's file knows little."""

from __future__ import annotations

import os
import subprocess
import sys

from analytics.folders import ROOT


def test_a_child_knows_neither_engine_nor_screen() -> None:
    code = (
        "import sys; import analytics.intake.load.reading_child,"
        " analytics.intake.convert.arrow_files, analytics.intake.mapping.suggest;"
        " sys.exit(bool({'duckdb', 'streamlit', 'pandas', 'analytics.store'} & sys.modules.keys()))"
    )
    child = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=os.environ, check=False)
    assert child.returncode == 0
