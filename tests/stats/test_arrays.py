import subprocess
import sys
from pathlib import Path

import pytest

import analytics.stats
from analytics.stats import arrays

FOLDER = Path(analytics.stats.__file__).parent
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


def test_vectors_of_other_lengths_are_named():
    with pytest.raises(ValueError, match="lengths must agree: x 2, y 3"):
        arrays.vectors(x=[1, 2], y=[1, 2, 3])


def test_a_table_is_not_a_vector():
    with pytest.raises(ValueError, match="one-dimensional"):
        arrays.vector([[1, 2]], "x")


def test_labels_are_numbered_in_sorted_order():
    assert arrays.labels(["b", "a", "b"], "x").tolist() == [1, 0, 1]
    with pytest.raises(ValueError, match="not empty"):
        arrays.labels([], "x")


def test_the_map_names_every_module():
    named = [
        line.split()[0] for line in analytics.stats.__doc__.splitlines() if line.startswith("    ")
    ]
    assert sorted(named) == MODULES


def test_importing_the_estimators_loads_no_heavy_library():
    imports = "; ".join(f"import analytics.stats.{module}" for module in MODULES)
    heavy = "{'scipy', 'sklearn', 'statsmodels', 'pandas'}"
    code = f"import sys; {imports}; sys.exit(', '.join({heavy} & set(sys.modules)) or None)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=FOLDER.parent.parent
    )
    assert run.returncode == 0, run.stderr
