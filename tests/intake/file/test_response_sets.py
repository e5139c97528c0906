"""Variables that an SPSS file declares to be the answers to one question are read as that."""

from __future__ import annotations

import struct
from pathlib import Path

import pandas as pd
import pyreadstat

from analytics.intake.file.spss import read_spss

END_OF_DICTIONARY = struct.pack("<ii", 999, 0)


def saved(folder: Path, sets: str) -> Path:
    """Three ticks, two mentions and a declaration of sets, in the format of the SPSS manual."""
    answers = {
        "web": [1.0, 0.0, 1.0, None],
        "mail": [0.0, 1.0, 1.0, None],
        "first": [1.0, 2.0, 1.0, 2.0],
        "second": [2.0, None, None, 1.0],
    }
    labels = {1.0: "Price", 2.0: "Service"}
    path = folder / "sets.sav"
    pyreadstat.write_sav(
        pd.DataFrame(answers),
        str(path),
        column_labels=["Website", "E-mail", "First reason", "Second reason"],
        variable_value_labels={"first": labels, "second": labels},
    )
    data, text = path.read_bytes(), sets.encode()
    record = struct.pack("<iiii", 7, 7, 1, len(text)) + text
    path.write_bytes(data.replace(END_OF_DICTIONARY, record + END_OF_DICTIONARY, 1))
    return path


def test_dichotomies_are_ticks_under_one_question(tmp_path: Path) -> None:
    path = saved(tmp_path, "$heard=D1 1 12 How heard of web mail\n")
    (_, header), *rows = read_spss(path).rows
    assert header[:2] == ["How heard of: Website", "How heard of: E-mail"]
    assert [cells[:2] for _, cells in rows] == [["1", "0"], ["0", "1"], ["1", "1"], ["", ""]]


def test_mentions_are_one_question_with_several_answers(tmp_path: Path) -> None:
    path = saved(tmp_path, "$why=C 12 Why you came first second\n")
    file = read_spss(path)
    assert (file.rows[0][1][2:], file.names) == (["Why you came"], ("web", "mail", "first"))
    assert [cells[2] for _, cells in file.rows[1:]] == [
        "Price┋Service",
        "Service",
        "Price",
        "Service┋Price",
    ]
