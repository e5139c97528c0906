"""The seven kinds of files, their fields, and the headers these go by. `tells` says how strongly a field gives its kind away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from analytics.intake.names import header_key, label_key
from analytics.study import Audience
from analytics.wording import phrase

Form = Literal["text", "number", "whole", "money", "day", "yes_no", "edition", "choices", "objectives"]


@dataclass(frozen=True)
class Field:
    """One thing a kind of file can say. `words` are the headers it goes by, separated by bars."""

    key: str
    form: Form
    label: str
    words: str
    tells: int = 0
    is_needed: bool = False


@dataclass(frozen=True)
class Kind:
    """`audience` is whose answers a survey holds. `one_of` are fields of which at least one is needed."""

    key: str
    label: str
    fields: tuple[Field, ...]
    audience: Audience | None = None
    one_of: tuple[str, ...] = ()

    def field(self, key: str) -> Field | None:
        return next((one for one in self.fields if one.key == key), None)


EDITION = Field("edition", "edition", phrase("Edition"),
                "届次|届|展会届次|展会|第几届|期数|年份|年度|展会年份|edition|edition no|edition number|fair edition|session|year|survey year")  # fmt: skip
CODE = Field("code", "text", phrase("Exhibitor code"),
             "展商编号|企业编号|展商代码|参展商编号|公司编号|展商id|企业代码|客户编号|exhibitor code|exhibitor id|exhibitor no|company id|company code|customer no")
NAME = Field("name", "text", phrase("Company"),
             "企业名称|公司名称|展商名称|参展商名称|单位名称|参展单位|参展企业|贵公司名称|展商|公司|company|company name|exhibitor|exhibitor name|organisation|organization|firm")
INDUSTRY = Field("industry", "text", phrase("Industry"),
                 "行业|所属行业|行业类别|贵公司行业|贵公司所属行业|您所在行业|所在行业|展品类别|industry|sector|branch|line of business")
REGION = Field("region", "text", phrase("Region"), "区域|地区|所在地区|大区|省份|所在区域|region|area|province|state")
COUNTRY = Field("country", "text", phrase("Country"), "国家|国别|国家地区|国家或地区|来自国家|country|country or region|countryregion|nation")
RESPONDENT = Field("respondent", "text", phrase("Questionnaire number"),
                   "问卷编号|问卷号|答卷编号|答卷序号|序号|编号|受访者编号|respondent|respondent id|respnum|response id|responseid|questionnaire no|questionnaire id|id",
                   tells=1)  # fmt: skip
ANSWERED = Field("answered_on", "day", phrase("Answered on"),
                 "提交答卷时间|提交时间|填写时间|填写日期|答题时间|结束答题时间|时间戳记|调查日期|submitdate|timestamp|recorded date|end date|date created|answered on|"
                 "submitted at|interview date")
WEIGHT = Field("weight", "number", phrase("Weight"), "权重|加权|weight|weights|case weight")
OBJECTIVES = Field("objectives", "objectives", phrase("Objectives"),
                   "参展目的|参展目标|参观目的|主要参展目的|贵公司的参展目的|贵公司本次参展的主要目的|objectives|exhibiting objectives|purpose of visit|purpose of exhibiting|goals",
                   tells=3)
ATTAINED = Field("attained", "objectives", phrase("Objectives reached"),
                 "达到的目的|已达到的目的|实现的目的|达成的目的|objectives reached list|objectives attained|goals attained list", tells=3)
COMMENT = Field("comment", "text", phrase("Comment"),
                "意见建议|意见|建议|意见和建议|意见与建议|其他意见|您的意见建议|您的意见和建议|留言|备注|comment|comments|remarks|suggestions|any other comments|comments and suggestions")
SURVEY = (EDITION, RESPONDENT, CODE, NAME, INDUSTRY, REGION, ANSWERED, WEIGHT, OBJECTIVES, ATTAINED, COMMENT)

KINDS = (
    Kind("exhibitor_survey", phrase("Exhibitor survey"), SURVEY, "exhibitor"),
    Kind("visitor_survey", phrase("Visitor survey"), SURVEY, "visitor"),
    Kind("exhibitors", phrase("Exhibitor list"), (
        CODE, Field(NAME.key, NAME.form, NAME.label, NAME.words, is_needed=True),
        Field("former_name", "text", phrase("Former name"), "曾用名|原名|原企业名称|旧名称|former name|previous name|formerly", 3),
        COUNTRY, REGION, Field("industry", "text", INDUSTRY.label, INDUSTRY.words, 1),
        Field("ownership", "text", phrase("Ownership"), "企业性质|公司性质|所有制|企业类型|经济类型|ownership|ownership type|company type|legal form", 2),
        Field("size_band", "text", phrase("Company size"), "企业规模|公司规模|规模|人员规模|company size|size|size band|employees", 2),
        Field("account_owner", "text", phrase("Account owner"), "客户经理|负责人|业务员|招展人员|跟进人|account owner|account manager|owner|sales rep", 3),
    )),
    Kind("participations", phrase("Participations"), (
        EDITION, CODE, NAME,
        Field("booth_area_sqm", "number", phrase("Stand area (m²)"), "展位面积|面积|净面积|展台面积|booth area|stand area|area sqm|booth size|sqm|net area", 3),
        Field("booth_type", "text", phrase("Stand type"), "展位类型|展台类型|展位类别|booth type|stand type|type of stand", 2),
        Field("hall", "text", phrase("Hall"), "展馆|馆号|展厅|展馆号|hall|hall no|pavilion", 2),
        Field("fee", "money", phrase("Fee"), "参展费|参展费用|展位费|费用|缴费金额|合同金额|fee|participation fee|stand fee|booth fee|amount paid", 3),
        Field("turnover", "money", phrase("Turnover"), "成交额|交易额|成交金额|意向成交额|现场成交额|turnover|sales|deals|deal value|contract value", 1),
        Field("leads", "whole", phrase("Leads"), "意向客户数|意向客户|客户数|接待客户数|新客户数|leads|number of leads|contacts made|new contacts", 3),
    ), one_of=("code", "name")),
    Kind("editions", phrase("Editions"), (
        Field("edition", "edition", EDITION.label, "届次|届|展会届次|期数|edition|edition no|edition number|number|session", 1, is_needed=True),
        Field("year", "whole", phrase("Year"), "年份|举办年份|年度|年|year", 2),
        Field("name_zh", "text", phrase("Name (Chinese)"), "中文名称|展会名称|名称|届次名称|name zh|chinese name", 1),
        Field("name_en", "text", phrase("Name (English)"), "英文名称|english name|name en|name|edition name", 1),
        Field("starts_on", "day", phrase("First day"), "开幕日期|开始日期|开展日期|开幕时间|starts on|start date|opening date|first day|from", 3),
        Field("ends_on", "day", phrase("Last day"), "闭幕日期|结束日期|闭幕时间|ends on|end date|closing date|last day|to", 3),
        Field("held", "yes_no", phrase("Held"), "是否举办|举办情况|是否如期举办|举办|held|took place", 4),
        Field("currency", "text", phrase("Currency"), "币种|货币|currency", 1),
        Field("turnover", "money", phrase("Turnover"), "成交额|总成交额|交易额|turnover|total turnover|deals", 1),
        Field("revenue", "money", phrase("Revenue"), "收入|总收入|营业收入|展会收入|revenue|income", 2),
        Field("cost", "money", phrase("Cost"), "成本|总成本|支出|费用支出|cost|costs|expenses", 2),
    )),
    Kind("attendance", phrase("Visitor counts"), (
        EDITION, Field("day", "day", phrase("Day"), "日期|参观日期|统计日期|date|day", 1),
        Field("visitor_group", "text", phrase("Visitor group"), "观众类别|观众类型|人员类别|类别|visitor group|visitor type|group|category|type of visitor", 2),
        Field("visitors", "whole", phrase("Visitors"),
              "人数|观众人数|观众数量|到会人数|到会采购商人数|参观人数|人次|入场人数|visitors|count|attendance|number of visitors|people|admissions", 5, is_needed=True),
    )),
    Kind("complaints", phrase("Complaints"), (
        EDITION, CODE, NAME,
        Field("topic", "text", phrase("Topic"), "投诉主题|主题|投诉类型|投诉类别|问题类别|topic|subject|complaint type|category of complaint", 4),
        Field("channel", "text", phrase("Channel"), "渠道|投诉渠道|受理渠道|来源渠道|channel|received through", 2),
        Field("received_on", "day", phrase("Received on"), "受理日期|投诉日期|接收日期|受理时间|投诉时间|received on|date received|opened on|complaint date", 3),
        Field("resolved_on", "day", phrase("Resolved on"), "办结日期|解决日期|处理日期|办结时间|完成日期|resolved on|date resolved|closed on", 4),
        Field("status", "text", phrase("Status"), "状态|处理状态|办理状态|status|state of handling", 2),
        Field("description", "text", phrase("Description"), "内容|投诉内容|详情|描述|情况说明|description|details|content|text", 2),
    ), one_of=("topic", "description", "received_on")),
)  # fmt: skip
KIND_KEYS = tuple(kind.key for kind in KINDS)

TOOL_COLUMNS = frozenset(label_key(word) for word in (
    "所用时间|来源|来源详情|来自IP|IP|IP地址|总分|开始答题时间|答题时长|地理位置国家和地区|地理位置省|地理位置市|用户类型|用户标识|昵称|自定义字段|ip address|"
    "ipaddress|start date|startdate|status|progress|duration|duration in seconds|finished|recipient last name|recipient first name|recipient email|"
    "external reference|location latitude|location longitude|distribution channel|user language|collector id|date modified|email address|first name|"
    "last name|custom data 1|lastpage|startlanguage|seed|datestamp|response type|填写设备|操作系统|浏览器|微信昵称|答题设备|所在城市|所在省份"
).split("|"))  # fmt: skip


def kind_of(key: str) -> Kind:
    return next(kind for kind in KINDS if kind.key == key)


def field_named(kind: Kind, header: str) -> Field | None:
    """The field a header names: as a whole, without number and brackets, or by its last part under a merged header."""
    candidates = (label_key(header), header_key(header), header_key(header.rsplit("-", 1)[-1]) if "-" in header else "")
    for candidate in dict.fromkeys(one for one in candidates if one):
        for one in kind.fields:
            if candidate in _keys(one):
                return one
    return None


_KEYS: dict[str, frozenset[str]] = {}


def _keys(one: Field) -> frozenset[str]:
    if one.words not in _KEYS:
        _KEYS[one.words] = frozenset(label_key(word) for word in (*one.words.split("|"), one.label))
    return _KEYS[one.words]


def is_tool_column(header: str) -> bool:
    """Does a survey tool write this column about itself rather than about the answer."""
    return label_key(header) in TOOL_COLUMNS or header_key(header) in TOOL_COLUMNS
