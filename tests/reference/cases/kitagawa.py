"""Rate, composition, volume and mix. A group that is absent in one period has no rate there."""

from analytics.stats.kitagawa import rate_and_composition
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import named, numbers_in
from tests.reference.methods.volume_mix_rate import volume_mix_rate

SIZE, RATE = r"(n|size|count|firms|weight)_?", r"(rate|mean|score|y|value)_?"


def recompute(case: Case) -> dict:
    table = case.table()
    by_name = [named(table, kind + period) for period in "12" for kind in (SIZE, RATE)]
    names = by_name if all(by_name) else numbers_in(table)[:4]
    n1, rate1, n2, rate2 = (table[name].astype(float) for name in names)
    periods = n1.fillna(0.0), rate1, n2.fillna(0.0), rate2
    parts, totals = rate_and_composition(*periods), volume_mix_rate(*periods)
    return {
        "kitagawa": {
            "overall1": parts.overall1,
            "overall2": parts.overall2,
            "diff": parts.difference,
            "composition_by_group": parts.composition_by_group,
            "rate_by_group": parts.rate_by_group,
            "composition": parts.composition,
            "rate": parts.rate,
        },
        "volume_mix_rate": {
            "total1": totals.total1,
            "total2": totals.total2,
            "volume": totals.volume,
            "mix": totals.mix,
            "rate": totals.rate,
        },
    }


CHECKER = Checker(
    recompute,
    keys=(frozenset({"kitagawa"}), frozenset({"composition_by_group", "rate_by_group"})),
    words=r"kitagawa|decomposition",
)
