"""What each sentence of the demo's generator is about, as a person would say: themes by question,
by reason and by general sentence.
"""

from __future__ import annotations

from data.sample.remarks import Remark
from data.sample.word_lists import REASONS

OF_ITEM = {
    "观众质量": {"visitor_quality"},
    "展品水平": {"exhibits"},
    "行业覆盖": {"item_行业覆盖"},
    "证件办理": {"registration"},
    "领证排队": {"registration"},
    "布展撤展服务": {"build_up"},
    "咨询服务": {"staff"},
    "现场秩序": {"organisation"},
    "空调通风": {"climate"},
    "展馆设施": {"hall"},
    "交通停车": {"transport", "parking"},
    "餐饮供应": {"catering"},
    "酒店住宿": {"hotels"},
    "商务服务": {"business_services"},
    "高层论坛": {"events"},
    "项目对接会": {"matchmaking"},
    "专场发布会": {"events"},
    "开幕式": {"ceremonies"},
    "欢迎酒会": {"ceremonies"},
    "网站内容": {"website"},
    "网上报名": {"registration"},
    "网上展厅": {"website"},
    "媒体宣传": {"promotion"},
    "观众邀请": {"item_观众邀请"},
    "海外推广": {"promotion"},
    "信息准确": {"item_信息准确"},
    "印刷质量": {"catalogue"},
}
OF_REASON = {
    "专业观众比例偏低": {"visitor_quality"},
    "闲逛的人太多，真正的买家少": {"visitor_quality"},
    "我们这个行业展商太少": {"exhibits"},
    "同类展品重复较多": {"exhibits"},
    "手续繁琐，来回跑了几趟": {"organisation"},
    "排队近一个小时": {"entry_queue"},
    "窗口太少，早上非常拥挤": {"entry_queue", "hall"},
    "撤展时间太短": {"build_up"},
    "搬运收费不透明": {"costs", "logistics"},
    "问讯处说法不一": {"staff"},
    "电话经常打不通": {"staff"},
    "通道被占用": {"hall", "fair_play"},
    "最后一天秩序比较混乱": {"organisation", "dates"},
    "下午馆内闷热": {"climate"},
    "我们展位附近通风很差": {"climate"},
    "网络和电源接口不足": {"internet", "utilities"},
    "洗手间指引不清": {"toilets", "signage"},
    "停车位不够": {"parking"},
    "散场时打不到车": {"transport"},
    "价格高、品种少": {"costs"},
    "中午排队时间长": {"entry_queue"},
    "推荐酒店离展馆太远": {"hotels", "hall", "transport"},
    "展会期间房价涨得厉害": {"hotels", "costs"},
    "翻译人员不足": {"business_services"},
    "时间与展览冲突": {"dates"},
    "匹配的项目不对口": {"matchmaking"},
    "场地偏僻，听众少": {"hall", "transport"},
    "档期安排太紧": {"dates"},
    "入场管制太久": {"entry_queue"},
    "时间过长，影响接待客户": {"visitor_quality"},
    "名额太少": {"registration"},
    "更新不及时": {"website"},
    "系统经常出错": {"website"},
    "英文内容太少": {"website"},
    "行业媒体太少": {"promotion"},
    "对中小展商报道不足": {"promotion", "exhibits"},
    "外地买家邀请不够": {"visitor_quality", "promotion"},
    "没有看到承诺的采购团": {"visitor_quality"},
    "海外买家很少": {"visitor_quality"},
    "国外基本没有宣传": {"promotion"},
    "公司电话印错了": {"catalogue"},
    "企业简介被删得太短": {"catalogue"},
    "字太小": {"catalogue"},
    "图片偏色": {"catalogue"},
    "产品图片上传不了": {"website"},
    "访问速度慢": {"website"},
    "填写的内容太多": {"website", "registration"},
    "洽谈时间太短": {"matchmaking"},
    "内容偏宏观，针对性不强": {"events"},
    "高新技术含量不够突出": {"exhibits"},
    "上下游企业来得不全": {"exhibits"},
}
OF_SENTENCE = {
    "希望多邀请专业买家，减少参观人流中的闲散人员。": {"visitor_quality"},
    "建议延长专业观众日，方便洽谈。": {"dates"},
    "展会效果总体不错，期待下届合作。": set(),
    "参展费用偏高，希望对老客户有优惠。": {"costs"},
    "希望会后提供观众数据，便于跟进。": {"visitor_data"},
    "同类展会越来越多，建议突出特色。": {"competition"},
}
BESIDE = {
    "希望多邀请专业买家，减少参观人流中的闲散人员。": {"promotion", "visitor_numbers"},
    "展会效果总体不错，期待下届合作。": {"orders"},
    "参展费用偏高，希望对老客户有优惠。": {"visitor_quality"},
}
"""What a sentence touches on too: right if it is found, and no loss if it is not."""


def planted(remark: Remark) -> tuple[set[str], set[str]]:
    """Themes a remark is about, and those it may be said to touch on beside them."""
    about = set(OF_ITEM.get(remark.item, ())) | OF_SENTENCE.get(remark.general, set())
    beside = set(BESIDE.get(remark.general, ()))
    for reason in REASONS.get(remark.item, ()):
        if reason in remark.text:
            beside |= OF_REASON.get(reason, set())
    return about, beside
