"""What the demo fair asked: dimensions, second-level items, when each was asked, and the means they
are set to.
"""

from __future__ import annotations

from dataclasses import dataclass

EDITIONS = range(1, 9)
ORDINALS = ("第一届", "第二届", "第三届", "第四届", "第五届", "第六届", "第七届", "第八届")
NEVER_DROPPED = 99


@dataclass(frozen=True)
class Item:
    """A second-level question; `offset` is its distance from its dimension before the cut."""

    zh: str
    en: str
    offset: float
    missing: float
    first: int = 1
    last: int = NEVER_DROPPED


@dataclass(frozen=True)
class Dimension:
    """A group of items: `means` are the exhibitors' means by edition, `weight` its part in overall
    satisfaction.
    """

    key: str
    zh: str
    en: str
    weight: float
    importance: float
    means: tuple[float, ...]
    items: tuple[Item, ...]
    own_sd: float = 0.50
    noise_sd: float = 0.46


DIMENSIONS = (
    Dimension(
        "professionalism",
        "专业性",
        "Professionalism",
        0.30,
        4.5,
        (3.31, 3.38, 3.36, 3.47, 3.45, 3.55, 3.60, 3.66),
        (
            Item("观众质量", "Visitor quality", -0.20, 0.03),
            Item("展品水平", "Level of exhibits", 0.20, 0.04),
            Item("行业覆盖", "Industry coverage", 0.05, 0.06),
        ),
    ),
    Dimension(
        "ticketing",
        "票证服务",
        "Ticketing and badges",
        0.05,
        3.6,
        (3.22, 3.25, 3.31, 3.38, 3.44, 3.49, 3.52, 3.38),
        (
            Item("证件办理", "Badge application", 0.70, 0.05),
            Item("领证排队", "Queuing for badges", -0.80, 0.06),
        ),
    ),
    Dimension(
        "onsite_service",
        "现场服务",
        "On-site service",
        0.18,
        4.2,
        (3.39, 3.48, 3.44, 3.56, 3.53, 3.60, 3.66, 3.72),
        (
            Item("布展撤展服务", "Stand build-up and dismantling", -0.10, 0.05),
            Item("咨询服务", "Enquiry service", 0.15, 0.07),
            Item("现场秩序", "Order on site", 0.00, 0.04),
        ),
    ),
    Dimension(
        "venue_hardware",
        "场馆硬件",
        "Venue hardware",
        0.08,
        4.1,
        (3.52, 3.60, 3.58, 3.66, 3.63, 3.78, 3.83, 3.89),
        (
            Item("空调通风", "Air conditioning and ventilation", -0.10, 0.03),
            Item("展馆设施", "Hall facilities", 0.30, 0.04),
            Item("交通停车", "Transport and parking", -0.20, 0.09),
        ),
    ),
    Dimension(
        "supporting_services",
        "配套服务",
        "Supporting services",
        0.06,
        3.4,
        (3.18, 3.24, 3.20, 3.31, 3.28, 3.40, 3.44, 3.49),
        (
            Item("餐饮供应", "Catering", -0.65, 0.06),
            Item("酒店住宿", "Hotels", 0.20, 0.12),
            Item("商务服务", "Business services", 0.25, 0.11),
        ),
        own_sd=0.18,
        noise_sd=0.80,
    ),
    Dimension(
        "special_events",
        "专项活动",
        "Special events",
        0.10,
        3.7,
        (3.42, 3.44, 3.49, 3.52, 3.55, 3.58, 3.63, 3.68),
        (
            Item("高层论坛", "High-level forums", 0.20, 0.09),
            Item("项目对接会", "Project matchmaking", -0.15, 0.10),
            Item("专场发布会", "Product launch sessions", 0.00, 0.80),
        ),
    ),
    Dimension(
        "ceremonies",
        "礼仪活动",
        "Ceremonies",
        0.02,
        2.9,
        (3.60, 3.62, 3.66, 3.69, 3.70, 3.74, 3.78, 3.81),
        (
            Item("开幕式", "Opening ceremony", 0.65, 0.05),
            Item("欢迎酒会", "Welcome reception", -0.60, 0.12),
        ),
    ),
    Dimension(
        "website",
        "网站",
        "Website",
        0.04,
        3.3,
        (3.02, 3.16, 3.22, 3.36, 3.40, 3.45, 3.53, 3.58),
        (
            Item("网站内容", "Website content", 0.10, 0.08),
            Item("网上报名", "Online registration", -0.05, 0.07),
            Item("网上展厅", "Online showroom", -0.15, 0.11, first=4),
        ),
    ),
    Dimension(
        "promotion",
        "宣传推广",
        "Promotion",
        0.14,
        4.4,
        (3.24, 3.30, 3.27, 3.38, 3.33, 3.46, 3.50, 3.55),
        (
            Item("媒体宣传", "Media coverage", 0.20, 0.05),
            Item("观众邀请", "Visitor invitation", -0.15, 0.06),
            Item("海外推广", "Promotion abroad", -0.30, 0.12, last=5),
        ),
    ),
    Dimension(
        "show_catalogue",
        "会刊",
        "Show catalogue",
        0.03,
        3.0,
        (3.44, 3.50, 3.47, 3.58, 3.56, 3.62, 3.67, 3.70),
        (
            Item("信息准确", "Accuracy of entries", -0.20, 0.06),
            Item("印刷质量", "Print quality", 0.30, 0.05),
        ),
    ),
)

