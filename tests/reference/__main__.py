"""`python -m tests.reference DIR`: a line for every case in DIR and a count at the end; exit code 1
on any failure. A folder nobody can make sense of counts as one.
"""

import sys
from pathlib import Path

from tests.reference.case import folders_in
from tests.reference.run import run_folder


def main(arguments: list[str]) -> int:
    """Print the outcomes; 0 when all are well, 1 when a case failed or is unknown, 2 for misuse."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(
            "usage: python -m tests.reference DIR   (a folder of reference cases)", file=sys.stderr
        )
        return 2
    states = []
    for folder in folders_in(Path(arguments[0])):
        outcome = run_folder(folder)
        print(outcome, flush=True)
        states.append(outcome.state)
    passed, later = states.count("passed"), states.count("not built")
    failed = states.count("failed") + states.count("unknown")
    print(f"{passed} passed, {failed} failed, {later} not built")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
