"""The headlines of every study on every fair there is here: `python -m tests.headlines [--all]`.

Prints how long they are and what breaks a rule, over the demo, a small fair in which there is
nothing but chance, and four first surveys; then twenty of them, or all.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.errors import Fault
from analytics.fairs import choices
from analytics.filters import Filters
from analytics.intake.load.command import import_files, set_up_demo
from analytics.intake.load.inbox import Agreed
from analytics.store import Store
from analytics.weighting import figures_of
from analytics.wording import LANGUAGES, Language, speaker
from tests import headline_measure, small_fair
from tests.first_surveys import SURVEYS, write
from tests.in_process import without_child

SHOWN = 20


@dataclass(frozen=True)
class Spoken:
    """One headline, where it stands, and its badge."""

    place: str
    language: Language
    text: str
    badge: str


def of_store(store: Store, name: str) -> Iterator[Spoken]:
    """Every headline of a store's fair, both audiences, both languages."""
    fair = store.default_fair()
    for audience in choices(store, fair, "exhibitor").audiences:
        for study in STUDIES:
            if audience not in study.audiences:
                continue
            try:
                answer = ask(store, study, Filters(fair, audience=audience))
            except Fault:
                continue
            for language in LANGUAGES:
                say = speaker(language)
                for figure in figures_of(study, answer, say):
                    badge = figure.claim.badge(say) if figure.claim else ""
                    place = f"{name}: {study.key}/{figure.key}"
                    yield Spoken(place, language, figure.title, badge)


def stores(folder: Path) -> Iterator[tuple[str, Store]]:
    """The demo, a fair without effect, and the first surveys, each in a store of its own."""
    with Store(folder / "demo") as store:
        set_up_demo(store)
        yield "demo", store
    with Store(folder / "chance") as store:
        small_fair.load(store)
        yield "chance", store
    for name in SURVEYS:
        take_in(write(name, folder), folder / name)
        with Store(folder / name) as store:
            yield name, store


def take_in(file: Path, data: Path) -> None:
    """As from the command line, guesses accepted; what it says is shown where that fails."""
    heard: list[str] = []
    agreed = Agreed(accepts_guesses=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXPOLENS_DATA", str(data))
        code = import_files([file], "own", 1, None, 0, speaker("en"), heard.append, agreed)
    assert code == 0, "\n".join(heard)


def report(spoken: list[Spoken], language: Language) -> Iterator[str]:
    """How long they are, and each that breaks a rule."""
    mine = [line for line in spoken if line.language == language]
    lengths = [headline_measure.length(line.text, language) for line in mine]
    broken = [(line, headline_measure.faults(line.text, language)) for line in mine]
    faulty = [(line, faults) for line, faults in broken if faults]
    measured = [headline_measure.measured(line.text) for line in mine]
    yield (
        f"{language}: {len(mine)} headlines, length median {median(lengths):g}, most"
        f" {max(lengths)}; numbers most {max(measured)}; {len(faulty)} break a rule"
    )
    for line, faults in faulty:
        yield f"  {line.place}: {line.text} [{', '.join(faults)}]"


def main() -> int:
    """Prints the measure; 1 where a headline breaks a rule."""
    with without_child(), tempfile.TemporaryDirectory() as folder:
        opened = stores(Path(folder))
        spoken = [line for name, store in opened for line in of_store(store, name)]
    lines = [line for language in LANGUAGES for line in report(spoken, language)]
    print("\n".join(lines))
    step = 1 if "--all" in sys.argv else max(1, len(spoken) // SHOWN)
    for shown in spoken[::step]:
        print(f"{shown.place}: {shown.text} · {shown.badge}")
    return int(any(headline_measure.faults(line.text, line.language) for line in spoken))


if __name__ == "__main__":
    sys.exit(main())