# The exhibitors' single overall question; the last two are the published ones.
OVERALL_MEANS = (3.41, 3.48, 3.44, 3.56, 3.52, 3.60, 3.66, 3.70)
OVERALL_ANSWERED_SHARES = (0.97, 0.97, 0.96, 0.97, 0.96, 0.97, 0.95, 0.98)
# Complete and partial attainment of the objective; planning and perhaps coming back: shares of
# those who answered.
ATTAINED = tuple(
    zip(
        (19.8, 21.5, 20.9, 23.8, 23.1, 26.0, 27.4, 29.3),
        (83.9, 85.7, 85.2, 88.4, 87.6, 90.1, 91.0, 92.2),
        strict=True,
    )
)
INTENDED = tuple(
    zip(
        (33.5, 35.8, 34.9, 37.7, 36.8, 39.6, 40.8, 41.9),
        (88.1, 89.4, 89.0, 91.2, 90.6, 92.4, 93.0, 93.5),
        strict=True,
    )
)
OBJECTIVES = ("推广新产品增加交易额", "展示企业形象", "寻找项目", "寻找合作伙伴", "寻找投资")

VISITOR_MEANS = {
    "professionalism": (3.40, 3.71),
    "ticketing": (3.18, 3.35),
    "venue_hardware": (3.55, 3.86),
    "supporting_services": (3.10, 3.42),
    "special_events": (3.38, 3.64),
    "ceremonies": (3.50, 3.70),
    "website": (3.05, 3.60),
    "promotion": (3.30, 3.58),
    "show_catalogue": (3.35, 3.61),
}
VISITOR_OVERALL = (3.38, 3.43, 3.45, 3.50, 3.46, 3.57, 3.60, 3.65)
VISITOR_RESPONSES = (900, 930, 950, 980, 960, 1010, 1060, 1120)
NOT_FOR_VISITORS = ("观众质量", "专场发布会", "海外推广", "信息准确")
ADDED_FOR_VISITORS = {"show_catalogue": Item("内容实用", "Usefulness of entries", -0.10, 0.08)}


def items_asked(dimension: Dimension, edition: int) -> tuple[Item, ...]:
    """The dimension's items that this edition's exhibitors were asked."""
    return tuple(item for item in dimension.items if item.first <= edition <= item.last)


def visitor_dimensions() -> dict[Dimension, tuple[Item, ...]]:
    """The nine dimensions visitors were asked about, with their items."""
    dimensions = [dimension for dimension in DIMENSIONS if dimension.key in VISITOR_MEANS]
    return {dimension: _for_visitors(dimension) for dimension in dimensions}


def _for_visitors(dimension: Dimension) -> tuple[Item, ...]:
    items = tuple(item for item in dimension.items if item.zh not in NOT_FOR_VISITORS)
    added = ADDED_FOR_VISITORS.get(dimension.key)
    return (*items, added) if added else items


OF_VISITORS = {"国家或地区": "Country", "职务": "Job role"}


def english_names() -> dict[str, str]:
    """Chinese name of every second-level item, and of what visitors are asked about themselves ->
    its English name.
    """
    items = [item for dimension in DIMENSIONS for item in dimension.items]
    items += ADDED_FOR_VISITORS.values()
    return {item.zh: item.en for item in items} | OF_VISITORS
