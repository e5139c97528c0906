"""Word lists of the demo fair's companies, people and remarks. None is meant to be real."""

from __future__ import annotations

# A city listed more often sends more exhibitors.
CITIES = {
    "珠三角": (
        "深圳",
        "深圳",
        "深圳",
        "深圳",
        "广州",
        "广州",
        "东莞",
        "珠海",
        "佛山",
        "惠州",
        "中山",
    ),
    "长三角": ("上海", "杭州", "苏州", "南京", "宁波", "无锡"),
    "环渤海": ("北京", "天津", "青岛", "济南", "大连"),
    "中西部": ("武汉", "成都", "西安", "重庆", "长沙", "郑州", "昆明"),
    "东北": ("沈阳", "长春", "哈尔滨"),
    "港澳台": ("香港", "香港", "香港", "台北", "澳门"),
}
COUNTRY_OF_CITY = {"香港": "中国香港", "澳门": "中国澳门", "台北": "中国台湾"}
ABROAD = ("美国", "日本", "德国", "韩国", "新加坡", "英国", "加拿大", "法国", "以色列", "澳大利亚")
FIRST = "岚砚霁沐澜昱珩翊璟钧骁朔澄煜铄衡珞郁祺弘泓曜屹峻"
SECOND = "澈屿川舟禾岑榆衍桥微漠谷原棠泽洲蔚嵘湛翎辰硕"
TRADE_WORDS = {
    "电子信息": ("电子", "光电", "微电子", "数码", "显示技术"),
    "软件": ("软件", "信息系统", "网络科技", "数据"),
    "通信": ("通信", "通讯设备", "光通信", "无线技术"),
    "生物医药": ("生物", "医药", "基因技术", "医疗器械"),
    "新材料": ("新材料", "纳米材料", "高分子", "复合材料"),
    "新能源与环保": ("环保", "新能源", "节能", "水处理"),
    "先进制造": ("精密机械", "自动化", "激光设备", "智能装备"),
    "技术服务与贸易": ("科技贸易", "进出口", "技术服务", "国际贸易"),
    "金融投资": ("投资", "创业投资", "科技金融"),
}
SUFFIX = {
    "enterprise": ("股份有限公司", "集团有限公司", "有限公司", "科技股份有限公司"),
    "start_up": ("有限公司", "科技有限公司", "技术有限公司"),
    "trading": ("有限公司", "实业有限公司", "发展有限公司"),
}
RESEARCH = ("研究所", "研究院", "工程中心", "重点实验室")
SCHOOL = ("理工大学", "科技大学", "工业学院", "大学")
OLD_SUFFIX = ("实业有限公司", "科技开发公司", "技术开发有限公司", "实业发展公司")
ENGLISH_FIRST = (
    "Northvale",
    "Brackmoor",
    "Ostrello",
    "Kestrand",
    "Wynfell",
    "Halvorn",
    "Tarquist",
    "Merrowby",
    "Sundral",
    "Pellworth",
    "Quillmere",
    "Averdine",
    "Lumendahl",
    "Corvanto",
    "Drayholt",
    "Eskmoor",
    "Fennarch",
    "Grimsvale",
    "Hollandrel",
    "Istermark",
    "Jaskerby",
    "Kolvane",
    "Lindstad",
    "Morvane",
    "Nesterholm",
    "Orlanbeck",
    "Pryden",
    "Rothmoor",
    "Selvane",
    "Thornquay",
    "Ulverdin",
    "Vantrell",
    "Westrom",
    "Yarnfell",
    "Zellbrook",
)
ENGLISH_TRADE = {
    "电子信息": ("Electronics", "Displays", "Semiconductors"),
    "软件": ("Software", "Data Systems"),
    "通信": ("Telecom", "Photonics", "Wireless"),
    "生物医药": ("Biotech", "Medical"),
    "新材料": ("Materials", "Polymers"),
    "新能源与环保": ("Energy", "Water Technologies"),
    "先进制造": ("Automation", "Laser", "Precision"),
    "技术服务与贸易": ("Trading", "Technology Services"),
    "金融投资": ("Capital", "Ventures"),
}
ENGLISH_SUFFIX = ("Ltd.", "Inc.", "GmbH", "Co., Ltd.", "Corp.", "AB", "Pty Ltd")
ACCOUNT_OWNERS = ("何雅文", "罗思远", "邓可欣", "谭嘉明", "方书宁", "苏一鸣", "蒋若兰", "薛景行")

