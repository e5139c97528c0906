"""Other ways of matching names, for comparison: rapidfuzz's own score of whole strings, and Splink
on the parts of a name.

Each gives, for every incoming name, the nearest firms with a score, the best first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from analytics.matching import CompanyNames
from analytics.matching.company_name import take_apart
from analytics.matching.name_parts import Name
from analytics.matching.spelling import sound, tidied
from analytics.matching.translated_names import leading

Ranked = dict[str, list[tuple[float, str]]]
NEAREST = 3


def by_whole_string(
    names: Sequence[CompanyNames], against: Sequence[CompanyNames], read: Callable[[str], str] = str
) -> Ranked:
    """rapidfuzz WRatio (0–100) of the strings as they are, or as `read` gives them."""
    from rapidfuzz import fuzz, process, utils

    rows = [
        (company.key, read(text)) for company in against for text in (company.name, *company.others)
    ]
    choices = [text for _, text in rows]
    ranked: Ranked = {}
    for company in names:
        near = process.extract(
            read(company.name),
            choices,
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            limit=12,
            score_cutoff=50,
        )
        ranked[company.key] = _best_first((score, rows[place][0]) for _, score, place in near)
    return ranked


def by_tidied_string(names: Sequence[CompanyNames], against: Sequence[CompanyNames]) -> Ranked:
    """WRatio after width, case and script were made one."""
    return by_whole_string(names, against, tidied)


def by_splink(names: Sequence[CompanyNames], against: Sequence[CompanyNames]) -> Ranked:
    """Splink (Fellegi–Sunter on DuckDB) on the parts of the names: u from random pairs, m by
    expectation maximisation.
    """
    from splink import DuckDBAPI, Linker, block_on

    engine = DuckDBAPI()
    tables = [
        engine.register(_parts(rows), dataset_display_name=name)
        for name, rows in (("a_new", names), ("b_register", against))
    ]
    linker = Linker(tables, _settings(), log_level=40)
    linker.training.estimate_probability_two_random_records_match([block_on("whole")], recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for column in ("own_sound", "city"):
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on(column, "trades"), record_sample_proportion=1
        )
    linker.training.estimate_parameters_using_expectation_maximisation(
        block_on("own"), record_sample_proportion=1
    )
    prediction = linker.inference.predict(threshold_match_probability=0.01)
    pairs = prediction.as_pandas_dataframe()
    ranked: dict[str, list[tuple[float, str]]] = {}
    for left, right, weight in zip(
        pairs["unique_id_l"], pairs["unique_id_r"], pairs["match_weight"], strict=True
    ):
        ranked.setdefault(left.split("#")[0], []).append((weight, right.split("#")[0]))
    return {key: _best_first(weighted) for key, weighted in ranked.items()}


def _settings():
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("own", [0.95, 0.85]).configure(
                term_frequency_adjustments=True
            ),
            cl.ExactMatch("own_sound").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("trades", [0.8]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("city"),
            cl.ExactMatch("district"),
            cl.ExactMatch("form"),
            cl.ExactMatch("marks"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("whole"),
            block_on("own_sound"),
            block_on("body"),
            block_on("start"),
        ],
    )


def _parts(rows: Sequence[CompanyNames]) -> pd.DataFrame:
    """One row per name a company goes by; an empty part is null, which Splink counts neither for
    nor against.
    """
    parts = []
    for company in rows:
        for number, text in enumerate((company.name, *company.others)):
            names = take_apart(text)
            for which, name in enumerate((names.main, *names.others, *names.former)):
                parts.append({"unique_id": f"{company.key}#{number}.{which}"} | _parts_of(name))
    return pd.DataFrame(parts)


def _parts_of(name: Name) -> dict[str, str | None]:
    own = "".join(name.own) if name.is_chinese else name.own[0]
    trades = "".join(name.trades) if name.is_chinese else " ".join(name.own[1:])
    return {
        "whole": name.whole,
        "own": own,
        "own_sound": sound(own) if name.is_chinese else leading(name.own)[0],
        "trades": trades or None,
        "body": name.body,
        "start": name.body[:4],
        "city": sound(name.place.city) or None,
        "district": sound(name.place.district) or None,
        "form": "+".join(sorted(name.forms)) or None,
        "marks": f"{name.is_group}{name.branch}{sorted(name.numbers)}{sorted(name.countries)}",
    }


def _best_first(pairs) -> list[tuple[float, str]]:
    best: dict[str, float] = {}
    for score, key in pairs:
        best[key] = max(score, best.get(key, score))
    return sorted(((score, key) for key, score in best.items()), reverse=True)[:NEAREST]
