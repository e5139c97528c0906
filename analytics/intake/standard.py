"""What trade-fair surveys usually ask: dimensions, measures and objectives, in both languages, with the words they go by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analytics.intake.names import label_key

OTHER = "other"


@dataclass(frozen=True)
class Standard:
    """Something known by an id and by many words; `words` are separated by bars."""

    key: str
    name_zh: str
    name_en: str
    words: str = ""


DIMENSIONS = (
    Standard("professionalism", "专业性", "Professionalism", "专业化程度|专业程度|展会专业性|专业水平|professional quality|expertise"),
    Standard("ticketing", "票证服务", "Ticketing and badges",
             "证件服务|票务服务|办证服务|证件办理|票证|票务|ticketing|badges|tickets and badges|ticketing & badges|registration and badges"),
    Standard("onsite_service", "现场服务", "On-site service", "现场服务质量|onsite service|on site services|service on site|on-site services"),
    Standard("venue_hardware", "场馆硬件", "Venue hardware",
             "场馆设施|展馆硬件|展馆设施|硬件设施|场馆|venue|venue facilities|venue and facilities|hall facilities|facilities"),
    Standard("supporting_services", "配套服务", "Supporting services", "配套设施|配套|supporting service|support services|ancillary services"),
    Standard("special_events", "专项活动", "Special events", "专题活动|专场活动|论坛活动|配套活动|同期活动|special event|events|side events|concurrent events"),
    Standard("ceremonies", "礼仪活动", "Ceremonies", "开幕式|仪式活动|礼仪|ceremony|opening ceremony|ceremonial events"),
    Standard("website", "网站", "Website", "官网|官方网站|展会网站|网站服务|web site|web|official website|online services"),
    Standard("promotion", "宣传推广", "Promotion", "宣传|推广|广告宣传|展会宣传|promotion and publicity|publicity|marketing|advertising"),
    Standard("show_catalogue", "会刊", "Show catalogue", "展会会刊|参展商名录|会刊质量|catalogue|catalog|show catalog|fair catalogue|show guide"),
)  # fmt: skip
OTHER_DIMENSION = Standard(OTHER, "其他", "Other", "其它|misc|miscellaneous|others")

MEASURES = (
    Standard("overall", "总体满意度", "Overall satisfaction",
             "总体满意程度|整体满意度|总满意度|总体评价|综合满意度|总体|overall|overall rating|satisfaction overall|general satisfaction|total satisfaction"),
    Standard("goal_attainment", "参展目的是否达到", "Goal attainment",
             "目的是否达到|参展目的达到程度|参展目的达成情况|参展目标达成度|参观目的是否达到|目标达成|参展目标是否达到|目的达成度|goals reached|goals attained|"
             "were your goals reached|objectives reached|objectives achieved|goal achievement"),
    Standard("intention", "下届参展意向", "Intention to return",
             "参展意向|再次参展意愿|下届意向|下届是否参展|再参展意愿|下届参观意向|再次参观意愿|是否继续参展|likelihood to come again|intention to come back|"
             "intention to exhibit again|return intention|plan to return|come again|likelihood to exhibit again|rebooking intention"),
    Standard("recommend", "推荐意愿", "Likelihood to recommend",
             "推荐可能性|推荐度|推荐|向同行推荐本展会的可能性|您向同行推荐本展会的可能性|nps|recommend|recommendation|likelihood to recommend|would you recommend"),
)  # fmt: skip
MEASURE_HINTS = (
    ("recommend", ("推荐", "可能|意愿|程度|多大")),
    ("recommend", ("recommend",)),
    ("goal_attainment", ("目的|目标|预期", "达到|达成|实现")),
    ("goal_attainment", ("goal|objective|purpose", "reach|attain|achiev|met")),
    ("intention", ("下届|下一届|明年|下次|再次", "参加|参展|参观|前来|光临")),
    ("intention", ("again|next|return|comeback|rebook", "exhibit|visit|come|attend|edition|fair|return|rebook")),
    ("overall", ("总体|整体|综合|总的", "满意")),
    ("overall", ("overall", "satisf")),
)
MEASURE_KEYS = tuple(one.key for one in MEASURES)
USUAL_SCALES: dict[str, tuple[float, float]] = {
    "overall": (1, 5), "goal_attainment": (1, 3), "intention": (1, 3), "recommend": (0, 10),
}  # fmt: skip

OBJECTIVES = (
    Standard("sell_new_products", "推广新产品增加交易额", "Promote new products and raise sales",
             "推广新产品|增加交易额|推广新产品、增加交易额|推广新产品，增加交易额|扩大销售|promote new products|raise sales|increase sales"),
    Standard("show_company", "展示企业形象", "Show the company", "企业形象|提升企业形象|展示形象|show the company's image|corporate image|present the company"),
    Standard("find_projects", "寻找项目", "Find projects", "找项目|项目合作|looking for projects|find project"),
    Standard("find_partners", "寻找合作伙伴", "Find partners", "找合作伙伴|寻找代理|寻找客户和合作伙伴|looking for partners|find business partners"),
    Standard("find_investment", "寻找投资", "Find investment", "找投资|融资|吸引投资|招商引资|looking for investment|find investors"),
)  # fmt: skip


@cache
def words_of(group: tuple[Standard, ...]) -> dict[str, str]:
    """Every word the members of a group go by -> the member's key."""
    found: dict[str, str] = {}
    for one in group:
        for word in (one.name_zh, one.name_en, one.key, *one.words.split("|")):
            found.setdefault(label_key(word), one.key)
    found.pop("", None)
    return found


def dimension_of(text: str) -> str:
    """The standard dimension a label names, else ''."""
    return words_of((*DIMENSIONS, OTHER_DIMENSION)).get(label_key(text), "")


def measure_of(text: str) -> str:
    """The measure a label or a question's full text asks, else ''."""
    key = label_key(text)
    if exact := words_of(MEASURES).get(key):
        return exact
    for measure, needed in MEASURE_HINTS:
        if all(any(word in key for word in group.split("|")) for group in needed):
            return measure
    return ""


def objective_of(text: str) -> str:
    """The standard objective an answer names, else the answer itself."""
    return words_of(OBJECTIVES).get(label_key(text), text)


def standard_dimension(key: str) -> Standard | None:
    return next((one for one in (*DIMENSIONS, OTHER_DIMENSION) if one.key == key), None)


def standard_measure(key: str) -> Standard | None:
    return next((one for one in MEASURES if one.key == key), None)
