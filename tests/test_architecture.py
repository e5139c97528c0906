"""The house: what may stand at the top, how long things may be, and what no line may do."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path
from statistics import median

import pytest

from analytics.settings import ROOT

DECLARED = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    ".importlinter",
    ".streamlit",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "analytics",
    "app.py",
    "data",
    "docs",
    "locales",
    "pages",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "tests",
    "ui",
}
VAGUE = set(
    re.findall(
        r"\w+",
        """
    utils util helpers helper common misc core base shared manager
    evening facing chosen asked glance known told desk where wishes upkeep making travel since
    shaped tabled choices keeping saving deciding checking drawn doors warm joined standing ground
    words lines explained
        """,
    )
)
"""Module names that no stranger can guess."""
SAYS_NOTHING = set(
    re.findall(
        r"\w+",
        """
    told made one found every kept given said seen wanted taken done got tried gone
        """,
    )
)
"""Names of variables that tell how a value came about instead of what it is."""
VAGUE_MODULES_IN = {
    "analytics/look/lines.py",
    "analytics/studies/intention/figures_wording.py",
    "analytics/studies/kano/explained.py",
    "analytics/studies/kano/lines.py",
    "analytics/studies/objectives/explained.py",
    "analytics/studies/objectives/figures_wording.py",
    "analytics/studies/perception/explained.py",
    "analytics/studies/perception/figures_wording.py",
    "analytics/studies/respondents/explained.py",
    "analytics/studies/respondents/figures_wording.py",
    "analytics/studies/satisfaction/explained.py",
    "analytics/studies/satisfaction/figures_wording.py",
    "analytics/studies/satisfaction_turnover/figures_wording.py",
    "analytics/studies/trends/explained.py",
    "analytics/studies/trends/figures_wording.py",
    "data/sample/words.py",
}
NAMES_SAY_NOTHING_IN = {
    "analytics/deck",
    "analytics/errors.py",
    "analytics/fairs.py",
    "analytics/intake/cells",
    "analytics/intake/convert",
    "analytics/intake/file",
    "analytics/intake/load",
    "analytics/intake/mapping",
    "analytics/intake/table",
    "analytics/look",
    "analytics/matching",
    "analytics/people.py",
    "analytics/pictures.py",
    "analytics/sheets.py",
    "analytics/stats",
    "analytics/store",
    "analytics/studies/intention",
    "analytics/studies/kano",
    "analytics/studies/objectives",
    "analytics/studies/perception",
    "analytics/studies/respondents",
    "analytics/studies/satisfaction",
    "analytics/studies/satisfaction_turnover",
    "analytics/studies/trends",
    "analytics/text_width.py",
    "analytics/trust",
    "data/fonts",
    "data/sample",
    "pages/segments.py",
    "tests/bench",
    "tests/corpus_adapter.py",
    "tests/deck",
    "tests/e2e",
    "tests/fairs.py",
    "tests/intake",
    "tests/look",
    "tests/matching",
    "tests/ratings",
    "tests/reference",
    "tests/reference/cases",
    "tests/sample",
    "tests/simulate",
    "tests/stats",
    "tests/store",
    "tests/studies",
    "tests/test_answering.py",
    "tests/test_bad_input.py",
    "tests/test_families.py",
    "tests/test_lettering.py",
    "tests/test_locales.py",
    "tests/test_pages.py",
    "tests/test_people.py",
    "tests/test_pictures.py",
    "tests/test_sheets.py",
    "tests/test_suppression.py",
    "tests/test_trust.py",
    "tests/ui",
    "tests/weighting",
    "ui/companies",
    "ui/deck",
    "ui/frame",
    "ui/people",
    "ui/server",
    "ui/upload",
}
LONELY = {
    "analytics/intake/mapping/both_languages.py",
    "analytics/intake/mapping/dimension_name.py",
    "analytics/studies/objectives/figures.py",
    "analytics/studies/respondents/figures.py",
    "ui/frame/brand_marks.py",
    "ui/frame/closed_page.py",
}
"""Folders and files still waiting to be gone through. Nothing is ever added to these three."""


def tracked(*patterns: str) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / line for line in listing.stdout.splitlines() if (ROOT / line).exists()]


PYTHON = {path: ast.parse(path.read_text("utf-8")) for path in tracked("*.py")}
PRODUCT = [path for path in PYTHON if path.relative_to(ROOT).parts[0] != "tests"]
TREES = {path: PYTHON[path] for path in PRODUCT}
FUNCTIONS = [
    (path, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_exempt(path: Path, places: set[str]) -> bool:
    """Whether a file is one of `places`, or lies directly in one of them."""
    return bool({name_of(path), name_of(path.parent)} & places)


def called_names(tree: ast.AST) -> set[str]:
    """Plain and with what stands before the dot: `st.table` gives both "table" and "st.table"."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    plain = {
        call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls
    }
    return plain | {ast.unparse(call) for call in calls}


def test_nothing_undeclared_stands_at_the_top():
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= DECLARED


def test_no_module_has_a_vague_name():
    vague = [path for path in PRODUCT if path.stem in VAGUE]
    assert [path for path in vague if not is_exempt(path, VAGUE_MODULES_IN)] == []
    assert {place for place in VAGUE_MODULES_IN if not (ROOT / place).exists()} == set()


