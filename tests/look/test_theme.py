from __future__ import annotations

import tomllib

import numpy as np
import pytest

from analytics.look import theme
from analytics.settings import ROOT

DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}
XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    white = XYZ @ np.clip(light, 0, 1) / np.array([0.95047, 1, 1.08883])
    root = np.where(white > 0.008856, np.cbrt(white), 7.787 * white + 16 / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def contrast(one: str, other: str) -> float:
    light, dark = sorted((float(linear(colour) @ XYZ[1]) for colour in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("eye", DEFICIENCIES)
def test_series_colours_stay_apart_for_colour_blind_readers(name, eye):
    seen = [lab(DEFICIENCIES[eye] @ linear(colour)) for colour in theme.CATEGORY[name]]
    assert min(np.linalg.norm(a - b) for at, a in enumerate(seen) for b in seen[:at]) > 11


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_can_be_read_on_their_paper(name):
    config = theme.config(name)
    assert contrast(config["title"]["color"], theme.BACKGROUND[name]) > 7
    assert contrast(config["title"]["subtitleColor"], theme.BACKGROUND[name]) > 4.5


def test_the_screen_draws_with_the_same_colours_as_the_pictures():
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for name in ("light", "dark"):
        assert tuple(told[name]["chartCategoricalColors"]) == theme.CATEGORY[name]
        assert tuple(told[name]["chartSequentialColors"]) == theme.RAMP[name]
        assert tuple(told[name]["chartDivergingColors"]) == theme.DIVERGING[name]
        assert told[name]["backgroundColor"] == theme.BACKGROUND[name]


def test_a_scale_of_answers_has_a_colour_each_and_grey_only_in_its_middle():
    for count in range(2, 12):
        colours = theme.answer_colours(count)
        assert len(colours) == count
        assert [isinstance(colour, dict) for colour in colours] == [
            at == count // 2 and count % 2 == 1 for at in range(count)
        ]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_colour_of_buttons_bears_white_letters_and_stands_out_from_the_page(name):
    primary = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][
        name
    ]["primaryColor"]
    assert contrast(primary, "#ffffff") > 4
    assert contrast(primary, theme.BACKGROUND[name]) > 4
