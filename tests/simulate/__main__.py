"""`python -m tests.simulate [--part whole|tenth] [--fairs N] [names]`: one row a claim; exit code 1
where one fails.
"""

from __future__ import annotations

import argparse
import sys

from tests.simulate import experiments
from tests.simulate.claims import Row, run
from tests.simulate.plan import PARTS

HEADER = (
    f"{'study':<22}{'claim':<74}{'kind':<13}{'at':<8}{'fairs':>6}{'share':>9} "
    f" {'band':<16}{'':<6}{'s':>6}"
)


def worded(row: Row) -> str:
    claim = row.claim
    limits = f"{100 * row.band.low:.1f}–{100 * row.band.high:.1f}"
    counted = f"{claim.says}: {'holds' if claim.counted == 'covered' else 'found'}"
    verdict = "pass" if row.passes else "FAIL"
    return (
        f"{claim.study:<22}{counted:<74}{claim.kind:<13}{row.at:<8}{row.fairs:>6}"
        f"{100 * row.share:>8.1f}%  {limits:<16}{verdict:<6}{row.seconds:>6.1f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulate", description=__doc__)
    parser.add_argument("names", nargs="*", help="experiments whose name begins so; all without")
    parser.add_argument(
        "--part", choices=PARTS, default="whole", help="the whole number of fairs, or a tenth"
    )
    parser.add_argument("--fairs", type=int, help="that many fairs of every experiment")
    arguments = parser.parse_args()
    print(HEADER, flush=True)
    rows = []
    for experiment in experiments.EXPERIMENTS:
        if arguments.names and not any(
            experiment.name.startswith(name) for name in arguments.names
        ):
            continue
        for row in run(experiment, arguments.fairs or experiment.fairs(PARTS[arguments.part])):
            print(worded(row), flush=True)
            rows.append(row)
    failed = sum(not row.passes for row in rows)
    print(f"{len(rows)} claims, {failed} failed, {sum(row.seconds for row in rows):.0f} s")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