PRAISE = (
    "{item}比往届有明显进步，希望继续保持。",
    "对{item}比较满意，总体感觉良好。",
    "{item}做得不错，我们的客户也有好评。",
    "今年的{item}超出预期。",
)
BLAME = (
    "{item}还需改进，{reason}。",
    "建议组委会重视{item}，{reason}。",
    "{item}不太理想，{reason}，希望下届有所改善。",
    "最不满意的是{item}：{reason}。",
)
# What the general sentences are about: the items they name, else a theme that no item covers.
GENERAL_THEMES = {
    "希望多邀请专业买家，减少参观人流中的闲散人员。": ("观众邀请", "观众质量"),
    "建议延长专业观众日，方便洽谈。": ("专业观众日",),
    "展会效果总体不错，期待下届合作。": (),
    "参展费用偏高，希望对老客户有优惠。": ("参展费用",),
    "希望会后提供观众数据，便于跟进。": ("观众数据",),
    "同类展会越来越多，建议突出特色。": ("同类展会",),
}
GENERAL = tuple(GENERAL_THEMES)
REASONS = {
    "观众质量": ("闲逛的人太多，真正的买家少", "专业观众比例偏低"),
    "展品水平": ("同类展品重复较多", "高新技术含量不够突出"),
    "行业覆盖": ("上下游企业来得不全", "我们这个行业展商太少"),
    "证件办理": ("手续繁琐，来回跑了几趟", "审核时间太长"),
    "领证排队": ("排队近一个小时", "窗口太少，早上非常拥挤"),
    "布展撤展服务": ("撤展时间太短", "搬运收费不透明"),
    "咨询服务": ("问讯处说法不一", "电话经常打不通"),
    "现场秩序": ("通道被占用", "最后一天秩序比较混乱"),
    "空调通风": ("下午馆内闷热", "我们展位附近通风很差"),
    "展馆设施": ("网络和电源接口不足", "洗手间指引不清"),
    "交通停车": ("停车位不够", "散场时打不到车"),
    "餐饮供应": ("价格高、品种少", "中午排队时间长"),
    "酒店住宿": ("推荐酒店离展馆太远", "展会期间房价涨得厉害"),
    "商务服务": ("复印传真等候太久", "翻译人员不足"),
    "高层论坛": ("时间与展览冲突", "内容偏宏观，针对性不强"),
    "项目对接会": ("匹配的项目不对口", "洽谈时间太短"),
    "专场发布会": ("场地偏僻，听众少", "档期安排太紧"),
    "开幕式": ("时间过长，影响接待客户", "入场管制太久"),
    "欢迎酒会": ("名额太少", "缺少与同行交流的安排"),
    "网站内容": ("更新不及时", "英文内容太少"),
    "网上报名": ("系统经常出错", "填写的内容太多"),
    "网上展厅": ("访问速度慢", "产品图片上传不了"),
    "媒体宣传": ("行业媒体太少", "对中小展商报道不足"),
    "观众邀请": ("外地买家邀请不够", "没有看到承诺的采购团"),
    "海外推广": ("海外买家很少", "国外基本没有宣传"),
    "信息准确": ("公司电话印错了", "企业简介被删得太短"),
    "印刷质量": ("字太小", "图片偏色"),
}
COMPLAINT_TOPICS = (
    ("领证排队", "ticketing"),
    ("餐饮供应", "supporting_services"),
    ("空调通风", "venue_hardware"),
    ("交通停车", "venue_hardware"),
    ("布展撤展服务", "onsite_service"),
    ("现场秩序", "onsite_service"),
    ("观众质量", "professionalism"),
    ("观众邀请", "promotion"),
    ("信息准确", "show_catalogue"),
    ("酒店住宿", "supporting_services"),
    ("网上报名", "website"),
    ("项目对接会", "special_events"),
)
CHANNELS = ("现场投诉台", "电话", "电子邮件", "客户经理", "问卷")
STATUSES = ("已办结", "处理中", "重新受理")
