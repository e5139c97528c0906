"""What the segments say, in sentences that say how sure they are."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

from analytics.figures.sentences import sentences
from analytics.stats.criteria_for_k import structure
from analytics.studies.segments import figures_wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.segments.compute import Segments
    from analytics.wording import Say

MADE_FROM = "turnover"
"""What segments were made from is no finding about them."""
FIELDS = {
    "industry": phrase("Industry"),
    "region": phrase("Region"),
    "size_band": phrase("Company size"),
}
STRUCTURES = {
    "strong": phrase("strong structure"),
    "reasonable": phrase("reasonable structure"),
    "weak": phrase("weak structure"),
    "none": phrase("no structure to speak of"),
}
NONE = {
    "gap": phrase("No segments: the gap statistic says exhibitors form one group."),
    "bic": phrase("No segments: the mixture of one class describes exhibitors best (BIC)."),
    "silhouette": phrase(
        "No segments: exhibitors differ by degree, not by kind. The best grouping separates them"
        " with a silhouette of {silhouette}; 0.25 would be needed."
    ),
    "unstable": phrase(
        "No segments: groups separate (silhouette {silhouette}), but do not come back when"
        " exhibitors are drawn again."
    ),
    "small": phrase(
        "No segments: groups separate and come back, but one of them holds fewer than 2% of"
        " exhibitors."
    ),
    "shuffled": phrase(
        "No segments: with their features shuffled among them, exhibitors fall into groups just as"
        " well apart (silhouette {silhouette})."
    ),
    "alike": phrase("No segments: too few exhibitors differ from each other."),
}


def overview(answer: Segments, say: Say) -> str:
    if answer.k == 1:
        return say(NONE[answer.reason], silhouette=say.ratio(_judged(answer)))
    return sentences(say, _kinds(answer, say), _leading(answer, say))


def profile(answer: Segments, say: Say) -> str:
    """The feature that sets segments apart most, and who lies where on it."""
    names = figures_wording.names(answer, say)
    spread = answer.profile.groupby("feature")["z"].agg(lambda z: z.max() - z.min())
    widest = str(spread.idxmax())
    rows = answer.profile[answer.profile["feature"] == widest].sort_values("z")
    low, high = rows.iloc[0], rows.iloc[-1]
    return say(
        "{feature} sets the segments apart most: {high} for '{high_name}' against {low} for"
        " '{low_name}'.",
        feature=figures_wording.feature(widest, say),
        high=figures_wording.value(answer, widest, high["mean"], say),
        low=figures_wording.value(answer, widest, low["mean"], say),
        high_name=names[int(high["segment"])],
        low_name=names[int(low["segment"])],
    )


def choice(answer: Segments, say: Say) -> str:
    if answer.k == 1:
        silhouette = say.ratio(_best_silhouette(answer))
        return say(
            "No number of segments up to {k} passes the rule; the best silhouette is {silhouette}.",
            k=answer.choice[-1].k,
            silhouette=silhouette,
        )
    values = {
        "k": answer.k,
        "silhouette": say.ratio(answer.shown.silhouette),
        "jaccard": say.ratio(answer.shown.jaccard),
        "least": say.ratio(answer.shown.jaccard_lowest),
    }
    if answer.reason == "wanted":
        return say(
            "{k} segments were asked for: silhouette {silhouette}, Jaccard {jaccard} on average,"
            " {least} at least.",
            **values,
        )
    if answer.way == "mixture":
        return say(
            "{k} classes have the smallest BIC and pass the rule: silhouette {silhouette}, Jaccard"
            " {jaccard}.",
            **values,
        )
    return say(
        "{k} segments separate best of those that pass the rule: silhouette {silhouette}, Jaccard"
        " {jaccard} on average, {least} at least.",
        **values,
    )


def criteria(answer: Segments, say: Say) -> str:
    """What the criteria would say one by one."""
    known = [row for row in answer.choice if not isnan(row.calinski_harabasz)]
    if not known:
        return say("There is only one number of segments to look at.")
    best = max(known, key=lambda row: row.calinski_harabasz).k
    sharpest = max(known, key=lambda row: row.silhouette).k
    values = {
        "silhouette": sharpest,
        "variance": best,
        "gap": answer.k_by_gap,
        "most": answer.choice[-1].k,
    }
    if answer.k_by_gap is None:
        return say(
            "One by one the criteria would choose {silhouette} (silhouette) and {variance}"
            " (Calinski–Harabasz); the gap statistic settles on no number up to {most}.",
            **values,
        )
    return say(
        "One by one the criteria would choose {silhouette} (silhouette), {variance}"
        " (Calinski–Harabasz) and {gap} (gap).",
        **values,
    )


def map_(answer: Segments, say: Say) -> str:
    shown = say.percent(sum(axis.share for axis in answer.axes), 0)
    if answer.k == 1:
        return say(
            "The first two axes carry {share} of all differences: one cloud of exhibitors, without"
            " groups.",
            share=shown,
        )
    return say(
        "The first two axes carry {share} of all differences between exhibitors; the rest is not on"
        " this map.",
        share=shown,
    )


def who(answer: Segments, say: Say) -> str:
    """The strongest of the categories that stand out. What it is called came with a file and stands
    in the table.
    """
    names, top = figures_wording.names(answer, say), answer.who.loc[answer.who["v"].idxmax()]
    return say(
        "{field} tells the segments apart most: one category makes up {share} of '{segment}' and"
        " {overall} of all.",
        field=say(FIELDS[top["field"]]),
        share=say.percent(top["share"]),
        overall=say.percent(top["share_overall"]),
        segment=names[int(top["segment"])],
    )


def richest(answer: Segments) -> int:
    """The segment whose largest members declared most."""
    return int(answer.top.groupby("segment")["total_turnover"].sum().idxmax())


def members(answer: Segments, say: Say) -> str:
    total = float(answer.segments["turnover"].sum())
    if not total > 0:
        return say("No turnover was declared by any member.")
    segment = richest(answer)
    declared = float(answer.top.loc[answer.top["segment"] == segment, "total_turnover"].sum())
    return say(
        "The {n} largest members of '{segment}' declared {turnover} so far, {share} of what all"
        " exhibitors grouped declared.",
        n=int((answer.top["segment"] == segment).sum()),
        segment=figures_wording.names(answer, say)[segment],
        turnover=say.money(declared, answer.currency),
        share=say.percent(declared / total),
    )


def _kinds(answer: Segments, say: Say) -> str:
    choice = answer.shown
    values = {
        "k": answer.k,
        "structure": say(STRUCTURES[structure(choice.silhouette)]),
        "silhouette": say.ratio(choice.silhouette),
        "jaccard": say.ratio(float(answer.segments["jaccard"].min())),
    }
    if answer.reason == "wanted" and not (choice.is_separated and choice.is_stable):
        return say(
            "{k} segments as asked for, but a cut of convenience: {structure} (silhouette"
            " {silhouette}, Jaccard from {jaccard}).",
            **values,
        )
    return say(
        "{k} kinds of exhibitors: {structure} (silhouette {silhouette}), stable (Jaccard from"
        " {jaccard}).",
        **values,
    )


def _leading(answer: Segments, say: Say) -> str:
    """The segment with most of the turnover, or simply the largest where none was declared."""
    names, table = figures_wording.names(answer, say), answer.segments
    if table["turnover_share"].isna().all():
        first = table.iloc[0]
        return say(
            "'{name}' is the largest: {share} of exhibitors.",
            name=names[0],
            share=say.percent(first["share"], 0),
        )
    first = table.loc[table["turnover_share"].idxmax()]
    values = {
        "name": names[int(first["segment"])],
        "share": say.percent(first["share"], 0),
        "turnover": say.percent(first["turnover_share"], 0),
    }
    if MADE_FROM in answer.features:
        return say(
            "'{name}' are {share} of them; {turnover} of the declared turnover is theirs by"
            " construction, for segments were made from it.",
            **values,
        )
    return say("'{name}' are {share} of them and {turnover} of the declared turnover.", **values)


def _judged(answer: Segments) -> float:
    """The silhouette that the rule looked at: of the smallest BIC for mixtures, else the
    best one.
    """
    if answer.way == "mixture":
        return min(answer.choice, key=lambda row: row.bic).silhouette
    return _best_silhouette(answer)


def _best_silhouette(answer: Segments) -> float:
    silhouettes = [row.silhouette for row in answer.choice if not isnan(row.silhouette)]
    return max(silhouettes, default=nan)
