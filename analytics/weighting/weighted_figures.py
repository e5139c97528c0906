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
    from analytics.weighting.own_weights import FileWeights, OwnWeights
    from analytics.weighting.register_weights import EditionWeights, Weights

N_EFF = "n_eff"
BASE_N_EFF = "base_n_eff"  # where the base line tells of other answers than the table
UNWEIGHTED = phrase("Not weighted: every answer counts once here.")
SWITCHED_OFF = phrase("The weights of the file are switched off: every answer counts once.")
TO_REGISTER = (
    phrase("weighted to the register"),
    phrase("weighted to the register (effective n = {n})"),
    phrase("weighted to the register (effective n = {least} to {most})"),
)
BY_FILE = (
    phrase("weighted by the file's own weights"),
    phrase("weighted by the file's own weights (effective n = {n})"),
    phrase("weighted by the file's own weights (effective n = {least} to {most})"),
)
BOTH = (
    phrase("weighted to the register from the file's own weights"),
    phrase("weighted to the register from the file's own weights (effective n = {n})"),
    phrase(
        "weighted to the register from the file's own weights (effective n = {least} to {most})"
    ),
)
NOT_HERE = phrase("This figure is the same with and without weights.")
FIELDS = {"industry": phrase("industry"), "region": phrase("region")}
WHY_NOT = {
    "register": phrase("no register is loaded"),
    "groups": phrase("fewer than two groups of its register have ten answers"),
    "converge": phrase("no weights make its answers match the register"),
}


@dataclass(frozen=True, eq=False)
class Weighed:
    """An answer asked for with weights, or of files that bring their `own`. `weights` (to the
    register) and `used` (of the file) are None where the study does not weight, and `unweighted`
    says why, where it says so itself. Methods that are `not_weighted` count every answer once all
    the same.
    """

    editions: tuple[str, ...]
    answer: Any
    weights: Weights | None
    unweighted: str = ""
    not_weighted: tuple[Method, ...] = ()
    own: OwnWeights | None = None
    used: OwnWeights | None = None
    can_weigh: bool = True

    @property
    def is_weighted(self) -> bool:
        """Whether the study counts answers by any weights."""
        return self.weights is not None or bool(self.used and self.used.files)


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
    if not weighed.is_weighted:
        base = say("{base} · {weighted}", base=figure.base, weighted=say("not weighted"))
        return replace(figure, base=base, notes=(*_why_not(weighed, say), *figure.notes))
    if figure.method in weighed.not_weighted:
        return replace(figure, notes=(say(NOT_HERE), *figure.notes))
    base = say("{base} · {weighted}", base=figure.base, weighted=_weighted(figure, weighed, say))
    of_weights = _notes(weighed.weights.among(weighed.editions), say) if weighed.weights else ()
    of_weights += own_notes(weighed.used, weighed.editions, say) if weighed.used else ()
    return replace(
        figure, base=base, columns=_columns(figure, say), notes=(*figure.notes, *of_weights)
    )


def _why_not(weighed: Weighed, say: Say) -> tuple[str, ...]:
    """Why every answer counts once."""
    own = weighed.own
    if own is None or weighed.used is not None:
        nothing = own_notes(weighed.used, weighed.editions, say) if weighed.used else ()
        return nothing or (say(weighed.unweighted or UNWEIGHTED),)
    if weighed.unweighted:
        return (say(weighed.unweighted),)
    return (say(SWITCHED_OFF if weighed.can_weigh else UNWEIGHTED),)


def _how(weighed: Weighed) -> tuple[str, str, str]:
    """Phrases for what weights the answers: without what they are worth, with one, with several."""
    if weighed.used and weighed.used.files:
        return BOTH if weighed.weights else BY_FILE
    return TO_REGISTER


def _weighted(figure: Figure, weighed: Weighed, say: Say) -> str:
    """What weights the answers, and what they are worth where that is known."""
    plain_words, with_one, with_two = _how(weighed)
    column = next((name for name in (BASE_N_EFF, N_EFF) if name in figure.data), None)
    worth = [n for n in figure.data[column].dropna() if isfinite(n)] if column else []
    if not worth:
        return say(plain_words)
    least, most = say.number(min(worth)), say.number(max(worth))
    if least == most:
        return say(with_one, n=least)
    return say(with_two, least=least, most=most)


def _columns(figure: Figure, say: Say) -> tuple[Column, ...]:
    """What the answers are worth, next to how many there are."""
    if N_EFF not in figure.data:
        return figure.columns
    names = [column.name for column in figure.columns]
    at = names.index("n") + 1 if "n" in names else len(names)
    worth = Column(N_EFF, say("Effective n"), "number", 0)
    return (*figure.columns[:at], worth, *figure.columns[at:])


def own_notes(own: OwnWeights, editions: Sequence[str], say: Say) -> tuple[str, ...]:
    """What has to be known of the files' own weights at the editions in view."""
    useless = [
        say(
            "The weights of {edition} cannot be used: none is above 0, so every answer counts"
            " once.",
            edition=say.name(zh, en),
        )
        for edition, zh, en in own.useless
        if not editions or edition in editions
    ]
    return notes(*(note for file in own.among(editions) for note in _of_file(file, say)), *useless)


def _of_file(file: FileWeights, say: Say) -> tuple[str, ...]:
    edition = say.name(file.zh, file.en)
    left_out = say(
        "{n} of {all} answers of {edition} have no weight above 0 and take no part.",
        n=say.number(file.left_out),
        all=say.number(file.answers),
        edition=edition,
    )
    negative = say(
        "{n} weights of {edition} are below 0: ask who made them.",
        n=say.number(file.negative),
        edition=edition,
    )
    dominated = say(
        "One answer carries {share} of the weight of {edition}: check its weight.",
        share=say.percent(file.largest, 0),
        edition=edition,
    )
    return notes(
        left_out if file.left_out else "",
        negative if file.negative else "",
        dominated if file.is_dominated else "",
    )


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
