"""What the card of an exhibitor holds, and the words for its grades and ways of contact."""

from __future__ import annotations

from analytics.wording import phrase

LABELS = {
    "name": phrase("Company"),
    "name_en": phrase("English name"),
    "kind": phrase("Enterprise or individual"),
    "country": phrase("Country"),
    "region": phrase("Region"),
    "industry": phrase("Industry"),
    "ownership": phrase("Ownership"),
    "size_band": phrase("Company size"),
    "account_owner": phrase("Account owner"),
}
WRITTEN_FREELY = ("name", "name_en")
KINDS = {"enterprise": phrase("Enterprise"), "individual": phrase("Individual")}
GRADES = {
    "vip": phrase("VIP"),
    "potential": phrase("Potential"),
    "normal": phrase("Normal"),
}
CHANNELS = {
    "phone": phrase("Telephone call"),
    "visit": phrase("Visit"),
    "email": phrase("E-mail"),
    "wechat": phrase("WeChat"),
    "fair": phrase("At the fair"),
    "meeting": phrase("Meeting"),
}
LONGEST_FIELD, LONGEST_TEXT = 200, 4000
