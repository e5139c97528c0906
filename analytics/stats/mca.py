"""Who answers alike? Multiple correspondence analysis: a map of answers.

Method: eigenvalues of the standardised Burt table (all two-way tables of the questions), the same
map as that of the indicator matrix; principal coordinates, contributions, cos², v-tests, η² by
question. Respondents are placed from their answers by the transition formula. Assumption: every
respondent gave one answer to every question ("no answer" is an answer of its own, or the respondent
is left out). Active categories hold at least 5% of them, and the outcome is not among them. Source:
Benzécri 1979; Greenacre 2017; Le Roux & Rouanet 2010; Husson, Lê & Pagès 2017.

Axis signs are a convention: the category that contributes most lies on the positive side; the first
of those that contribute equally. Shares of inertia worth showing: `mca_inertia.py`; more categories
on the map: `mca_supplement.py`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray, matrix

RARE = 0.05
NO_INERTIA = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Mca:
    """Categories × axes, categories question by question. `sizes`: categories per question;
    `counts`: their answers.

    `eigenvalues` are all of them, the arrays hold the first axes only. `contributions` sum to 1 per
    axis; `cos2` 0–1; `v` beyond ±1.96 lies off the centre by more than chance; `eta2` is questions
    × axes.
    """

    n: float
    sizes: tuple[int, ...]
    counts: FloatArray
    eigenvalues: FloatArray
    coordinates: FloatArray
    contributions: FloatArray
    cos2: FloatArray
    v: FloatArray
    eta2: FloatArray

    @property
    def questions(self) -> int:
        """How many questions made the map."""
        return len(self.sizes)

    @property
    def axes(self) -> int:
        """How many axes the arrays hold."""
        return int(self.coordinates.shape[1])

    @property
    def total_inertia(self) -> float:
        """Categories per question, less 1."""
        return self.counts.size / self.questions - 1


def mca(burt: npt.ArrayLike, sizes: npt.ArrayLike, axes: int = 5) -> Mca:
    """From the Burt table (categories × categories, answers on the diagonal) and the number of
    categories by question.

    ValueError when the table is not one, or a category has no answers.
    """
    table, size = _checked(burt, sizes)
    counts, questions = np.diag(table), size.size
    n = float(counts.sum()) / questions
    root = np.sqrt(counts)
    trivial = np.outer(root, root) / (n * questions)
    values, vectors = np.linalg.eigh(table / questions / np.outer(root, root) - trivial)
    values, vectors = values[::-1][: counts.size - questions], vectors[:, ::-1]
    eigenvalues = values[values > NO_INERTIA]
    held = min(axes, eigenvalues.size)
    contributions = vectors[:, :held] ** 2
    sides = signs_of(vectors[:, :held], contributions)
    coordinates = (
        vectors[:, :held]
        * sides
        * np.sqrt(eigenvalues[:held])
        / np.sqrt(counts / (n * questions))[:, None]
    )
    cos2, v = quality(coordinates, counts, n)
    starts = np.concatenate([[0], np.cumsum(size)[:-1]])
    eta2 = np.add.reduceat(counts[:, None] * coordinates**2, starts) / n
    return Mca(
        n, tuple(size.tolist()), counts, eigenvalues, coordinates, contributions, cos2, v, eta2
    )


def quality(coordinates: FloatArray, counts: FloatArray, n: float) -> tuple[FloatArray, FloatArray]:
    """cos² and v-tests of categories × axes chosen by `counts` of n; NaN for a category of
    everybody or nobody.
    """
    everywhere = (counts >= n) | (counts <= 0)
    known = np.where(everywhere, np.nan, counts)[:, None]
    return coordinates**2 / (n / known - 1), coordinates * np.sqrt(known * (n - 1) / (n - known))


def row_coordinates(answer_map: Mca, answers: npt.ArrayLike) -> FloatArray:
    """Patterns × axes, from patterns × questions: answers numbered 0, 1, … within each question."""
    columns = _columns(answers, answer_map.sizes)
    scale = answer_map.questions * np.sqrt(answer_map.eigenvalues[: answer_map.axes])
    return np.asarray(answer_map.coordinates[columns].sum(axis=1) / scale)


def signs_of(vectors: FloatArray, contributions: FloatArray) -> FloatArray:
    """1 or -1 per axis, so that the category contributing most comes out positive."""
    nearly_most = contributions >= contributions.max(axis=0, initial=0.0) * (1 - 1e-6)
    leading = np.argmax(nearly_most, axis=0)
    return np.where(vectors[leading, np.arange(vectors.shape[1])] < 0, -1.0, 1.0)


def _columns(answers: npt.ArrayLike, sizes: tuple[int, ...]) -> IntArray:
    codes = np.asarray(answers, dtype=np.int64)
    if codes.ndim != 2 or codes.shape[1] != len(sizes):
        raise ValueError(
            f"answers must be patterns × {len(sizes)} questions, not of shape {codes.shape}"
        )
    if (codes < 0).any() or (codes >= np.array(sizes)).any():
        raise ValueError(
            "answers must be numbered from 0 within each question, without gaps for missing ones"
        )
    return np.asarray(codes + np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64))


def _checked(burt: npt.ArrayLike, sizes: npt.ArrayLike) -> tuple[FloatArray, IntArray]:
    table, size = matrix(burt, "burt"), np.asarray(sizes, dtype=np.int64)
    if (
        table.shape != (size.sum(), size.sum())
        or (size < 1).any()
        or not np.allclose(table, table.T)
    ):
        raise ValueError(
            f"burt must be symmetric over {size.sum()} categories, not of shape {table.shape}"
        )
    counts = np.diag(table)
    if (counts <= 0).any():
        raise ValueError("every category needs answers: leave out or merge the empty ones")
    blocks = np.add.reduceat(table, np.concatenate([[0], np.cumsum(size)[:-1]]), axis=1)
    if not np.allclose(blocks, counts[:, None]):
        raise ValueError("every respondent must have one answer to every question")
    return table, size
