"""Weighted answers: by the weights of their own file, and to the register; how figures say so.

own_weights       the weights that a file brings with it
pooled_groups     which groups may carry a weight, and which only count together
register_weights  the weight of every industry and region of every edition
weight_refusals   why there are no weights, with the way out
weighted_figures  weighted figures say so; those that cannot be weighted say that
"""

from analytics.weighting import weight_refusals
from analytics.weighting.own_weights import OwnWeights, read_own_weights
from analytics.weighting.register_weights import Weights, read_weights
from analytics.weighting.weighted_figures import Weighed, figures_of, plain

__all__ = [
    "OwnWeights",
    "Weighed",
    "Weights",
    "figures_of",
    "plain",
    "read_own_weights",
    "read_weights",
    "weight_refusals",
]
