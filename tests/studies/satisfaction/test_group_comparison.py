"""How satisfied, with what? Industries and other groups against each other."""

from __future__ import annotations

from typing import Any

from analytics.store import Store
from tests import fairs
from tests.studies.satisfaction.fair import answer_of, by_key, survey, two_editions


def group_rows(means_by_group: dict[str, tuple[float, ...]], copies: int) -> list[dict[str, Any]]:
    return [
        {"industry": group, "overall": value, "sat": [3, 4, 3]}
        for group, values in means_by_group.items()
        for value in values * copies
    ]


def test_groups_that_differ_are_named_with_their_family(store: Store):
    rows = group_rows({"Software": (4, 5), "Textiles": (1, 2), "Tools": (1, 2)}, 10)
    two_editions(store, rows, rows)
    figures = by_key(answer_of(store))
    assert (
        figures["groups"].finding
        == "Software (4.50) is above Textiles (1.50): 2 of 3 pairs of industries are established."
    )
    assert "Holm over 3 tests" in figures["pairs"].base
    assert figures["pairs"].data["established"].tolist() == ["yes", "yes", "no"]


def test_groups_that_do_not_differ_are_no_evidence_of_a_difference(store: Store):
    rows = group_rows({"Software": (2, 4), "Tools": (2, 4), "Toys": (2, 4)}, 10)
    two_editions(store, rows, rows)
    figures = by_key(answer_of(store))
    assert figures["groups"].finding.startswith(
        "No evidence that industries differ: Welch's F(2, 38.0) = 0.00, p > 0.999"
    )
    assert not figures["pairs"].is_established


def test_two_groups_are_one_pair_with_its_difference(store: Store):
    rows = group_rows({"Software": (2, 4), "Tools": (2, 4)}, 10)
    two_editions(store, rows, rows)
    figures = by_key(answer_of(store))
    sentence = (
        "No evidence that Software (3.00) and Tools (3.00) differ (by 0.00; 95% interval −0.66 to"
        " +0.66)."
    )
    assert [figures[key].finding for key in ("groups", "pairs")] == [sentence, sentence]


def test_a_group_that_could_be_reckoned_from_the_total_is_hidden_too(store: Store):
    rows = group_rows({"Software": (2, 4), "Tools": (2, 4), "Toys": (1, 5)}, 20)
    rows = [row for row in rows if row["industry"] != "Toys"] + [
        {"industry": "Toys", "overall": 1}
    ] * 3
    two_editions(store, rows, rows)
    answer = answer_of(store)
    assert len(answer.groups.groups) == 1
    assert answer.groups.hidden == 2
    assert by_key(answer)["groups"].finding.startswith("Nothing to compare")


def test_groups_by_size_come_from_the_register(store: Store):
    fairs.load(
        store,
        "register",
        exhibitor_rows=[
            {
                "fair_id": "f",
                "line": i,
                "code": f"{i}",
                "name": f"E{i}",
                "name_key": f"e{i}",
                "size_band": "large" if i % 2 else "small",
            }
            for i in range(24)
        ],
    )
    rows = [
        {
            "exhibitor_key": f"c:{i}",
            "overall": 5 - i // 12 if i % 2 else 2 - i // 12,
            "sat": [4, 4, 4],
        }
        for i in range(24)
    ]
    two_editions(store, rows, rows)
    answer = answer_of(store, ("group_by", "size_band"))
    assert {group.name: (group.mean.mean, group.mean.n) for group in answer.groups.groups} == {
        "large": (4.5, 12),
        "small": (1.5, 12),
    }
    assert len(answer.groups.established) == 1


def test_dimensions_are_screened_over_groups_with_benjamini_hochberg(store: Store):
    rows = [{"industry": "Tools", "sat": [4, 5, 3 + i % 2], "overall": 3} for i in range(12)]
    rows += [
        {"industry": "Toys", "sat": [1, 2 + i % 2, 3 + i % 2], "overall": 3} for i in range(12)
    ]
    two_editions(store, rows, rows)
    rows[0]["sat"] = [5, 5, 3]
    survey(store, "f-2", rows)
    figure = by_key(answer_of(store))["screening"]
    assert figure.finding == "Screening 2 dimensions, 1 differ between industries: hall."
    assert "Benjamini–Hochberg over 2 dimensions" in figure.base