def test_no_variable_is_called_by_a_name_that_says_nothing():
    named = {
        path: bound_names(tree) & SAYS_NOTHING
        for path, tree in PYTHON.items()
        if not is_exempt(path, NAMES_SAY_NOTHING_IN)
    }
    assert {name_of(path): names for path, names in named.items() if names} == {}


def bound_names(tree: ast.AST) -> set[str]:
    """Every variable that is set, looped over or taken as a parameter."""
    nodes = list(ast.walk(tree))
    stored = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    caught = {n.name for n in nodes if isinstance(n, ast.ExceptHandler | ast.MatchAs) and n.name}
    return stored | caught | {n.arg for n in nodes if isinstance(n, ast.arg)}


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_modules_pages_and_functions_keep_their_size():
    limits = {path: 100 if path.parent.name == "pages" else 300 for path in PRODUCT}
    assert [name_of(path) for path, limit in limits.items() if lines_of(path) > limit] == []
    too_long = [(path.name, f.name) for path, f in FUNCTIONS if body_length(f) > 40]
    assert too_long == []


def test_half_of_all_functions_have_at_most_eight_lines():
    assert median(body_length(function) for _, function in FUNCTIONS) <= 8


def test_a_module_is_large_enough_to_stand_alone_or_wanted_by_two():
    lonely = [
        name_of(path)
        for path in PRODUCT
        if path.name != "__init__.py" and path.parent not in (ROOT, ROOT / "pages")
        if lines_of(path) < 25 and importers(path) < 2
    ]
    assert [name for name in lonely if name not in LONELY] == []


def importers(path: Path) -> int:
    """How many other files import a module, as a whole or something of it."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = ".".join(parts)
    return sum(module in imported for other, imported in IMPORTED.items() if other != path)


def imported_by(tree: ast.AST) -> set[str]:
    """Modules by their whole names, and `package.name` of what is imported from a package."""
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return modules


IMPORTED = {path: imported_by(tree) for path, tree in PYTHON.items()}


def test_nobody_packs_lines_by_hand_or_silences_the_linter():
    marks = re.compile(r"#\s*(fmt:\s*(skip|off)|yapf:|noqa(?!:)|noqa:\s*(E501|C901))")
    assert [name_of(path) for path in PYTHON if marks.search(path.read_text("utf-8"))] == []
    assert "per-file-ignores" not in (ROOT / "pyproject.toml").read_text("utf-8")


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_every_module_says_what_it_is_for():
    assert [path for path, tree in TREES.items() if tree.body and not ast.get_docstring(tree)] == []


def test_pages_compute_nothing():
    for path, tree in TREES.items():
        if path.parent == ROOT / "pages":
            imported = {
                alias.name.split(".")[0]
                for node in ast.walk(tree)
                if isinstance(node, ast.Import)
                for alias in node.names
            }
            assert not imported & {
                "numpy",
                "pandas",
                "scipy",
                "sklearn",
                "statsmodels",
                "duckdb",
            }, path


def test_only_session_touches_the_session_and_the_address():
    for path, tree in TREES.items():
        if path.name != "session.py":
            used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            assert not used & {"session_state", "query_params"}, path


@pytest.mark.parametrize(
    ("forbidden", "where_allowed"),
    [
        ({"st.html", "st.iframe", "st.table"}, ()),
        ({"to_csv", "to_excel", "ExcelWriter"}, ("sheets.py",)),
        ({"eval", "exec"}, ()),
        ({"read_csv_auto", "read_excel"}, ()),
    ],
)
def test_no_call_that_bites(forbidden: set[str], where_allowed: tuple[str, ...]):
    for path, tree in TREES.items():
        if path.name in where_allowed or not (
            path.relative_to(ROOT).parts[0] in ("ui", "pages") or "to_csv" in forbidden
        ):
            continue
        if path.is_relative_to(ROOT / "data"):
            continue
        assert not called_names(tree) & forbidden, path


def test_html_is_never_allowed_into_a_page():
    assert [path for path in PRODUCT if "unsafe_allow" in path.read_text("utf-8")] == []


def test_uploaders_check_extensions_not_media_types():
    for path in PRODUCT:
        for types in re.findall(r"file_uploader\([^)]*type=\[([^\]]*)\]", path.read_text("utf-8")):
            assert "/" not in types, path


def test_every_fact_says_its_grain():
    for path in tracked("*.sql"):
        if "schema" not in path.parts:
            assert re.match(r"-- one (row per|condition)", path.read_text("utf-8")), path


def test_app_py_is_a_list_and_not_a_program():
    tree = TREES[ROOT / "app.py"]
    assert [
        node
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.For, ast.If, ast.While))
    ] == []


def test_a_child_loads_neither_streamlit_nor_the_engine():
    import sys

    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\nimport analytics.worker,"
        " analytics.intake.load.reading_child, analytics.pictures,"
        " analytics.studies.segments.compute_grouping\nimport analytics.matching.register_comparison,"
        " analytics.deck.deck_file\nprint(sorted({'streamlit', 'duckdb'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_the_server_answers_before_what_computes_is_imported():
    import sys

    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import app\nprint(sorted({{'pandas',"
        " 'numpy', 'altair', 'scipy', 'sklearn', 'pyarrow', 'analytics.catalogue'} &"
        " set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


def test_nothing_names_a_machine():
    marks = re.compile(r"/(?:root|home|work|Users)/[a-z]")
    for path in tracked("*.py", "*.md", "*.toml", "Makefile", "*.sql", "*.po"):
        if path != Path(__file__):
            assert not marks.search(path.read_text("utf-8")), path
