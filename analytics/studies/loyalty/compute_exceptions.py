"""Who breaks the rule that whoever is loyal is satisfied: how many, of what turnover, and by name.

Method: counts and sums of the last edition that another followed, and the 20 largest a kind.
Assumption: one exhibitor is one company throughout. Source: Jones & Sasser 1995 for the kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analytics.ratings.followed_answers import Followed, each_part
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.store import Reader

MOST_LISTED = 20


@dataclass(frozen=True, eq=False)
class Lists:
    """Of the last edition whose answers can be followed: the satisfied who are gone, the
    dissatisfied who are back.

    `people` has at most 20 rows a kind: kind ('trap', 'hostage'), name, industry, overall (0–1),
    turnover, editions_before.
    """

    edition: Followed
    satisfied: int
    absent: int
    absent_turnover: float
    dissatisfied: int
    back: int
    back_turnover: float
    people: pd.DataFrame


def read_lists(
    reader: Reader,
    asked: dict[str, Any],
    parts: int,
    closed: tuple[Followed, ...],
    cells: pd.DataFrame,
    bands: tuple[int, int],
) -> Lists | None:
    """None where no edition was followed by another. `bands`: the last step that counts as
    dissatisfied, and the first that counts as satisfied.
    """
    if not closed:
        return None
    edition, (low, high) = closed[-1], bands
    own = cells[cells["edition_id"] == edition.edition_id]
    content, upset = own[own["step"] >= high], own[own["step"] <= low]
    absent, back = (
        content[~content["came_back"].astype(bool)],
        upset[upset["came_back"].astype(bool)],
    )
    of_edition = asked | {"edition": edition.edition_id, "most": MOST_LISTED}
    of_edition["slice"] = asked["slice"] | {"editions": [edition.edition_id]}
    return Lists(
        edition=edition,
        satisfied=int(content["answers"].sum()),
        absent=int(absent["answers"].sum()),
        absent_turnover=float(absent["turnover"].sum()),
        dissatisfied=int(upset["answers"].sum()),
        back=int(back["answers"].sum()),
        back_turnover=float(back["turnover"].sum()),
        people=_people(reader, of_edition, parts),
    )


def _people(reader: Reader, asked: dict[str, Any], parts: int) -> pd.DataFrame:
    """The largest of every part, and of these the largest."""
    import pandas as pd

    people = pd.concat(
        [
            reader.frame(statement(__package__, "people"), **values)
            for values in each_part(asked, parts)
        ],
        ignore_index=True,
    )
    ordered = people.sort_values(
        ["kind", "turnover", "exhibitor_id"], ascending=[True, False, True], na_position="last"
    )
    return ordered.groupby("kind", sort=False).head(MOST_LISTED).reset_index(drop=True)
