"""What a reader says of company names, as acts that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from analytics.matching import Match, queue
from analytics.wording import phrase
from ui.frame.acts import Act, Outcome
from ui.server import answer_cache


def same(fair: str, pair: Match) -> Act:
    """The two are one firm."""
    return partial(_answer, fair, pair, True)


def different(fair: str, pair: Match) -> Act:
    """The two are two firms, and are not asked about again."""
    return partial(_answer, fair, pair, False)


def join_certain(fair: str, pairs: Sequence[Match]) -> Act:
    """Every pair that needs no question is one firm."""
    return partial(_join_certain, fair, pairs)


def unmerge(merges: Sequence[int]) -> Act:
    """What these merges joined is several firms again."""
    return partial(_unmerge, merges)


def ask_again(decision: int, name: str, other: str) -> Act:
    """Forget that the two were said to be different."""
    return partial(_ask_again, decision, name, other)


def _answer(fair: str, pair: Match, is_same: bool, actor: str) -> Outcome:
    number = queue.answer(answer_cache.store(), fair, pair, actor, is_same=is_same)
    name = pair.kept.name if pair.kept else ""
    sentence = (
        phrase("“{other}” and “{name}” are one firm from now on.")
        if is_same
        else phrase("“{other}” and “{name}” stay two firms. They are not asked about again.")
    )
    values: dict[str, object] = {"name": name, "other": pair.name.name}
    return Outcome(sentence, values, ask_again(number, name, pair.name.name))


def _join_certain(fair: str, pairs: Sequence[Match], actor: str) -> Outcome:
    numbers = queue.take_automatic(answer_cache.store(), fair, pairs)
    return Outcome(
        phrase("Pairs joined: {count}."),
        {"count": len(numbers)},
        unmerge(numbers) if numbers else None,
    )


def _unmerge(merges: Sequence[int], actor: str) -> Outcome:
    answer_cache.store().unmerge_all(merges, actor)
    return Outcome(
        phrase("Pairs parted: {count}. They are asked about again."), {"count": len(merges)}
    )


def _ask_again(decision: int, name: str, other: str, actor: str) -> Outcome:
    answer_cache.store().undo_decision(decision, actor)
    return Outcome(
        phrase("“{other}” and “{name}” are asked about again."), {"name": name, "other": other}
    )
