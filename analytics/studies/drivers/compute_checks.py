"""Would those who answered everything say the same, and are the parts measured steadily?

Method: Johnson's shares again from complete answers only; Cronbach's alpha of each dimension at the
edition looked at, because what is measured unsteadily goes with everything less than it should.
Assumption: as for the shares. Source: Johnson 2000; Spearman 1904 for attenuation; Cronbach 1951.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from analytics.filters import Filters
from analytics.ratings.complete_blocks import CompleteAnswers
from analytics.ratings.levels import DIMENSIONS
from analytics.ratings.reliability import Alpha, read_alphas
from analytics.stats.pairwise import repaired
from analytics.stats.relative_weights import relative_weights, shares_of
from analytics.stats.standardised_betas import answers_needed
from analytics.stats.suppression import HIDDEN_BELOW
from analytics.store import Reader
from analytics.studies.drivers.compute_importance import Weighed
from analytics.studies.drivers.compute_pooled import Pooled


@dataclass(frozen=True, slots=True)
class Complete:
    """Shares by part key over the `n` who answered every part and the overall question."""

    n: int
    shares: Mapping[str, float]


def of_complete(answers: CompleteAnswers, weighed: Weighed, pooled: Pooled) -> Complete | None:
    """None where too few answered everything, or where they leave something that does not vary."""
    places = np.flatnonzero(weighed.is_weighed)
    if answers.n < answers_needed(places.size):
        return None
    whole = answers.correlations(np.append(places, len(weighed.is_weighed)))
    if not np.isfinite(whole).all():
        return None
    mended = repaired(whole).correlations
    shares = shares_of(relative_weights(mended[:-1, :-1], mended[:-1, -1]))
    keys = [pooled.rated[place].key for place in places.tolist()]
    return Complete(answers.n, dict(zip(keys, shares.tolist(), strict=True)))


def alphas_of(reader: Reader, filters: Filters, pooled: Pooled) -> Mapping[str, Alpha]:
    """By dimension, where dimensions are looked at."""
    names = {part.key: part.name for part in pooled.rated if part.level == DIMENSIONS}
    if not names:
        return {}
    within = replace(filters, editions=(pooled.focus.key,))
    return {alpha.key: alpha for alpha in read_alphas(reader, within, names, HIDDEN_BELOW)}
