"""What went wrong, worded with the way out.

The facts are in `analytics.errors`; the sentences for them are here, but for those of a room that
words its own: it registers them with `remedy`, as `analytics.weighting.weight_refusals` does.
"""

from analytics.remedies.by_fault import invitation, remedy

__all__ = ["invitation", "remedy"]
