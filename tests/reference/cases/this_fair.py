"""Mean and share of the exhibitors of this fair, of whom n of N answered, beside the process."""

from math import sqrt

import pandas as pd

from analytics.stats.finite_population import hypergeometric_interval, share_not_seen
from analytics.stats.finite_population import share_of_this_fair as of_share
from analytics.stats.mean import mean_interval, of_this_fair
from analytics.stats.proportion import Proportion, weighted_wilson, wilson
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import named, numbers_in

OVERALL = r".*(overall|satisf|rating|score|总体|满意).*"


def recompute(case: Case) -> dict:
    table, population = case.table(), int(case.setting("N"))
    name = case.setting("item") or named(table, OVERALL)
    if name is None:
        name = [column for column in numbers_in(table) if "id" not in column.lower()][0]
    answers = pd.to_numeric(table[name], errors="coerce").dropna()
    if len(answers) > population:
        return {"n": len(answers), "N": population, "census": False, "refused": True}
    return {
        "n": len(answers),
        "N": population,
        "census": len(answers) == population,
        **_mean(answers, population),
        **_share(int((answers >= case.setting("top_box", 4)).sum()), len(answers), population),
    }


def _mean(answers: pd.Series, population: int) -> dict:
    process = mean_interval(len(answers), float(answers.mean()), float(answers.var()))
    fair = of_this_fair(process, population)
    return {
        "mean": process.mean,
        "se": fair.se,
        "ci95": [fair.low, fair.high],
        "se_process": process.se,
        "ci95_process": [process.low, process.high],
    }


def _share(top: int, n: int, population: int) -> dict:
    process, unseen = wilson(top, n), share_not_seen(n, population)
    return {
        "share": process.share,
        "share_se": sqrt(process.share * (1 - process.share) / (n - 1) * unseen),
        "share_wilson_fpc": _wilson(process, n, population),
        "share_wilson_process": [process.low, process.high],
        "share_exact_hypergeometric": list(hypergeometric_interval(top, n, population)),
    }


def _wilson(process: Proportion, n: int, population: int) -> list[float]:
    """The product shows the exact interval at small fairs; R writes Wilson's there as well."""
    unseen = share_not_seen(n, population)
    if not unseen:
        return [process.share, process.share]
    fair = of_share(process, population, n)
    exact = hypergeometric_interval(round(process.share * n), n, population)
    if (fair.low, fair.high) == exact:
        fair = weighted_wilson(process.share, n / unseen)
    return [fair.low, fair.high]


CHECKER = Checker(
    recompute,
    settings=frozenset({"share_svyciprop_logit", "N", "top_box"}),
    keys=(frozenset({"se_process"}), frozenset({"share_wilson_fpc"})),
    words=r"finite population|this fair",
)
