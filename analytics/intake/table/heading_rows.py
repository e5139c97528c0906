"""Lines inside a table that head, name or end a part of it: section titles, page footers, the
types of the questions under the header.
"""

from __future__ import annotations

import re

import numpy as np

from analytics.intake.cells.rating import rating_words
from analytics.intake.cells.remark import Remarks
from analytics.intake.cells.text_keys import label_key
from analytics.intake.cells.vocabulary import any_part, vocabulary
from analytics.intake.file.coded_columns import Grid
from analytics.intake.file.page import Merge
from analytics.intake.table.column_looks import Looks, text_at

WORDS = vocabulary()["rows"]
TYPES = frozenset(label_key(word) for word in WORDS["question_types"])
BRACKETED = re.compile(r"[【〔\[《«〈(（=*■▼●◆★—–-]+.*|.*[】〕\]》»〉:：]+", re.DOTALL)
ENDS_SECTION = re.compile(rf".*{any_part(WORDS['section_endings'])}\s*[\d一二三四五六七八九十A-Z]*")
FOOTER = re.compile(
    r"[-—–\s]*(?:第\s*\d+\s*页|page\s+\d+|seite\s+\d+|\d+\s*/\s*\d+\s*页?|[-—–]\s*\d+\s*[-—–])"
    r"(?:\s*[,，/|·]?\s*(?:共\s*\d+\s*页|(?:of|von|/)\s*\d+))?[-—–\s]*",
    re.IGNORECASE,
)
MADE = re.compile(
    r"\s*(?:(?:打印|导出|列印|制表|生成|匯出)(?:时间|日期|人|單位|单位)?\s*[:：].*"
    r"|(?:printed|exported|generated|created)\s+(?:on|by|at)\b.*|(?:gedruckt|erstellt)\s+am\b.*)",
    re.IGNORECASE,
)
SECTION_MARK = re.compile(
    r"[(（第]?\s*(?:[一二三四五六七八九十]+|[A-Za-z]|[IVXivx]+|[Ⅰ-Ⅻ①-⑳])\s*[)）部章]?\s*[、.．:：]?"
)
RARE = 0.3
MOST_TYPED = 0.6
MOSTLY_NUMBERED = 0.5
FEWEST_CELLS = 3


def without_headings(grid: Grid, merges: tuple[Merge, ...], remarks: Remarks) -> Grid:
    """The grid without section titles and page footers; each is said. A line of one cell that may
    be either is kept, and pointed out.
    """
    looks = Looks(grid)
    few = np.flatnonzero(looks.filled_cells <= 2).tolist()
    if looks.usual_cells < FEWEST_CELLS or len(few) > RARE * len(grid):
        return grid
    merged = {
        top + 1 for (top, left), (bottom, right) in merges if right - left > 1 and top == bottom
    }
    is_left = np.ones(len(grid), bool)
    for row in few:
        line, cells = grid[row]
        filled = [cell.strip() for cell in cells if cell.strip()]
        reason = _role(filled, line in merged) or _of_marks(looks, row)
        if reason:
            is_left[row] = False
            remarks.add(reason, line=line, value=" ".join(filled), is_left_out=True)
        elif len(filled) == 1 and any(looks.filled[place][row] for place in looks.text_columns):
            remarks.add("lone_cell", line=line, value=filled[0])
    return grid.rows(is_left)


def _role(filled: list[str], is_merged: bool) -> str:
    """'page_footer', 'section_row', or '' for what may be a record."""
    if any(FOOTER.fullmatch(text) or MADE.fullmatch(text) for text in filled):
        return "page_footer"
    if len(filled) > 1:
        return ""
    is_title = BRACKETED.fullmatch(filled[0]) or ENDS_SECTION.fullmatch(filled[0].casefold())
    return "section_row" if is_merged or is_title else ""


def _of_marks(looks: Looks, row: int) -> str:
    """'section_row' for a mark such as 一 or A in the column of numbers, a title beside it, and
    nothing further.
    """
    at = [place for place, mask in enumerate(looks.filled) if mask[row]]
    if len(at) != 2 or at[1] != at[0] + 1 or at[1] not in looks.text_columns:
        return ""
    numbers = looks.numbers(at[0])
    is_numbered = np.isfinite(numbers).sum() > MOSTLY_NUMBERED * looks.filled[at[0]].sum()
    mark = text_at(looks.grid.columns[at[0]], row)
    return "section_row" if is_numbered and SECTION_MARK.fullmatch(mark) else ""


def without_types(grid: Grid, remarks: Remarks) -> Grid:
    """The grid without a first row that says of which type the questions are, or describes them."""
    if len(grid) < FEWEST_CELLS:
        return grid
    line, cells = grid[0]
    filled = [cell.strip() for cell in cells if cell.strip()]
    typed = sum(label_key(text) in TYPES for text in filled)
    if typed < max(2, MOST_TYPED * len(filled)) and not _describes(grid, cells):
        return grid
    remarks.add("type_row", line=line, value=" ".join(filled), is_left_out=True)
    return grid.rows(np.arange(1, len(grid), dtype=np.int32))


def _describes(grid: Grid, cells: list[str]) -> bool:
    """Is a first row text in every column of values, and nowhere what somebody answered."""
    looks = Looks(grid)
    odd = [place for place, mask in looks.value_columns.items() if mask[0]]
    if len(odd) < 2 or any(looks.filled[place][0] for place in looks.value_columns.keys() - odd):
        return False
    texts = [cells[place].strip() for place in odd]
    rating = rating_words(texts)
    return sum(text in rating for text in texts) * 2 < len(texts)
