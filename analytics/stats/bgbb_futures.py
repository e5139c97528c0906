"""What may become of a firm, and what its model might as well be: BG/BB drawn at random.

Method: parameters normal in their logs around the fit; a firm's p and theta from their distribution
given its history and that it is alive, then edition after edition. Assumption: as BG/BB's. Source:
Fader, Hardie & Shang 2010.
"""

from dataclasses import replace

import numpy as np

from analytics.stats.arrays import FloatArray
from analytics.stats.bgbb import BgBb, outlook
from analytics.stats.log_box import parameter_draws

LONGEST = 400


def drawn_models(model: BgBb, draws: int) -> list[BgBb]:
    """What the model might as well be, given how little the data say: normal in the logs."""
    rows = parameter_draws(
        [model.alpha, model.beta, model.gamma, model.delta], model.log_covariance, draws
    )
    return [
        replace(model, alpha=a, beta=b, gamma=g, delta=d) for a, b, g, d in rows.tolist() if a == a
    ]


def discounted_futures(
    model: BgBb, x: int, t_x: int, n: int, discount: float, draws: int, seed: int = 20061012
) -> FloatArray:
    """Discounted participations of `draws` firms in one state: its p and theta as they may be, then
    edition after edition until a participation is worth less than a thousandth.

    ValueError unless the discount is above 0.
    """
    if not discount > 0:
        raise ValueError("futures without a discount have no end")
    alive = float(outlook(model, [x], [t_x], [n]).alive_at_last[0])
    random = np.random.default_rng(seed)
    steps = min(int(np.ceil(np.log(1000) / np.log1p(discount))), LONGEST)
    p = random.beta(model.alpha + x, model.beta + n - x, draws)
    theta = random.beta(model.gamma, model.delta + n, draws)
    stays = np.cumprod(random.random((steps, draws)) >= theta, axis=0)
    comes = stays * (random.random((steps, draws)) < p)
    worth = comes.T @ (1 + discount) ** -np.arange(1.0, steps + 1)
    return np.asarray(worth * (random.random(draws) < alive), dtype=np.float64)
