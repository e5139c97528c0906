"""Counting right and wrong matches on an invented register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from analytics.matching import CompanyNames, Match
from analytics.matching.blocking import candidates
from analytics.matching.pairs import ParsedNames, index_of
from tests.matching.generator import Incoming, World

Verdicts = dict[str, tuple[str, list[str]]]


@dataclass
class Tally:
    """Over the incoming names: how many were matched automatically, asked about, left apart, and
    how many of these rightly.
    """

    automatic: int = 0
    right: int = 0
    asked: int = 0
    asked_right: int = 0
    variants: int = 0
    lookalikes_asked: int = 0
    missed: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.right / self.automatic if self.automatic else 1.0

    @property
    def recall(self) -> float:
        """Of the variants, those matched automatically to their firm or asked about with it among
        the answers.
        """
        return (self.right + self.asked_right) / self.variants

    @property
    def recall_automatic(self) -> float:
        return self.right / self.variants


def named(world: World) -> tuple[list[CompanyNames], list[CompanyNames]]:
    """(incoming names, the register) as the matcher takes them."""
    incoming = [CompanyNames(str(number), one.name) for number, one in enumerate(world.incoming)]
    return incoming, [CompanyNames(firm.code, firm.name, firm.told) for firm in world.register]


def verdicts(
    matches: Iterable[Match], is_counted: Callable[[Match], bool] = lambda match: True
) -> Verdicts:
    found: Verdicts = {}
    for match in matches:
        _, kept = found.setdefault(match.name.key, (match.verdict, []))
        if match.kept and is_counted(match):
            kept.append(match.kept.key)
    return found


def tally(incoming: tuple[Incoming, ...], found: Verdicts) -> Tally:
    count = Tally(variants=sum(1 for one in incoming if one.truth))
    for number, one in enumerate(incoming):
        verdict, kept = found.get(str(number), ("apart", []))
        is_right = one.truth is not None and one.truth in kept
        count.automatic += verdict == "automatic"
        count.right += verdict == "automatic" and is_right
        count.asked += verdict == "ask"
        count.asked_right += verdict == "ask" and is_right
        count.lookalikes_asked += verdict == "ask" and one.truth is None
        if one.truth and not is_right:
            count.missed[one.kind] += 1
    return count


def candidate_recall(world: World) -> tuple[float, float]:
    """(share of the variants whose firm shares a key with them, candidate pairs per
    incoming name).
    """
    incoming, register = named(world)
    held = index_of([ParsedNames.of(firm) for firm in register])
    met = pairs = 0
    for one, truth in zip(incoming, world.incoming, strict=True):
        near = {
            number for _, name in ParsedNames.of(one).names for number in candidates(name, held)
        }
        pairs += len(near)
        met += truth.truth is not None and int(truth.truth) in near
    return met / sum(1 for one in world.incoming if one.truth), pairs / len(incoming)
