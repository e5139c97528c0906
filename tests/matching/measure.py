"""`python -m tests.matching.measure`: precision and recall of the matcher and of others, on the
tuned seed and on others.

The others get the thresholds that suit them best on the first seed: automatic at the lowest score
with a precision of 0.995, asking at the highest score with a recall of 0.95; then customary ones.
The later seeds draw on words the first never uses. Splink is measured where it is installed (`pip
install splink`).
"""

from __future__ import annotations

import importlib.util
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from analytics.matching import match
from analytics.matching.company_name import take_apart
from analytics.matching.company_words import vocabulary
from tests.matching import rivals
from tests.matching.generator import World, world
from tests.matching.tally import Tally, Verdicts, candidate_recall, company_names, tally, verdicts

PRECISION, RECALL = 0.995, 0.95
BY_SOUND = {"sounds_alike", "translated"}
COLUMNS = (
    "matcher",
    "seed",
    "automatic",
    "precision",
    "recall automatic",
    "recall with queue",
    "asked",
    "of these right",
    "look-alikes asked",
    "s",
)


def line(name: str, seed: str, count: Tally, seconds: float) -> str:
    return (
        f"| {name} | {seed} | {count.automatic} | {count.precision:.4f} |"
        f" {count.recall_automatic:.3f} | {count.recall:.4f} | {count.asked} |"
        f" {count.asked_right / max(1, count.asked):.2f} | {count.lookalikes_asked} |"
        f" {seconds:.1f} |"
    )


def own(name: str, worlds: dict[str, World], is_counted=lambda match: True) -> Iterator[str]:
    for seed, invented in worlds.items():
        start = time.perf_counter()
        matches = match(*company_names(invented))
        seconds = time.perf_counter() - start
        count = tally(invented.incoming, verdicts(matches, is_counted))
        yield line(name, seed, count, seconds)


@contextmanager
def fewer_trades() -> Iterator[None]:
    """As if every third line of trade were unknown."""
    trades = vocabulary().trades
    all_trades = dict(trades)
    for number, word in enumerate(all_trades):
        if number % 3 == 0:
            del trades[word]
    take_apart.cache_clear()
    yield
    trades.update(all_trades)
    take_apart.cache_clear()


def verdicts_of(ranked: rivals.Ranked, automatic: float, ask: float) -> Verdicts:
    by_name: Verdicts = {}
    for key, near in ranked.items():
        if near and near[0][0] >= automatic:
            by_name[key] = ("automatic", [near[0][1]])
        elif near and near[0][0] >= ask:
            by_name[key] = ("ask", [firm for score, firm in near if score >= ask])
    return by_name


def thresholds(invented: World, ranked: rivals.Ranked) -> tuple[float, float]:
    """(lowest score that is still precise, highest score that asks enough) on this world."""
    scores = sorted({score for near in ranked.values() for score, _ in near}, reverse=True)
    steps = scores[:: max(1, len(scores) // 200)]
    precise = [
        s
        for s in steps
        if tally(invented.incoming, verdicts_of(ranked, s, s)).precision >= PRECISION
    ]
    automatic = min(precise, default=scores[0] + 1)
    enough = [
        s
        for s in steps
        if s <= automatic
        and tally(invented.incoming, verdicts_of(ranked, automatic, s)).recall >= RECALL
    ]
    return automatic, max(enough, default=scores[-1])


def rival(
    name: str, rank: Callable, worlds: dict[str, World], customary: tuple[float, float]
) -> Iterator[str]:
    limits: dict[str, tuple[float, float]] = {}
    for seed, invented in worlds.items():
        start = time.perf_counter()
        ranked = rank(*company_names(invented))
        seconds = time.perf_counter() - start
        limits = limits or {"fitted": thresholds(invented, ranked), "customary": customary}
        for how, (automatic, ask) in limits.items():
            label = f"{name}, {how} (≥ {automatic:.1f}, ≥ {ask:.1f})"
            yield line(
                label, seed, tally(invented.incoming, verdicts_of(ranked, automatic, ask)), seconds
            )


def report() -> Iterator[str]:
    worlds = {"1": world(1), "2, held out": world(2, held_out=True)}
    yield from (f"| {' | '.join(COLUMNS)} |", "|" + "---|" * len(COLUMNS))
    yield from own("analytics.matching", worlds)
    yield from own(
        "analytics.matching",
        {f"{seed}, held out": world(seed, held_out=True) for seed in range(21, 25)},
    )
    yield from own("… without pinyin", worlds, lambda match: not BY_SOUND & set(match.reasons))
    with fewer_trades():
        yield from own("… a third of the trades unknown", worlds)
    yield from rival("WRatio", rivals.by_whole_string, worlds, customary=(95, 85))
    yield from rival("WRatio of tidied names", rivals.by_tidied_string, worlds, customary=(95, 85))
    if importlib.util.find_spec("splink"):
        yield from rival("Splink on the parts", rivals.by_splink, worlds, customary=(10, 0))
    yield ""
    for seed, invented in worlds.items():
        met, pairs = candidate_recall(invented)
        yield (
            f"Blocking, seed {seed}: {met:.4f} of the variants meet their firm; {pairs:.0f} of"
            f" {len(invented.register)} compared."
        )


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    for text in report():
        print(text, flush=True)
