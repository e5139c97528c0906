"""What figures say of forecasts in the same words: whether their tests erred to one side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analytics.stats.prediction_interval import Prediction
    from analytics.wording import Say


def one_sided(prediction: Prediction, say: Say) -> str:
    """That earlier forecasts were all too low, or all too high; empty where they were not."""
    if not prediction.is_one_sided:
        return ""
    if prediction.too_low:
        return say(
            "The forecast was too low at all {n} editions tested: it may be so again.",
            n=prediction.tests,
        )
    return say(
        "The forecast was too high at all {n} editions tested: it may be so again.",
        n=prediction.tests,
    )
