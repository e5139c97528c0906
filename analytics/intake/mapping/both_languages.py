"""Labels of a file that speaks one language, given in the other too."""

from __future__ import annotations

from dataclasses import replace

from analytics.intake.cells.text_keys import label_key
from analytics.intake.mapping.column_use import ColumnUse, Mapping


def with_both_names(mapping: Mapping, names: dict[str, str]) -> Mapping:
    """The mapping with the missing name of each item filled in from Chinese -> English pairs."""
    to_english = {label_key(zh): en for zh, en in names.items()}
    to_chinese = {label_key(en): zh for zh, en in names.items()}

    def filled(use: ColumnUse) -> ColumnUse:
        zh = use.name_zh or to_chinese.get(label_key(use.name_en), "")
        return replace(
            use, name_zh=zh, name_en=use.name_en or to_english.get(label_key(use.name_zh), "")
        )

    return replace(mapping, columns=tuple(filled(use) for use in mapping.columns))
