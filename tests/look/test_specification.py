from __future__ import annotations

import json

import pandas as pd
import pytest

from analytics import look
from analytics.look import _cached_drawing, theme
from analytics.wording import speaker
from tests.look.figures import FORMS, data, figure

HOSTILE = [
    '=HYPERLINK("http://evil")',
    "datum['x'] || alert(1)",
    "<script>alert(1)</script>",
    "a.b[0]\\'\"",
    "展位:Q",
    "😀 镕 ~!",
    "split(datum.label)",
    "长" * 300,
    "",
    "0000\nrank",
]
CALM = data(["North", "South", "East"], [3.1, 3.4, -0.5])
WILD = data(HOSTILE, [float(n) for n in range(len(HOSTILE))])
EN, ZH = speaker("en"), speaker("zh")
EXPRESSIONS = ("expr", "labelExpr", "test", "filter", "calculate", "signal")


def texts_under(node: object, names: tuple[str, ...]) -> set[str]:
    """Every text that stands under one of these names, however deep."""
    if isinstance(node, list):
        return set().union(*(texts_under(part, names) for part in node))
    if not isinstance(node, dict):
        return set()
    own = {value for name, value in node.items() if name in names and isinstance(value, str)}
    return own.union(*(texts_under(value, names) for value in node.values()))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_two_filters_give_the_same_drawing_byte_for_byte(form, language):
    texts = []
    for frame in (CALM, WILD):
        _cached_drawing.cache_clear()
        texts.append(json.dumps(look.specification(figure(form, frame).form, language)))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_drawing_holds_no_data_and_names_its_two_datasets(form):
    drawing = look.specification(form, "en")
    assert texts_under(drawing, ("values", "url")) == set()
    assert texts_under(drawing, ("name",)) <= {"figure", "guides", "marks"}
    assert "datasets" not in drawing


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_drawing_reads_only_columns_that_its_rows_have(form):
    sample = figure(form, CALM, guides=pd.DataFrame({"x": [1.0], "y": [None], "label": ["mean"]}))
    rows = look.datasets(sample, EN)
    fields = texts_under(look.specification(form, "en", clickable=True), ("field",))
    assert fields <= set(rows["figure"]) | set(rows["guides"])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_hostile_names_never_become_fields_or_expressions(form):
    hostile = look.standalone(
        figure(form, WILD, guides=pd.DataFrame({"x": [1.0], "label": [HOSTILE[0]]})), EN
    )
    hostile_drawing = {name: value for name, value in hostile.items() if name != "datasets"}
    calm = look.standalone(figure(form, CALM), EN)
    for names in (("field",), EXPRESSIONS):
        assert texts_under(hostile_drawing, names) == texts_under(
            {k: v for k, v in calm.items() if k != "datasets"}, names
        )


def test_hostile_series_stand_in_the_domain_and_nowhere_else():
    from dataclasses import replace

    series = (HOSTILE[1], HOSTILE[2])
    drawing = look.specification(replace(FORMS["dots"], series=series), "en")
    assert not any(
        name in text for text in texts_under(drawing, ("field", *EXPRESSIONS)) for name in series
    )
    assert list(series) in [
        layer["encoding"]["color"]["scale"]["domain"]
        for layer in drawing["layer"]
        if "color" in layer["encoding"]
    ]


def colour_scales(name: str) -> list[dict]:
    layers = look.specification(FORMS[name], "en")["layer"]
    colours = [layer["encoding"].get("color", {}) for layer in layers]
    return [colour["scale"] for colour in colours if colour.get("field") == "series"]


@pytest.mark.parametrize("name", ["compared bars", "compared dots", "compared lines", "signal"])
def test_series_with_roles_are_coloured_by_them_light_and_dark(name):
    form = FORMS[name]
    light, dark = (theme.series_colours(form.roles, 2, paper) for paper in ("light", "dark"))
    scales = colour_scales(name)
    assert scales
    for scale in scales:
        assert scale["domain"] == list(form.series)
        for entry, *hues in zip(scale["range"], light, dark, strict=True):
            assert [f"'{hue}'" in entry["expr"] for hue in hues] == [True, True]


