"""The known truth behind the demo fair: who returns, what a fair is worth to an exhibitor, what
makes him satisfied.

Everything a study estimates can be checked against these numbers; `model.json` is written from
them.
"""

from __future__ import annotations

from typing import Any

from data.sample.actions import actions_as_json
from data.sample.questionnaire import DIMENSIONS
from data.sample.word_lists import GENERAL_THEMES

SEED = 19_991_006
COUNTS = (1100, 1200, 1310, 1410, 1500, 1620, 1740, 1900)
RESPONDENTS = (638, 690, 692, 781, 900, 918, 1000, 1000)
COMPLAINANTS = (132, 140, 151, 137, 146, 141, 139, 128)
REPEATERS_OF_LAST = 1197  # 63.0 % of 1,900
ALWAYS_OF_LAST = 304  # 16.0 % of 1,900
RENAMED = 96

RETURN: dict[str, Any] = {
    "intercept": -0.25,
    "overall_minus_3_5": 0.60,
    "log1p_editions_before": 0.85,
    "log_area_over_18": 0.90,
    "complained": -0.75,
    "industry": {
        "电子信息": 0.15,
        "通信": 0.25,
        "软件": 0.0,
        "生物医药": -0.10,
        "新材料": 0.0,
        "新能源与环保": 0.10,
        "先进制造": 0.20,
        "技术服务与贸易": -0.35,
        "金融投资": -0.45,
    },
}
TURNOVER: dict[str, Any] = {
    "intercept": 3.55,
    "overall_minus_3_5": 0.30,
    "log_area_over_18": 0.60,
    "noise_sd": 0.90,
    "industry": {
        "电子信息": 0.30,
        "通信": 0.45,
        "软件": 0.0,
        "生物医药": 0.05,
        "新材料": -0.10,
        "新能源与环保": 0.0,
        "先进制造": 0.25,
        "技术服务与贸易": 0.15,
        "金融投资": -0.50,
    },
}
OVERALL_NOISE_SD = 0.56
SATISFACTION: dict[str, Any] = {
    "first_time": -0.14,
    "trait_sd": 0.40,
    "kind": {"enterprise": 0.14, "start_up": -0.10, "research": 0.08, "trading": -0.08},
    "industry": {
        "电子信息": 0.03,
        "通信": 0.06,
        "软件": -0.08,
        "生物医药": 0.05,
        "新材料": 0.0,
        "新能源与环保": 0.04,
        "先进制造": 0.02,
        "技术服务与贸易": -0.06,
        "金融投资": -0.14,
    },
    "region": {
        "珠三角": 0.04,
        "长三角": 0.0,
        "环渤海": 0.0,
        "中西部": -0.06,
        "东北": -0.12,
        "港澳台": 0.03,
        "海外": 0.10,
    },
}
EXPECTATION: dict[str, Any] = {
    "form": "round(intercept + importance x the dimension's mean stated importance + noise) on 1-5",
    "intercept": 1.90,
    "importance": 0.50,
}
# Shares of respondents who write, and of what they write; the rest of it blames one item.
REMARKS = {"written": 0.155, "general": 0.25, "praise": 0.20, "blame_and_general": 0.08}
COMPLAINTS: dict[str, float] = {
    "odds_of_content": 0.9,
    "odds_ratio": 3.0,
    "reopened_and_closed_again": 0.06,
}
# How much a stand differs from the size its exhibitor plans, and small exhibitors that buy more and
# more services: their fee of the first edition times exp(rise × editions since + noise).
CUSTOMERS: dict[str, Any] = {
    "log_area_noise_sd": 0.22,
    "log_area_per_edition_before": 0.05,
    "growing": 60,
    "growing_from": 5,
    "growing_below": 24_000,
    "rise": 0.30,
    "rise_noise_sd": 0.12,
}
# What sets a kind apart on one dimension, on top of its general satisfaction.
KIND_ON_DIMENSION: dict[str, dict[str, float]] = {
    "enterprise": {"ceremonies": 0.18, "venue_hardware": 0.08, "ticketing": 0.15},
    "start_up": {"promotion": -0.18, "supporting_services": -0.12, "special_events": 0.12},
    "research": {"special_events": 0.25, "professionalism": -0.10, "ceremonies": 0.10},
    "trading": {"ceremonies": -0.30, "professionalism": -0.12, "website": 0.12},
}


def as_json() -> dict[str, Any]:
    """The model as `model.json` states it."""
    return {
        "seed": SEED,
        "return": {
            "form": "logit P(at edition e+1 | at edition e)",
            "overall": (
                "the exhibitor's overall satisfaction 1-5 at e, known to the model also where he"
                " did not answer"
            ),
            "coefficients": RETURN,
            "exception": (
                "edition 8: the fewest draws nearest their threshold are turned so that 304 came"
                " every time"
            ),
        },
        "turnover_10k_usd": {
            "form": "ln(turnover) normal; zero and undeclared turnovers apart",
            "coefficients": TURNOVER,
        },
        "overall": _overall(),
        "expectation": EXPECTATION,
        "satisfaction": {"general": SATISFACTION, "kind_on_dimension": KIND_ON_DIMENSION},
        "remarks": _remarks(),
        "complaints": _complaints(),
        "actions": actions_as_json(),
        "repeaters_of_edition_8": REPEATERS_OF_LAST,
        "at_every_edition": ALWAYS_OF_LAST,
    }


def _remarks() -> dict[str, Any]:
    """What is planted in the comment boxes: themes are items, or what no item covers."""
    return {
        "form": (
            "a comment is about the item that its writer rated lowest (blame) or highest (praise),"
            " ratings blurred by normal noise of sd 0.3, or about the theme of a general sentence;"
            " some blame ends with a general sentence"
        ),
        **REMARKS,
        "dimension_of_item": {item.zh: d.key for d in DIMENSIONS for item in d.items},
        "themes_of_general_sentences": GENERAL_THEMES,
    }


def _overall() -> dict[str, Any]:
    return {
        "form": (
            "round(edition intercept + sum of weight x (dimension score - edition mean) +"
            " normal noise) on 1-5"
        ),
        "noise_sd": OVERALL_NOISE_SD,
        "weights": {dimension.key: dimension.weight for dimension in DIMENSIONS},
        "driver_order": [d.key for d in sorted(DIMENSIONS, key=lambda d: -d.weight)],
    }


def _complaints() -> dict[str, Any]:
    return {
        "form": (
            "odds that a complaint that was closed left its exhibitor content; times odds_ratio"
            " where the exhibitor came to the next edition"
        ),
        **COMPLAINTS,
    }
