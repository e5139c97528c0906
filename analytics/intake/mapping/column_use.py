"""What each column of a file means: made by `suggest`, settled by a person, sent to a colleague as
a JSON file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from analytics.edition_number import is_edition
from analytics.errors import Unreadable
from analytics.intake.cells.text_keys import label_key
from analytics.intake.mapping.doubt import WEIGHTS, Doubt

Target = Literal["field", "item", "importance", "expectation", "measure", "profile", "ignore"]
TARGETS: tuple[Target, ...] = get_args(Target)
DIRECTIONS = ("", "up", "down")
VERSION = 1
WHICH_YES, NO_DIRECTION, RATING_OR_NOT = "which_yes", "direction_unclear", "rating_or_not"
BLOCKING = frozenset(reason for reason, weight in WEIGHTS.items() if weight != "note")
APART = ("columns", "dimensions", "doubts", "agreed", "holds")


@dataclass(frozen=True)
class ColumnUse:
    """What one column means.

    `key` is a field's, a measure's or a profile field's key, or an item's id (made from dimension
    and name where empty). An importance or expectation without a name belongs to every item of its
    dimension. `missing` are codes that mean "no answer", `words` ratings of words the product does
    not know. `unit` is what a number is multiplied with (0: still to be said), `currency` what
    amounts are in where the title says so and not the header, `stand_sqm` the area of one standard
    stand (0: not said), `grouping` what parts thousands ('.' or ',', the other one comes before
    decimals), `choice` the answer that a column of ticks stands for (its `words` are unusual
    ticks), `wholes` answers that hold the separator. `form` says that an importance is a 'rank' (1
    is best) or a 'share' of points given out. `direction` is what a person
    says of a column that runs against the others: 'up' where the highest number is best, 'down'
    where the lowest is. `leaves_out` are values that leave their rows out ('*' is any value),
    `leaves_in` values of such a column that do not. `doubt` says why a suggestion is not sure; it
    is a question to a person and empty once answered. One of `BLOCKING` keeps the file out until
    then.
    """

    column: str
    target: Target = "ignore"
    key: str = ""
    dimension: str = ""
    name_zh: str = ""
    name_en: str = ""
    scale: tuple[float, float] | None = None
    is_reversed: bool = False
    missing: tuple[str, ...] = ()
    words: tuple[tuple[str, float], ...] = ()
    separator: str = ""
    date_order: str = ""
    unit: float = 1.0
    doubt: str = ""
    stand_sqm: float = 0.0
    choice: str = ""
    direction: str = ""
    currency: str = ""
    grouping: str = ""
    leaves_out: tuple[str, ...] = ()
    leaves_in: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    form: str = ""

    @property
    def is_rating(self) -> bool:
        return self.target in ("item", "importance", "expectation", "measure")

    @property
    def measure(self) -> str:
        """The measure that the column holds; '' for any other column."""
        return self.key if self.target == "measure" else ""

    @property
    def is_rated_alike(self) -> bool:
        """Is it an item or the overall rating: other measures have scales and ends of their own."""
        return self.target == "item" or self.measure == "overall"

    def to_json(self) -> dict[str, Any]:
        """Only what differs from the plain case, numbers without needless decimals, so that a
        person can read and write it.
        """
        plain = ColumnUse(self.column)
        values = {
            k: v
            for k, v in vars(self).items()
            if v != getattr(plain, k) or k in ("column", "target")
        }
        if self.scale:
            values["scale"] = [_whole(edge) for edge in self.scale]
        if self.words:
            values["words"] = {word: _whole(rating) for word, rating in self.words}
        numbers = {"unit": _whole(self.unit), "stand_sqm": _whole(self.stand_sqm)}
        return values | {name: number for name, number in numbers.items() if name in values}

    @classmethod
    def of(cls, values: dict[str, Any]) -> ColumnUse:
        if values.get("target", "ignore") not in TARGETS:
            raise Unreadable("mapping_target", {"target": str(values.get("target"))})
        known = {k: v for k, v in values.items() if k in cls.__dataclass_fields__}
        for name in ("missing", "wholes", "leaves_out", "leaves_in"):
            known[name] = tuple(str(text) for text in values.get(name, ()))
        known["words"] = tuple(
            (str(word), float(rating)) for word, rating in values.get("words", {}).items()
        )
        if values.get("scale"):
            low, high = values["scale"]
            known["scale"] = (float(low), float(high))
        if known.get("direction", "") not in DIRECTIONS:
            raise ValueError("direction")
        use = cls(**known)
        return replace(use, is_reversed=use.direction == "down") if use.direction else use


def _whole(number: float) -> float:
    return int(number) if float(number).is_integer() else number


@dataclass(frozen=True)
class Mapping:
    """What a file is and where it goes. `edition` is None where a column says it; `dimensions` are
    own ones (id, zh, en).

    `is_further` is what a person says of answers that look like those of an earlier file: they are
    other people's. `doubts` are those of several columns or of the file, `agreed` the keys of those
    that a person said yes to; `accepts_guesses` says yes to all that are guesses. `holds` says of a
    field that people wrote by hand what holds: 'country:file', 'region:hand'.
    """

    kind: str
    columns: tuple[ColumnUse, ...]
    fair_id: str = ""
    fair_zh: str = ""
    fair_en: str = ""
    edition: int | None = None
    year: int | None = None
    sheet: str = ""
    dimensions: tuple[tuple[str, str, str], ...] = field(default=())
    is_further: bool = False
    doubts: tuple[Doubt, ...] = ()
    agreed: tuple[str, ...] = ()
    accepts_guesses: bool = False
    holds: tuple[str, ...] = ()

    @property
    def held_fields(self) -> dict[str, str]:
        """Field -> 'file' or 'hand', whichever was said to hold."""
        return dict(pair for text in self.holds if len(pair := text.split(":")) == 2)

    def use(self, column: str) -> ColumnUse:
        """What a column means; ignored where nothing is said of it."""
        return next((use for use in self.columns if use.column == column), ColumnUse(column))

    def field_column(self, key: str) -> ColumnUse | None:
        """The column that holds a field."""
        return next(
            (column for column in self.columns if column.target == "field" and column.key == key),
            None,
        )

    def with_use(self, use: ColumnUse) -> Mapping:
        """The same mapping with one column's meaning changed."""
        columns = (use if column.column == use.column else column for column in self.columns)
        return replace(self, columns=tuple(columns))

    def completed(self, names: tuple[str, ...]) -> Mapping:
        """With every column of a file, the ignored ones too: what later files are recognised by."""
        mapped = {column.column for column in self.columns}
        return replace(
            self,
            columns=self.columns + tuple(ColumnUse(name) for name in names if name not in mapped),
        )

    def with_both_names(self, names: dict[str, str]) -> Mapping:
        """With the missing name of each item filled in from Chinese -> English pairs."""
        to_english = {label_key(zh): en for zh, en in names.items()}
        to_chinese = {label_key(en): zh for zh, en in names.items()}
        columns = []
        for use in self.columns:
            zh = use.name_zh or to_chinese.get(label_key(use.name_en), "")
            en = use.name_en or to_english.get(label_key(use.name_zh), "")
            columns.append(replace(use, name_zh=zh, name_en=en))
        return replace(self, columns=tuple(columns))

    def nameless(self) -> Mapping:
        """Without the fair's names, which the store keeps elsewhere and a person may change."""
        return replace(self, fair_zh="", fair_en="")

    def settled(self) -> Mapping:
        """Without doubts: what a person confirmed, and what the import history keeps."""
        return replace(
            self,
            columns=tuple(replace(column, doubt="") for column in self.columns),
            doubts=(),
            agreed=tuple(dict.fromkeys((*self.agreed, *(doubt.key for doubt in self.doubts)))),
            accepts_guesses=False,
        )

    def agreed_to(self, doubt: Doubt) -> Mapping:
        """The same mapping after a person said that what one doubt suggests is right."""
        rest = tuple(other for other in self.doubts if other != doubt)
        return replace(self, doubts=rest, agreed=(*self.agreed, doubt.key))

    def as_read(self) -> Mapping:
        """What it makes of a file, whoever agreed to what: two that are alike read alike."""
        return replace(self.nameless(), doubts=(), agreed=(), accepts_guesses=False, holds=())

    def dumps(self) -> str:
        """The JSON text that can be sent to a colleague and given to the command line."""
        head = {
            k: v for k, v in vars(self).items() if k not in APART and v not in ("", None, False)
        }
        if self.doubts:
            head["doubts"] = [doubt.to_json() for doubt in self.doubts]
        if self.agreed:
            head["agreed"] = list(self.agreed)
        if self.holds:
            head["holds"] = list(self.holds)
        dimensions = [{"id": i, "zh": zh, "en": en} for i, zh, en in self.dimensions]
        columns = [column.to_json() for column in self.columns]
        whole = {"version": VERSION} | head | {"dimensions": dimensions, "columns": columns}
        return json.dumps(whole, ensure_ascii=False, indent=1)

    @classmethod
    def loads(cls, text: str) -> Mapping:
        """Raises Unreadable where the text is no mapping of this version."""
        try:
            whole = json.loads(text)
            columns = tuple(ColumnUse.of(column) for column in whole["columns"])
            dimensions = tuple(
                (d["id"], d.get("zh", ""), d.get("en", "")) for d in whole.get("dimensions", ())
            )
            head = {k: whole[k] for k in cls.__dataclass_fields__ if k in whole and k not in APART}
            mapping = cls(
                columns=columns,
                dimensions=dimensions,
                doubts=tuple(Doubt.of(doubt) for doubt in whole.get("doubts", ())),
                agreed=tuple(map(str, whole.get("agreed", ()))),
                holds=tuple(map(str, whole.get("holds", ()))),
                **head,
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unreadable("mapping_file", {"problem": type(error).__name__}) from error
        if mapping.edition is not None and not is_edition(mapping.edition):
            raise Unreadable("mapping_target", {"target": str(mapping.edition)})
        if whole.get("version", VERSION) != VERSION:
            raise Unreadable("mapping_version", {"version": str(whole["version"])})
        return mapping
