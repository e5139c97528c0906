from __future__ import annotations

import re
import tomllib

import numpy as np
import pytest

from analytics.folders import ROOT
from analytics.look import theme

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


def contrast(ink: str, paper: str) -> float:
    luminances = (float(linear(colour) @ XYZ[1]) for colour in (ink, paper))
    dark, light = sorted(luminances)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("eye", DEFICIENCIES)
def test_series_colours_stay_apart_for_colour_blind_readers(name, eye):
    colours = [lab(DEFICIENCIES[eye] @ linear(colour)) for colour in theme.SERIES[name]]
    assert min(np.linalg.norm(a - b) for at, a in enumerate(colours) for b in colours[:at]) > 11


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_can_be_read_on_their_paper(name):
    config = theme.config(name)
    assert contrast(config["title"]["color"], theme.BACKGROUND[name]) > 7
    assert contrast(config["title"]["subtitleColor"], theme.BACKGROUND[name]) > 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_that_a_role_names_stand_out_from_their_paper(name):
    for role in ("now", "before", "act"):
        (colour,) = theme.series_colours((role,), 1, name)
        assert contrast(colour, theme.BACKGROUND[name]) > 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_edition_compared_with_is_quieter_than_the_one_looked_at(name):
    now, before = (
        lab(linear(colour)) for colour in theme.series_colours(("now", "before"), 2, name)
    )
    assert np.hypot(*before[1:]) < np.hypot(*now[1:]) / 1.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_an_edition_looked_at_has_the_first_colour_alone_and_beside_others(name):
    first = theme.CATEGORY[name][0]
    assert theme.series_colours((), 1, name) == theme.series_colours(("now",), 1, name) == [first]
    assert theme.series_colours(("before", "now"), 2, name) == [theme.BEFORE[name], first]
    assert theme.series_colours(("other", "act", "now"), 3, name)[2] == first


def test_the_others_keep_their_colours_whatever_stands_beside_them():
    alone = theme.series_colours(("other", "other"), 2, "light")
    for roles in (("now", "other", "other"), ("before", "other", "act", "now", "other")):
        beside = theme.series_colours(roles, len(roles), "light")
        assert [colour for colour, role in zip(beside, roles, strict=True) if role == "other"] == (
            alone
        )


def test_without_roles_colours_come_in_order_and_begin_again():
    colours = theme.CATEGORY["dark"]
    assert theme.series_colours((), 10, "dark") == [*colours, *colours[:2]]


def test_no_two_series_look_alike_while_there_are_colours_left():
    for roles in (("now", "now", "before"), ("before",) * 3, ("act", "act", "other", "other")):
        colours = theme.series_colours(roles, 6, "light")
        assert len(set(colours)) == 6
    assert len(theme.series_colours(("other",) * 20, 20, "light")) == 20


def test_every_colour_stands_in_the_theme():
    files = (file for folder in ("analytics", "ui") for file in (ROOT / folder).rglob("*"))
    sources = [file for file in files if file.suffix in (".py", ".css")]
    hexes = re.compile(r"""#[0-9a-fA-F]{6}\b|["'][0-9A-F]{6}["']""")
    assert [file.name for file in sources if hexes.search(file.read_text("utf-8"))] == ["theme.py"]


def test_the_screen_draws_with_the_same_colours_as_the_pictures():
    screen = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for name in ("light", "dark"):
        assert tuple(screen[name]["chartCategoricalColors"]) == theme.CATEGORY[name]
        assert tuple(screen[name]["chartSequentialColors"]) == theme.RAMP[name]
        assert tuple(screen[name]["chartDivergingColors"]) == theme.DIVERGING[name]
        assert screen[name]["backgroundColor"] == theme.BACKGROUND[name]


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
