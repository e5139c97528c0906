"""How many texts name each theme, and each dimension, now and before.

Method: Wilson's interval, Newcombe's difference, Holm over all lines shown. Assumption: texts are
independent, a text counts once a theme. Source: as in `analytics.stats.proportion`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import nan
from typing import TYPE_CHECKING

from analytics.stats.multiplicity import holm
from analytics.stats.proportion import Proportion, ProportionDifference, newcombe, wilson
from analytics.stats.suppression import NEVER_BELOW
from analytics.wording import Name

if TYPE_CHECKING:
    import pandas as pd

    from analytics.comments.written import Written


@dataclass(frozen=True, slots=True)
class Pair:
    """The edition looked at, and the one before it."""

    focus: str
    before: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A theme or dimension. `tones`: texts that complain, praise, only mention. `then` and `change`
    are None without an edition before, or where one to four texts named it there.
    """

    key: str
    name: Name
    dimension: str
    now: Proportion
    tones: tuple[int, int, int]
    then: Proportion | None
    change: ProportionDifference | None
    p: float = nan

    @property
    def count(self) -> int:
        return int(self.now.count)


@dataclass(frozen=True, slots=True)
class Counted:
    """`lines` from the most named down; `texts` and `texts_before` are all that was written,
    `in_any` those that name some theme. `hidden` were named by one to four.
    """

    lines: tuple[Line, ...]
    texts: int
    texts_before: int
    in_any: int
    hidden: tuple[Name, ...]


def count_themes(written: Written, source: str, pair: Pair) -> Counted:
    """Lines of every theme that at least five texts name."""
    names = {theme.key: (theme.name, theme.dimension) for theme in written.dictionary.themes}
    return _counted(written, source, pair, written.named.assign(key=written.named["theme"]), names)


def count_dimensions(
    written: Written, source: str, pair: Pair, dimensions: Mapping[str, Name]
) -> Counted:
    """Lines of every dimension, a text once however many of its themes it names."""
    places = {theme.key: theme.dimension for theme in written.dictionary.themes}
    named = written.named.assign(key=written.named["theme"].map(places))
    names = {
        key: (dimensions.get(key, Name(key, key)), key) for key in dict.fromkeys(places.values())
    }
    return _counted(written, source, pair, named, names)


def _counted(
    written: Written,
    source: str,
    pair: Pair,
    named: pd.DataFrame,
    names: Mapping[str, tuple[Name, str]],
) -> Counted:
    texts = written.texts[written.texts["source"] == source]
    now, then = (
        texts.index[texts["edition_id"] == edition] for edition in (pair.focus, pair.before)
    )
    own = named[named["text"].isin(now)]
    counts = own.groupby("key")["text"].nunique()
    earlier = named[named["text"].isin(then)].groupby("key")["text"].nunique()
    tones = _tones(own)
    lines, hidden = [], []
    for key, (name, dimension) in names.items():
        count = int(counts.get(key, 0))
        if count >= NEVER_BELOW:
            share = wilson(count, len(now))
            before = _before(int(earlier.get(key, 0)), len(then)) if pair.before else None
            change = newcombe(share, before) if before else None
            lines.append(Line(key, name, dimension, share, tones[key], before, change))
        elif count:
            hidden.append(name)
    adjusted = holm([line.change.p if line.change else nan for line in lines]).p
    with_p = [replace(line, p=float(p)) for line, p in zip(lines, adjusted, strict=True)]
    ranked = tuple(sorted(with_p, key=lambda line: -line.now.count))
    return Counted(ranked, len(now), len(then), int(own["text"].nunique()), tuple(hidden))


def _before(count: int, texts: int) -> Proportion | None:
    """None where one to four texts named it, or fewer than five were written."""
    is_small = 0 < count < NEVER_BELOW or texts < NEVER_BELOW
    return None if is_small else wilson(count, texts)


def _tones(named: pd.DataFrame) -> dict[str, tuple[int, int, int]]:
    """Texts that complain of a theme, else praise it, else mention it."""
    import pandas as pd

    if named.empty:
        return {}
    order = pd.CategoricalDtype(["complaint", "praise", "mention"], ordered=True)
    loudest = named.assign(tone=named["tone"].astype(order)).groupby(["key", "text"])["tone"].min()
    table = loudest.reset_index().groupby(["key", "tone"], observed=False).size().unstack()
    return {
        str(key): (int(row.iloc[0]), int(row.iloc[1]), int(row.iloc[2]))
        for key, row in table.iterrows()
    }
