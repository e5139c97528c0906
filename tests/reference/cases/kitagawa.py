"""Rate, composition, volume and mix."""

from analytics.stats.kitagawa import rate_and_composition
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.methods.volume_mix_rate import volume_mix_rate


def recompute(case: Case) -> dict:
    table = case.table()
    periods = [table[column] for column in ("n1", "rate1", "n2", "rate2")]
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


CHECKER = Checker(recompute)
