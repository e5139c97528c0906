"""Recompute a case with the product and say how it went."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.reference.case import Case, folders_in, read_case
from tests.reference.cases.checker import Checker
from tests.reference.comparison import compare
from tests.reference.recognise import checker_of

State = Literal["passed", "failed", "not built", "unknown"]
MOST_PROBLEMS = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a folder fared; `compared` values, `problems` in words."""

    name: str
    state: State
    method: str = ""
    compared: int = 0
    problems: tuple[str, ...] = ()

    def __str__(self) -> str:
        about = (
            f"{self.method}, {self.compared} values"
            if self.state in ("passed", "failed")
            else self.method
        )
        left = len(self.problems) - MOST_PROBLEMS
        return "\n".join(
            [
                f"{self.state:<9} {self.name:<28} {about}".rstrip(),
                *(f"    {line}" for line in self.problems[:MOST_PROBLEMS]),
                *([f"    and {left} more"] if left > 0 else []),
            ]
        )


def run_folder(folder: Path) -> Outcome:
    """The outcome for one folder."""
    try:
        case = read_case(folder)
    except ValueError as error:
        return Outcome(folder.name, "failed", "", 0, (f"{type(error).__name__}: {error}",))
    if case is None:
        return Outcome(folder.name, "unknown", "no how.md and expected.json")
    checker = checker_of(case)
    if isinstance(checker, Checker):
        return run_case(case, checker)
    return Outcome(case.name, "not built" if checker == "later" else "unknown", case.method)


def run_case(case: Case, checker: Checker) -> Outcome:
    """Recompute and compare. A checker that breaks is a failed case; the others still run."""
    try:
        actual = checker.recompute(case)
        findings = list(compare(case.result, actual, checker.rules, checker.settings))
    except Exception as error:
        return Outcome(case.name, "failed", case.method, 0, (f"{type(error).__name__}: {error}",))
    problems = tuple(sorted(str(finding) for finding in findings if not finding.agrees))
    state: State = "failed" if problems or not findings else "passed"
    return Outcome(case.name, state, case.method, len(findings), problems)


def built_folders(directory: Path) -> list[Path]:
    """The folders of a directory that hold a case whose method the product has."""
    cases = [read_case(folder) for folder in folders_in(directory)]
    return [
        case.folder for case in cases if case is not None and isinstance(checker_of(case), Checker)
    ]
