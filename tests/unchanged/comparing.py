"""Two folders of what was taken down, side by side: numbers to 1e-12, all else exactly."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NEAR = 1e-12
SHOWN = 160  # letters of a text that are printed, around the place where it differs


def differences(before: Path, after: Path) -> Iterator[str]:
    """A line for each difference: file, place in it, and what stood there before and after."""
    names = {
        folder: {file.relative_to(folder) for file in folder.rglob("*") if file.is_file()}
        for folder in (before, after)
    }
    for name in sorted(names[before] | names[after]):
        if name not in names[after]:
            yield f"{name.as_posix()}: lost"
        elif name not in names[before]:
            yield f"{name.as_posix()}: new"
        else:
            pair = [json.loads((folder / name).read_text("utf-8")) for folder in (before, after)]
            for place, text in of_values(*pair):
                yield f"{name.as_posix()}{place}: {text}"


def of_values(before: Any, after: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each place at which two contents of JSON differ, with how."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            if key not in after:
                yield f"{place}.{key}", f"lost: {_short(before[key])}"
            elif key not in before:
                yield f"{place}.{key}", f"new: {_short(after[key])}"
            else:
                yield from of_values(before[key], after[key], f"{place}.{key}")
        if list(before) != list(after) and set(before) == set(after):
            yield place, f"in another order: {list(before)} → {list(after)}"
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(before, after, place)
    elif not is_same(before, after):
        yield place, " → ".join(_around(before, after))


def _of_lists(before: list[Any], after: list[Any], place: str) -> Iterator[tuple[str, str]]:
    """Entry by entry. Of lists with another length only the first entry that differs is told."""
    has_moved = len(before) != len(after)
    if has_moved:
        yield place, f"{len(before)} entries → {len(after)} entries"
    for number, pair in enumerate(zip(before, after, strict=False)):
        inside = list(of_values(*pair, f"{place}[{number}]"))
        yield from inside
        if has_moved and inside:
            return


def is_same(before: Any, after: Any) -> bool:
    """Fractions may differ by rounding; whole numbers, texts and kinds of value may not."""
    if type(before) is not type(after):
        return False
    if isinstance(before, float):
        is_nan = math.isnan(before) and math.isnan(after)
        return is_nan or math.isclose(before, after, rel_tol=NEAR, abs_tol=NEAR)
    return bool(before == after)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _around(before: Any, after: Any) -> list[str]:
    """Both values; of long texts the part where they part."""
    texts = [json.dumps(value, ensure_ascii=False) for value in (before, after)]
    same = next((n for n, pair in enumerate(zip(*texts, strict=False)) if len(set(pair)) > 1), 0)
    start = max(0, same - SHOWN // 2)
    return [_cut(text, start) for text in texts]


def _cut(text: str, start: int) -> str:
    end = start + SHOWN
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
