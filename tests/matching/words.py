"""Words that invented companies are put together from. The second half of each list serves only the seed nobody tunes on.

Places are (province, city, districts); trades are (Chinese, English, a shorter way of saying it or nothing).
"""

from __future__ import annotations

PLACES = (
    ("广东", "广州", ("番禺", "白云", "花都")), ("广东", "深圳", ("宝安", "龙岗", "南山")),
    ("广东", "佛山", ("顺德", "南海", "禅城")), ("广东", "东莞", ("虎门镇", "长安镇", "厚街镇")),
    ("广东", "中山", ("古镇镇", "小榄镇")), ("广东", "汕头", ("澄海", "潮南")),
    ("浙江", "宁波", ("慈溪市", "余姚市", "鄞州")), ("浙江", "杭州", ("萧山", "余杭")),
    ("浙江", "温州", ("瑞安市", "乐清市")), ("浙江", "义乌", ()), ("浙江", "永康", ()),
    ("江苏", "苏州", ("吴中", "昆山市", "太仓市")), ("江苏", "无锡", ("江阴市", "宜兴市")),
    ("江苏", "南京", ("江宁", "浦口")), ("", "上海", ("浦东新区", "松江", "嘉定")), ("", "北京", ("海淀", "朝阳")),
    ("福建", "厦门", ("集美", "同安")), ("福建", "泉州", ("晋江市", "石狮市")), ("山东", "青岛", ("城阳", "即墨")),
    ("", "天津", ("武清", "静海")),
    ("福建", "福州", ("仓山", "福清市")), ("山东", "烟台", ("莱州市", "龙口市")), ("河北", "石家庄", ("正定县",)),
    ("河南", "郑州", ("金水", "巩义市")), ("湖北", "武汉", ("汉阳", "洪山")), ("湖南", "长沙", ("浏阳市", "岳麓")),
    ("四川", "成都", ("双流", "龙泉驿")), ("", "重庆", ("江北", "渝北")), ("安徽", "合肥", ("肥西县",)),
    ("江西", "景德镇", ()), ("辽宁", "大连", ("金州", "旅顺")), ("陕西", "西安", ("雁塔",)),
    ("浙江", "绍兴", ("柯桥", "诸暨市")), ("浙江", "台州", ("黄岩", "温岭市")), ("江苏", "南通", ("通州", "海门")),
    ("江苏", "扬州", ("江都", "仪征市")), ("广东", "潮州", ("枫溪",)), ("广东", "江门", ("新会", "开平市")),
    ("河北", "安平", ()), ("浙江", "海宁", ()),
)
FIRST = (
    "华新金鑫宏盛达恒永兴东天明海康嘉佳美富利信诚瑞泰润德百宝凯光"
    + "锦鸿骏亿万和顺隆昌祥威联创奥博飞腾科博雅卓伟力志远"
)
SECOND = (
    "辉强达丰源泰盛发隆龙宇星阳利成业通联兴邦尔威美力源昌润安" + "晖凯诺特锐迪凌拓翔鹏骏杰铭峰瑞祺芯悦彩虹桥湾帆岛岳衡"
)
THIRD = "斯尔特达克迪宝" + "莱姆伦诺"
HOMOPHONES = {
    "辉": "晖", "明": "铭", "宏": "鸿", "恒": "衡", "达": "答", "丰": "峰", "源": "元", "泰": "太", "盛": "胜", "佳": "嘉",
    "华": "桦", "鑫": "新", "宇": "雨", "兴": "星", "阳": "洋", "利": "力", "成": "诚", "润": "闰", "德": "得", "诚": "成",
    "新": "欣", "金": "锦", "信": "芯", "康": "慷", "海": "亥", "美": "镁", "瑞": "锐", "宝": "保", "凯": "铠", "光": "广",
    "强": "墙", "发": "法", "隆": "龙", "龙": "隆", "业": "叶", "通": "同", "联": "莲", "邦": "帮", "威": "葳", "力": "利",
    "昌": "倡", "安": "鞍", "锦": "金", "鸿": "宏", "骏": "俊", "亿": "易", "和": "合", "顺": "舜", "祥": "翔", "创": "闯",
    "奥": "澳", "博": "勃", "飞": "菲", "腾": "藤", "科": "柯", "雅": "亚", "卓": "桌", "伟": "纬", "志": "智", "远": "苑",
    "晖": "辉", "锐": "瑞", "诺": "糯", "特": "忒", "迪": "狄", "翔": "祥", "鹏": "朋", "杰": "洁", "铭": "明", "峰": "锋",
}
TRADES = (
    ("五金制品", "Hardware", "五金"), ("电子", "Electronics", ""), ("玩具", "Toys", ""), ("灯饰", "Lighting", ""),
    ("家用电器", "Home Appliances", "电器"), ("纺织品", "Textile", "纺织"), ("塑料制品", "Plastic Products", "塑料"),
    ("进出口", "Import & Export", ""), ("国际贸易", "International Trading", "贸易"), ("服装", "Garments", ""),
    ("家具", "Furniture", ""), ("陶瓷", "Ceramics", ""), ("工艺品", "Arts & Crafts", "工艺"),
    ("机械设备", "Machinery Equipment", "机械"), ("汽车配件", "Auto Parts", "汽配"),
    ("电子科技", "Electronic Technology", "电子"), ("文具", "Stationery", ""), ("鞋业", "Shoes", ""),
    ("箱包", "Luggage", ""), ("化工", "Chemical", ""), ("食品", "Foods", ""), ("医疗器械", "Medical Instruments", ""),
    ("建材", "Building Materials", ""), ("轴承", "Bearings", ""), ("石材", "Stone", ""),
    ("不锈钢制品", "Stainless Steel Products", "不锈钢"), ("工具", "Tools", ""), ("钟表", "Watch & Clock", ""),
    ("光电科技", "Optoelectronic Technology", "光电"), ("新能源", "New Energy", ""),
    ("智能装备", "Intelligent Equipment", "智能"), ("厨具", "Kitchenware", ""), ("眼镜", "Optical", ""),
    ("包装材料", "Packaging Materials", "包装"), ("渔具", "Fishing Tackle", ""), ("自行车", "Bicycle", ""),
    ("电机", "Motor", ""), ("生物医药", "Biomedicine", "医药"), ("茶叶", "Tea", ""),
    ("皮革制品", "Leather Products", "皮革"), ("软件技术", "Software Technology", "软件"),
    ("园林工具", "Garden Tools", "园林"), ("阀门", "Valve", ""), ("电线电缆", "Wire & Cable", "电缆"),
    ("宠物用品", "Pet Products", "宠物"), ("卫浴", "Sanitary Ware", ""), ("印刷", "Printing", ""),
    ("模具", "Mould", ""),
)
ABROAD_FIRST = (
    "Northvale", "Brackmoor", "Ostrello", "Kestrand", "Wynfell", "Halvorn", "Tarquist", "Merrowby", "Sundral", "Pellworth",
    "Müller & Sohn", "Société Lavaud", "Fratelli Corso", "Tanaka", "Hyunsung", "Van der Meer", "Ángel Ruiz", "Patel Brothers",
    "Golden Dragon", "Pacific Rim", "Lion", "Sunrise", "Delta", "A.B.C.", "Alfa 2000", "K2", "J. Smith", "Blue River",
    "Quillmere", "Averdine", "Lumendahl", "Corvanto", "Drayholt", "Eskmoor", "Fennarch", "Grimsvale", "Hollandrel", "Istermark",
    "Größner", "Établissements Morel", "Industrias Peña", "Yamamoto", "Daewon", "O'Connor", "Silva e Filhos", "Singh & Sons",
    "Eastern Star", "Mega Power", "Falcon", "Phoenix", "Omega", "T.K.S.", "Studio 54", "3D", "R. Kaplan", "Red Maple",
)
ABROAD_TRADE = (
    "Electronics", "Software", "Energy", "Trading", "Machinery", "Textiles", "Foods", "Furniture", "Chemicals", "Medical",
    "Toys", "Lighting", "Optics", "Steel", "International Trading",
    "Automation", "Polymers", "Ceramics", "Jewellery", "Robotics", "Packaging", "Tools", "Logistics", "Instruments", "Glass",
    "Technology", "Industries", "Manufacturing", "Import Export", "Engineering",
)
ABROAD_FORM = (
    "Ltd.",
    "Inc.",
    "GmbH",
    "Co., Ltd.",
    "Corporation",
    "S.A.",
    "S.p.A.",
    "B.V.",
    "AB",
    "Pty Ltd",
    "LLC",
    "AG",
)
DEPARTMENTS = ("出口部", "外贸部", "国际业务部", "销售部", "市场部", "展览部")
BRANCHES = ("{city}分公司", "（{city}分公司）", "{city}办事处", "驻{city}办事处", "{city}市分公司", " {city}代表处")
ABROAD_BRANCHES = (
    " {city} Branch", " ({city} Branch)", " - {city} Representative Office", " {city} Rep. Office", ", {city} Office",
)
ABROAD_CITIES = ("Shanghai", "Beijing", "Hong Kong", "Guangzhou", "Singapore", "London")


def half(words: tuple | str, held_out: bool) -> tuple | str:
    """The words this seed may use: the first half, or for the held-out seed the second."""
    middle = len(words) // 2
    return words[middle:] if held_out else words[:middle]
