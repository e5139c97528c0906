"""Which account owners have left: said once, for everybody."""

from __future__ import annotations

import streamlit as st

from analytics.account_owner_settings import keep_owners_left, owner_key, owners_left
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

OWNERS = """-- one row per account owner of a fair
select distinct account_owner as name
from exhibitors
where fair_id = $fair and account_owner is not null
order by 1
"""


def draw(fair: str, say: Say) -> None:
    """The owners to choose from, for those who may load data."""
    if not gate.person().may("importer"):
        return
    store = answer_cache.store()
    with store.reader() as reader:
        names = [row["name"] for row in reader.rows(OWNERS, fair=fair)]
        left = owners_left(reader, fair)
    if not names:
        return
    keys = {owner_key(name) for name in left}
    chosen = st.multiselect(
        say("Account owners who have left"),
        names,
        default=[name for name in names if owner_key(name) in keys],
        format_func=md,
        placeholder=say("Nobody"),
        key=f"owners-left-{fair}",
    )
    if {owner_key(name) for name in chosen} != keys & {owner_key(name) for name in names}:
        keep_owners_left(store, fair, tuple(chosen))
        st.rerun()