@pytest.mark.parametrize("name", ["dots", "lines", "log scatter", "stacked"])
def test_series_without_roles_take_the_colours_of_the_theme_in_order(name):
    assert {scale["range"] for scale in colour_scales(name)} == {"category"}


def test_roles_are_part_of_what_a_drawing_is_kept_under():
    from dataclasses import replace

    plain = replace(FORMS["compared dots"], roles=())
    assert look.specification(plain, "en") == look.specification(FORMS["dots"], "en")
    assert look.specification(plain, "en") != look.specification(FORMS["compared dots"], "en")


def test_a_reference_line_that_moves_does_not_change_the_drawing():
    from dataclasses import replace

    moved = replace(FORMS["dots"], reference=4.2)
    assert look.specification(moved, "en") == look.specification(FORMS["dots"], "en")
    assert list(look.datasets(figure(moved, CALM), EN)["guides"]["vertical"]) == [4.2]


def test_a_drawing_may_be_changed_without_changing_the_next():
    look.specification(FORMS["bars"], "en")["height"] = 1
    assert look.specification(FORMS["bars"], "en")["height"] != 1


def test_only_a_clickable_drawing_lets_a_row_be_picked():
    assert "params" not in look.specification(FORMS["bars"], "en")
    (pick,) = look.specification(FORMS["bars"], "en", clickable=True)["params"]
    assert (pick["name"], pick["select"]["fields"]) == ("pick", ["key"])


def test_axis_numbers_are_written_as_the_language_counts():
    zh, en = (
        texts_under(look.specification(FORMS["lines"], language), ("labelExpr",))
        for language in ("zh", "en")
    )
    assert any("万" in text and "亿" in text for text in zh)
    assert any("'K'" in text and "'M'" in text for text in en)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("clickable", [False, True])
def test_every_drawing_is_valid_vega_lite(form, clickable):
    import altair as alt

    alt.LayerChart.from_dict(look.specification(form, "zh", clickable=clickable))


def test_a_picture_brings_everything_along():
    sample = figure(FORMS["dots"], CALM)
    picture = look.standalone(sample, ZH, theme="dark", width=700)
    assert picture["title"]["text"] == ["Hall 3 leads"]
    assert picture["title"]["subtitle"] == ["n = 100"]
    assert (picture["width"], picture["config"]["font"]) == (700, "Noto Sans CJK SC")
    assert [row["label_text"] for row in picture["datasets"]["figure"]] == [
        "North",
        "South",
        "East",
    ]
    assert "出处：Wilson (1927)" in picture["layer"][-1]["mark"]["text"]
    json.dumps(picture, allow_nan=False)


def test_a_long_finding_is_wrapped_never_cut():
    from dataclasses import replace

    finding = (
        "没有证据表明满意度发生了变化（95% 置信区间 −0.03 至 +0.11；若要看出这一差异，每届约需"
        " 3,070 份答卷）。" * 2
    )
    title = look.standalone(replace(figure(FORMS["line"], CALM), finding=finding), ZH)["title"][
        "text"
    ]
    assert len(title) > 1
    assert "".join(title).replace(" ", "") == finding.replace(" ", "")


@pytest.mark.parametrize("name", ["line", "bars"])
def test_a_scale_keeps_to_the_domain_it_was_given(name):
    import vl_convert

    drawn = vl_convert.vegalite_to_vega(look.standalone(figure(FORMS[name], CALM), EN))
    (scale,) = [scale for scale in drawn["scales"] if scale["domain"] == list(FORMS[name].domain)]
    assert not scale.get("zero")


def test_what_stands_below_lines_is_headed_where_it_is_no_edition():
    titles = [
        look.specification(FORMS[name], "en")["layer"][1]["encoding"]["x"]["axis"]["title"]
        for name in ("steps", "line")
    ]
    assert titles == ["Editions later", None]


def test_a_grid_of_counts_ends_with_its_cells():
    across = look.specification(FORMS["density"], "en")["layer"][1]["encoding"]["x"]["scale"]
    assert across["nice"] is False
