"""Which questions could make the map: profile, objectives, satisfaction by dimension; and what is
only placed on it.

Method: a dimension is the mean of a respondent's ratings of its items, in bands of the scale asked:
satisfied from three quarters of the scale on (4 of 5), dissatisfied below its middle. Two bands by
default: three ordered bands bend the map into a horseshoe. Assumption: equal places on different
scales mean the same; items on another scale than their dimension's are left aside. Source: Benzécri
1973 and Greenacre 2017 for the horseshoe (Guttman effect).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from analytics.filters import Filters
from analytics.ratings.groups import OF_EVERYBODY, TITLES
from analytics.standard_objectives import OBJECTIVES
from analytics.studies.perception.compute_questions import MOST_MISSING, Question
from analytics.study import statement
from analytics.wording import Name

if TYPE_CHECKING:
    from analytics.ratings.editions import Edition
    from analytics.store import Reader

SATISFIED, MIDDLE = 0.75, 0.5
MOST_OBJECTIVES, MOST_FIELDS, MOST_DIMENSIONS = 8, 4, 12
OUTCOMES = ("overall", "goal_attainment", "intention")
PARTS: dict[str, frozenset[str]] = {
    "all": frozenset({"field", "objective", "dimension"}),
    "profile": frozenset({"field", "objective"}),
    "opinion": frozenset({"objective", "dimension"}),
}
NAMELESS = Name("", "")
STANDARD = {objective.key: Name(objective.name_zh, objective.name_en) for objective in OBJECTIVES}
ROUNDING = 1e-6
ENOUGH = 100_000


@dataclass(frozen=True, eq=False)
class Candidates:
    """Questions, and what their SQL binds."""

    questions: tuple[Question, ...]
    values: dict[str, Any]


def read_candidates(
    reader: Reader,
    filters: Filters,
    editions: Sequence[Edition],
    names: Mapping[str, Name],
    parts: str,
    bands: int,
    by_item: bool = False,
) -> Candidates:
    """`filters` hold the rows of `editions` only; `names`: their dimensions, or items where
    `by_item`; `parts`: a key of PARTS; `bands`: 2 or 3.
    """
    values = {"slice": filters.slice(), "fair": filters.fair, "audience": filters.audience}
    step = part(sum(edition.responses for edition in editions))
    offered = reader.rows(
        statement(__package__, "offered"), most=MOST_OBJECTIVES, step=step, **values
    )
    rated = _rated(
        reader.rows(statement(__package__, "asked"), by_item=by_item, **values), editions
    )
    dimensions = [key for key in names if key in rated][:MOST_DIMENSIONS]
    outcomes = [key for key in OUTCOMES if key in rated]
    objectives = [row["key"] for row in offered if row["kind"] == "objective"]
    fields = [row for row in offered if row["kind"] == "field"][:MOST_FIELDS]
    candidates = [
        *_register(filters),
        *_fields(fields),
        *_objectives(objectives),
        *_dimensions(dimensions, names, bands),
        *_outcomes(outcomes, len(dimensions)),
        *_editions(editions),
    ]
    silent = _silent(reader.rows(statement(__package__, "answered"), step=step, **values)[0])
    questions = tuple(
        replace(
            candidate,
            wants_active=candidate.kind in PARTS[parts],
            is_silent=candidate.kind in silent,
        )
        for candidate in candidates
    )
    bound = {
        "editions": [edition.key for edition in editions],
        "numbers": [edition.number for edition in editions],
        "first_on_file": reader.value(statement(__package__, "first_on_file"), **values),
        "objectives": objectives,
        "fields": [row["key"] for row in fields],
    }
    return Candidates(questions, values | bound | _cuts([*dimensions, *outcomes], rated))


def _cuts(keys: Sequence[str], rated: Mapping[str, dict[str, Any]]) -> dict[str, list[Any]]:
    """Slots and beginnings of the bands, each in the order of the questions."""
    return {name: [rated[key][name] for key in keys] for name in ("slots", "low", "high")}


def part(responses: int) -> int:
    """To see which answers are rare, a part of very many responses is enough: every so manyth."""
    return max(1, responses // ENOUGH)


def _silent(answered: dict[str, Any]) -> frozenset[str]:
    """Kinds of questions that half of the respondents left out as a whole: they would empty the
    map.
    """
    return frozenset(
        kind for kind in ("objective", "dimension") if answered[kind] < MOST_MISSING * answered["n"]
    )


def _rated(
    rows: Sequence[dict[str, Any]], editions: Sequence[Edition]
) -> dict[str, dict[str, Any]]:
    """By question: its slots, and in hundredths where the upper bands begin at each edition (None:
    not asked).
    """
    main: dict[tuple[str, str], dict[str, Any]] = {}
    slots: dict[str, set[int]] = {}
    strange: dict[str, set[int]] = {}
    for row in rows:
        key, place = row["key"], (row["key"], row["edition_id"])
        (strange if place in main else slots).setdefault(key, set()).update(row["slots"] or ())
        main.setdefault(place, row)
    rated = {}
    for key in slots:
        asked = [main.get((key, edition.key)) for edition in editions]
        comparable = sorted(slots[key] - strange.get(key, set()))
        if any(asked) and (comparable or key in OUTCOMES):
            low, high = ([_cut(row, place) for row in asked] for place in (MIDDLE, SATISFIED))
            rated[key] = {"slots": comparable, "low": low, "high": high}
    return rated


def _cut(row: dict[str, Any] | None, place: float) -> float | None:
    if row is None:
        return None
    return float(
        100 * (row["scale_min"] + place * (row["scale_max"] - row["scale_min"])) - ROUNDING
    )


def _register(filters: Filters) -> list[Question]:
    """Visitors are on no register: of them the survey alone knows industry and region."""
    keys = tuple(TITLES) if filters.audience == "exhibitor" else OF_EVERYBODY
    return [Question("field", key, NAMELESS, f"m.{key}") for key in keys]


def _fields(rows: Sequence[dict[str, Any]]) -> list[Question]:
    return [
        Question(
            "field",
            f"profile:{row['key']}",
            Name(row["name_zh"], row["name_en"]),
            f"m.profile[$fields[{place}]][1]",
        )
        for place, row in enumerate(rows, start=1)
    ]


def _objectives(keys: Sequence[str]) -> list[Question]:
    return [
        Question(
            "objective",
            key,
            STANDARD.get(key, Name(key, key)),
            "case when len(m.objectives) > 0 then 1 + list_contains(m.objectives,"
            f" $objectives[{place}])::integer end",
            levels=2,
        )
        for place, key in enumerate(keys, start=1)
    ]


def _dimensions(keys: Sequence[str], names: Mapping[str, Name], bands: int) -> list[Question]:
    return [
        Question(
            "dimension",
            key,
            names[key],
            _band(f"list_avg(list_select(m.sat, $slots[{place}]))", place, bands),
            bands,
        )
        for place, key in enumerate(keys, start=1)
    ]


def _outcomes(keys: Sequence[str], before: int) -> list[Question]:
    return [
        Question("outcome", key, NAMELESS, _band(f"m.{key}", before + place, 3), 3)
        for place, key in enumerate(keys, start=1)
    ]


def _editions(editions: Sequence[Edition]) -> list[Question]:
    return [Question("edition", "edition", NAMELESS, "m.edition")] if len(editions) > 1 else []


def _band(mean: str, place: int, bands: int) -> str:
    high = f"({mean} >= $high[{place}][m.e])::integer"
    return f"1 + {high}" if bands == 2 else f"1 + ({mean} >= $low[{place}][m.e])::integer + {high}"
