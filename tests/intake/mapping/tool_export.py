"""An exhibitor survey as a survey tool exports it."""

from __future__ import annotations

from tests.intake.files import csv_text

SURVEY = csv_text(
    "序号,提交答卷时间,来自IP,1、展商编号,2、场馆硬件-空调通风,3、餐饮价格,4、您的身份,5、"
    "了解渠道,6、总体满意度,7、您的意见和建议",
    *(
        f"{n},2006/10/14"
        f" 09:31:01,1.2.3.4,E{n},{n % 5 + 1},{(n + 1) % 5 + 1},{'新展商' if n % 2 else '老展商'},"
        f"{'官网┋媒体' if n % 3 else '推荐┋官网'},{n % 5 + 1},意见{n}"
        for n in range(20)
    ),
)
