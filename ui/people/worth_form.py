"""What counts as money at the fair in view, the margin, the discount: said once, for everybody."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics import worth_settings
from analytics.errors import Fault
from analytics.remedies import remedy
from analytics.wording import Say, phrase
from analytics.worth_settings import MONEY, Margin, Money, WorthSettings
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

NAMES: dict[Money, str] = {
    "auto": phrase("Fees where any are known, else declared turnover"),
    "fee": phrase("Fees paid to the fair"),
    "turnover": phrase("Declared turnover"),
    "both": phrase("Fees and declared turnover together"),
}
HUNDRED = 100.0


def draw(fair: str, is_demo: bool, say: Say) -> None:
    """The values in use, and why; a form for those who may load data."""
    store = answer_cache.store()
    settings = worth_settings.settings_of(store, fair)
    with store.reader() as reader:
        margin = worth_settings.read_margin(reader, fair, replace(settings, margin=None))
    if is_demo:
        st.caption(md(_of_the_demo(say)))
    if not gate.person().may("importer"):
        st.markdown(md(_in_words(settings, say)))
        return
    with st.form("worth", border=False):
        changed = _fields(fair, settings, margin, say)
        is_sent = st.form_submit_button(say("Keep these values"))
    if is_sent:
        _save(fair, changed, say)


def _fields(fair: str, settings: WorthSettings, margin: Margin, say: Say) -> WorthSettings:
    money = _money_box(fair, settings, say)
    share = _percent(
        say("Margin (%)"),
        fair,
        "margin",
        settings.margin,
        say("Empty: {why}", why=_why(margin, say)),
    )
    margin_range = _percent(
        say("Margin may be off by (points)"), fair, "margin_range", settings.margin_range
    )
    discount = _percent(
        say("Discount per edition (%)"),
        fair,
        "discount",
        settings.discount,
        say("What money that comes one edition later is worth less: interest and risk."),
    )
    discount_range = _percent(
        say("Discount may be off by (points)"), fair, "discount_range", settings.discount_range
    )
    return WorthSettings(
        money,
        share,
        settings.margin_range if margin_range is None else margin_range,
        settings.discount if discount is None else discount,
        settings.discount_range if discount_range is None else discount_range,
        _first_box(fair, settings, say),
    )


def _money_box(fair: str, settings: WorthSettings, say: Say) -> Money:
    return st.selectbox(
        say("What counts as money"),
        MONEY,
        index=MONEY.index(settings.money),
        format_func=lambda choice: say(NAMES[choice]),
        key=f"worth-money-{fair}",
        help=say(
            "A fee is the fair's own income. Turnover is what exhibitors declared to have done: it"
            " says how well the fair works for them, not what the fair earns."
        ),
    )


def _first_box(fair: str, settings: WorthSettings, say: Say) -> bool:
    return st.checkbox(
        say("The first edition on file was the first ever"),
        settings.is_first_ever,
        key=f"worth-first-{fair}",
        help=say(
            "If not, nobody knows when its exhibitors first came: they are predicted, but nothing"
            " is learnt from them."
        ),
    )


def _percent(
    label: str, fair: str, name: str, value: float | None, why: str | None = None
) -> float | None:
    """A share, written and read in per cent."""
    entered = st.number_input(
        label,
        min_value=0.1 if name == "margin" else 0.0,
        max_value=HUNDRED,
        value=None if value is None else round(value * HUNDRED, 1),
        step=1.0,
        format="%.1f",
        key=f"worth-{name}-{fair}",
        help=why,
    )
    return None if entered is None else entered / HUNDRED


def _why(margin: Margin, say: Say) -> str:
    """What is used where no margin is set."""
    if margin.source == "editions":
        return say(
            "revenue and cost of {n} editions give {share}.",
            n=margin.editions,
            share=say.percent(margin.share),
        )
    if margin.is_loss:
        return say("the editions on file cost more than they brought, so worth is before costs.")
    return say("no edition on file has revenue and cost, so worth is before costs.")


def _of_the_demo(say: Say) -> str:
    return say(
        "The demo fair: fees count, as they are the organiser's income; the margin follows from"
        " revenue and cost in its list of editions; 10% an edition is a usual cost of money with"
        " some risk; its first edition on file is not taken for the first ever, as nobody said so."
    )


def _in_words(settings: WorthSettings, say: Say) -> str:
    return say(
        "Money: {money}. Margin: {margin}. Discount per edition: {discount}.",
        money=say(NAMES[settings.money]),
        margin="–" if settings.margin is None else say.percent(settings.margin),
        discount=say.percent(settings.discount),
    )


def _save(fair: str, settings: WorthSettings, say: Say) -> None:
    try:
        worth_settings.save_settings(answer_cache.store(), fair, settings)
    except Fault as fault:
        st.warning(md(remedy(fault, say)), icon=":material/lock:")
    else:
        st.rerun()
