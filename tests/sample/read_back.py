"""Reads the demo fair's files back from disk in plain pandas, without the product's own import."""

from __future__ import annotations

import io
import unicodedata
from functools import cache
from pathlib import Path

import pandas as pd

FOLDER = Path(__file__).parents[2] / "data" / "sample"
ORDINALS = ("第一届", "第二届", "第三届", "第四届", "第五届", "第六届", "第七届", "第八届")
NUMBER_OF = {ordinal: number for number, ordinal in enumerate(ORDINALS, start=1)}
SATISFIED = {"非常不满意": 1, "不满意": 2, "一般": 3, "满意": 4, "非常满意": 5}
PLAIN = {"5、您对本届展会的总体满意度": "总体满意度"}


def text_of(path: Path) -> str:
    """A text file in the encoding its year is known for."""
    raw = path.read_bytes()
    if raw.startswith(b"\xff\xfe"):
        return raw.decode("utf-16")
    return raw.decode(
        "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") or "06_" in path.name else "gb18030"
    )


def cells(path: Path, header: int | None = None) -> pd.DataFrame:
    """Every cell as text."""
    if path.suffix == ".xlsx":
        return pd.read_excel(
            path, header=header, dtype=str, engine="calamine", keep_default_na=False
        )
    separator = "\t" if "05_" in path.name else ","
    return pd.read_csv(
        io.StringIO(text_of(path)), sep=separator, header=header, dtype=str, keep_default_na=False
    )


def key(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


@cache
def register() -> pd.DataFrame:
    return cells(FOLDER / "02_参展商名录.xlsx", header=1)


@cache
def code_of() -> dict[str, str]:
    """Name or former name -> code."""
    known = register()
    now = dict(zip(known["企业名称"].map(key), known["展商编号"], strict=True))
    former = known[known["曾用名"] != ""]
    return now | dict(zip(former["曾用名"].map(key), former["展商编号"], strict=True))


def resolved(rows: pd.DataFrame) -> pd.Series:
    """The code of each row: its own, else by name, else blank."""
    by_name = rows["企业名称"].map(key).map(code_of()).fillna("") if "企业名称" in rows else ""
    return (
        rows["展商编号"].where(rows["展商编号"] != "", by_name) if "展商编号" in rows else by_name
    )


@cache
def participations() -> pd.DataFrame:
    rows = cells(FOLDER / "03_参展记录.csv", header=0)
    return rows.assign(edition=rows["届次"].map(NUMBER_OF), code=resolved(rows))


@cache
def present(edition: int) -> set[str]:
    rows = participations()
    return set(rows.loc[rows["edition"] == edition, "code"])


@cache
def before(edition: int) -> pd.Series:
    """How many earlier editions each exhibitor had come to."""
    rows = participations()
    return rows[rows["edition"] < edition].groupby("code").size()


@cache
def survey(edition: int) -> pd.DataFrame:
    """One edition's answers under plain column names, ratings as numbers, `code` added."""
    path = FOLDER / f"04_参展商调查_{ORDINALS[edition - 1]}.{'xlsx' if edition == 6 else 'csv'}"
    rows = cells(path, header=1 if edition == 6 else 0)
    rows.columns = [
        PLAIN.get(name, name.rsplit("：", 1)[-1].rsplit("、", 1)[-1]) for name in rows.columns
    ]
    for name in [*item_columns(rows), "总体满意度"]:
        rows[name] = pd.to_numeric(rows[name].replace(SATISFIED), errors="coerce")
    return rows.assign(code=resolved(rows))


def item_columns(rows: pd.DataFrame) -> list[str]:
    return [name for name in rows.columns if "-" in name and "（" not in name]


def dimension_scores(edition: int) -> pd.DataFrame:
    """Respondent × dimension: the mean of the items he answered."""
    rows = survey(edition)
    columns = item_columns(rows)
    by_dimension: dict[str, list[str]] = {}
    for name in columns:
        by_dimension.setdefault(name.split("-")[0], []).append(name)
    return pd.DataFrame(
        {dimension: rows[items].mean(axis=1) for dimension, items in by_dimension.items()}
    )


def alpha(items: pd.DataFrame) -> float:
    """Cronbach's alpha of complete rows."""
    full = items.dropna()
    count = full.shape[1]
    return float(count / (count - 1) * (1 - full.var().sum() / full.sum(axis=1).var()))
