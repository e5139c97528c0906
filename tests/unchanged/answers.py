"""Every study of the demo fair, asked on the command line, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unchanged.checkout import Checkout, write

LANGUAGES = ("zh", "en")
CASES: dict[str, list[str]] = {
    "all": [],
    "filtered": ["--edition", "8", "--industry", "电子信息"],
    "weighted": ["--weighted"],
    "visitors": ["--audience", "visitor"],
}


def take(checkout: Checkout, out: Path) -> None:
    """One file a page's key, language and case. A key of no study is told which there are."""
    for key in sorted(path.stem for path in (checkout.tree / "pages").glob("*.py")):
        for language in LANGUAGES:
            for case, words in CASES.items():
                order = ["--language", language, "answer", key, "--json", *words]
                outcome = checkout.run(order, checkout.demo)
                answer = json.loads(outcome.stdout) if outcome.code == 0 else outcome.stdout
                write(out / f"{key}.{language}.{case}.json", vars(outcome) | {"stdout": answer})
