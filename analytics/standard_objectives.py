"""The objectives that trade-fair surveys usually ask, by key, with their names in both languages.

The words by which a file may call them besides stand in the vocabulary of the intake.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StandardObjective:
    """One objective that a respondent can come with."""

    key: str
    name_zh: str
    name_en: str


OBJECTIVES = (
    StandardObjective(
        "sell_new_products", "推广新产品增加交易额", "Promote new products and raise sales"
    ),
    StandardObjective("show_company", "展示企业形象", "Show the company"),
    StandardObjective("find_projects", "寻找项目", "Find projects"),
    StandardObjective("find_partners", "寻找合作伙伴", "Find partners"),
    StandardObjective("find_investment", "寻找投资", "Find investment"),
)
