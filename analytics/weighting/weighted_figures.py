"""Weighted figures say so, with what their answers are worth; figures that are not weighted say
that, and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING, Any

from analytics.figures import Column, Figure
from analytics.figures.sentences import notes
from analytics.wording import Say, phrase

if TYPE_CHECKING:
    from analytics.figures import Method
    from analytics.study import Study
    from analytics.weighting.register_weights import EditionWeights, Weights

N_EFF = "n_eff"
BASE_N_EFF = "base_n_eff"  # where the base line tells of other answers than the table
UNWEIGHTED = phrase("Not weighted: every answer counts once here.")
NOT_HERE = phrase("This figure is the same with and without weights.")
FIELDS = {"industry": phrase("industry"), "region": phrase("region")}
WHY_NOT = {
    "register": phrase("no register is loaded"),
    "groups": phrase("fewer than two groups of its register have ten answers"),
    "converge": phrase("no weights make its answers match the register"),
}


@dataclass(frozen=True, eq=False)
class Weighed:
    """An answer asked for with weights; `weights` is None where the study does not weight, and
    `unweighted` says why, where it says so itself. Methods that are `not_weighted` count every
    answer once all the same.
    """

    editions: tuple[str, ...]
    answer: Any
    weights: Weights | None
    unweighted: str = ""
    not_weighted: tuple[Method, ...] = ()


def plain(answer: Any) -> Any:
    """The study's own answer, weights asked for or not."""
    return answer.answer if isinstance(answer, Weighed) else answer


def figures_of(study: Study, answer: Any, say: Say) -> tuple[Figure, ...]:
    """The figures of an answer as `ask` gave it, each saying what the switch for weights made of
    it.
    """
    if not isinstance(answer, Weighed):
        return study.figures(answer, say)
    return tuple(marked(figure, answer, say) for figure in study.figures(answer.answer, say))


def marked(figure: Figure, weighed: Weighed, say: Say) -> Figure:
    """One figure with its weights in the base line, in the table and in the notes."""
    if weighed.weights is None:
        base = say("{base} · {weighted}", base=figure.base, weighted=say("not weighted"))
        why_not = say(weighed.unweighted or UNWEIGHTED)
        return replace(figure, base=base, notes=(why_not, *figure.notes))
    if figure.method in weighed.not_weighted:
        return replace(figure, notes=(say(NOT_HERE), *figure.notes))
    base = say("{base} · {weighted}", base=figure.base, weighted=_weighted(figure, say))
    of_weights = _notes(weighed.weights.among(weighed.editions), say)
    return replace(
        figure, base=base, columns=_columns(figure, say), notes=(*figure.notes, *of_weights)
    )


def _weighted(figure: Figure, say: Say) -> str:
    """Weighted to the register, and what the answers are worth where that is known."""
    column = next((name for name in (BASE_N_EFF, N_EFF) if name in figure.data), None)
    worth = [n for n in figure.data[column].dropna() if isfinite(n)] if column else []
    if not worth:
        return say("weighted to the register")
    least, most = say.number(min(worth)), say.number(max(worth))
    if least == most:
        return say("weighted to the register (effective n = {n})", n=least)
    return say("weighted to the register (effective n = {least} to {most})", least=least, most=most)


def _columns(figure: Figure, say: Say) -> tuple[Column, ...]:
    """What the answers are worth, next to how many there are."""
    if N_EFF not in figure.data:
        return figure.columns
    names = [column.name for column in figure.columns]
    at = names.index("n") + 1 if "n" in names else len(names)
    worth = Column(N_EFF, say("Effective n"), "number", 0)
    return (*figure.columns[:at], worth, *figure.columns[at:])


def _notes(editions: Sequence[EditionWeights], say: Say) -> tuple[str, ...]:
    weighted = [edition for edition in editions if not edition.why_not]
    outside, answers = (
        sum(getattr(edition, count) for edition in weighted) for count in ("outside", "n")
    )
    fields = dict.fromkeys(edition.fields for edition in weighted)
    placed = say(
        "{n} of {all} answers of the editions in view name no industry or region of the register"
        " and count once.",
        n=say.number(outside),
        all=say.number(answers),
    )
    cut = say(
        "Weights beyond 0.3 and 3 times the average were cut, so the register is not matched"
        " exactly."
    )
    return notes(
        *(_by_fields(names, say) for names in fields),
        placed if outside else "",
        cut if any(edition.is_cut for edition in weighted) else "",
        *(_not_weighted(edition, say) for edition in editions if edition.why_not),
    )


def _not_weighted(edition: EditionWeights, say: Say) -> str:
    return say(
        "{edition} is not weighted: {reason}.",
        edition=say.name(edition.zh, edition.en),
        reason=say(WHY_NOT[edition.why_not]),
    )


def _by_fields(fields: tuple[str, ...], say: Say) -> str:
    return say(
        "Answers are weighted so that they match the register by {fields}; small groups count"
        " together.",
        fields=say.listed([say(FIELDS[field]) for field in fields]),
    )
