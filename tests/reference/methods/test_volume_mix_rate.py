import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reference.methods.volume_mix_rate import volume_mix_rate
from tests.stats.test_kitagawa import GROUP


@settings(deadline=None)
@given(st.lists(GROUP, min_size=1, max_size=6))
def test_the_parts_add_up_exactly(groups):
    totals = volume_mix_rate(*zip(*groups, strict=True))
    assert totals.volume + totals.mix + totals.rate == pytest.approx(
        totals.total2 - totals.total1, abs=1e-6
    )
