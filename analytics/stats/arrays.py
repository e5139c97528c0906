"""What may come in: checked NumPy arrays, so that every method can trust its input.

Method: shapes and lengths are checked once, here; values are turned into floats, missing values
into NaN. Assumption: none. Source: none needed.
"""

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


def vector(values: npt.ArrayLike, name: str) -> FloatArray:
    """One-dimensional floats. ValueError when the shape is another."""
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 1:
        raise ValueError(f"{name} must be one-dimensional, not of shape {array.shape}")
    return array


def vectors(**named: npt.ArrayLike) -> list[FloatArray]:
    """Several one-dimensional arrays of the same length, in the order given."""
    arrays = [vector(values, name) for name, values in named.items()]
    if len({array.size for array in arrays}) > 1:
        lengths = ", ".join(
            f"{name} {array.size}" for name, array in zip(named, arrays, strict=True)
        )
        raise ValueError(f"lengths must agree: {lengths}")
    return arrays


def matrix(values: npt.ArrayLike, name: str) -> FloatArray:
    """Rows × columns of finite floats. ValueError otherwise."""
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 2 or 0 in array.shape:
        raise ValueError(f"{name} must be rows × columns and not empty, not of shape {array.shape}")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must have no missing or infinite values")
    return array


def labels(values: npt.ArrayLike, name: str) -> IntArray:
    """One-dimensional group labels as 0, 1, … in the order of their sorted values."""
    array = np.asarray(values)
    if array.ndim != 1 or array.size == 0:
        raise ValueError(
            f"{name} must be one-dimensional and not empty, not of shape {array.shape}"
        )
    return np.unique(array, return_inverse=True)[1].astype(np.int64)
