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
    """How many incoming names were matched automatically, asked about, left apart; rightly."""

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
        """Of the variants, those matched to their firm or asked about with it among the answers."""
        return (self.right + self.asked_right) / self.variants

    @property
    def recall_automatic(self) -> float:
        return self.right / self.variants


def company_names(world: World) -> tuple[list[CompanyNames], list[CompanyNames]]:
    """(incoming names, the register) as the matcher takes them."""
    incoming = [CompanyNames(str(number), name.name) for number, name in enumerate(world.incoming)]
    register = [CompanyNames(firm.code, firm.name, firm.other_names) for firm in world.register]
    return incoming, register


def verdicts(
    matches: Iterable[Match], is_counted: Callable[[Match], bool] = lambda match: True
) -> Verdicts:
    by_name: Verdicts = {}
    for match in matches:
        _, firms = by_name.setdefault(match.name.key, (match.verdict, []))
        if match.kept and is_counted(match):
            firms.append(match.kept.key)
    return by_name


def tally(incoming: tuple[Incoming, ...], by_name: Verdicts) -> Tally:
    count = Tally(variants=sum(1 for name in incoming if name.truth))
    for number, name in enumerate(incoming):
        verdict, firms = by_name.get(str(number), ("apart", []))
        is_right = name.truth is not None and name.truth in firms
        count.automatic += verdict == "automatic"
        count.right += verdict == "automatic" and is_right
        count.asked += verdict == "ask"
        count.asked_right += verdict == "ask" and is_right
        count.lookalikes_asked += verdict == "ask" and name.truth is None
        if name.truth and not is_right:
            count.missed[name.kind] += 1
    return count


def candidate_recall(world: World) -> tuple[float, float]:
    """(share of the variants whose firm shares a key with them, candidate pairs per name)."""
    names, register = company_names(world)
    keys = index_of([ParsedNames.of(firm) for firm in register])
    met = pairs = 0
    for company, incoming in zip(names, world.incoming, strict=True):
        parsed = ParsedNames.of(company)
        near = {number for _, name in parsed.names for number in candidates(name, keys)}
        pairs += len(near)
        met += incoming.truth is not None and int(incoming.truth) in near
    variants = sum(1 for incoming in world.incoming if incoming.truth)
    return met / variants, pairs / len(names)
