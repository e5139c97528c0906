"""A figure as PNG, SVG or PDF, drawn in a child process with the shipped font: drawing holds the
interpreter's lock.

The child looks at no data but its own order, and loads nothing from the network.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

from analytics import look, worker
from analytics.figures import Figure
from analytics.folders import FONTS
from analytics.wording import Say

Kind = Literal["png", "svg", "pdf"]
SCALE = 2
MEMORY = 2 * 2**30
# V8 reserves 64 GiB of addresses it never touches; what it does use, `draw` limits itself.
LIMITS = worker.Limits(
    memory=256 * 2**30 if sys.platform == "linux" else MEMORY, wall=60, cpu=60, files=256
)


def picture(
    figure: Figure, say: Say, kind: Kind, theme: look.theme.Theme = "light", width: int = look.WIDTH
) -> bytes:
    """The bytes of a figure's picture. Raises ChildStopped when drawing took too much or broke."""
    drawing = look.standalone(figure, say, theme, width)
    with tempfile.TemporaryDirectory(prefix="picture-") as name:
        folder = Path(name)
        (folder / "drawing.json").write_text(json.dumps(drawing, ensure_ascii=False), "utf-8")
        worker.run("analytics.pictures:draw", {"kind": kind}, folder, limits=LIMITS)
        return (folder / f"picture.{kind}").read_bytes()


def draw(values: dict[str, Any], folder: Path, report: worker.Report) -> dict[str, Any]:
    """The child's side: drawing.json becomes picture.<kind>."""
    _limit_written_memory()
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    drawing, kind = json.loads((folder / "drawing.json").read_text("utf-8")), values["kind"]
    image = _image(vl_convert, drawing, kind)
    (folder / f"picture.{kind}").write_bytes(image)
    return {"bytes": len(image)}


def _image(vl_convert: Any, drawing: dict[str, Any], kind: Kind) -> bytes:
    offline: dict[str, Any] = {"allowed_base_urls": []}
    if kind == "png":
        return bytes(vl_convert.vegalite_to_png(drawing, scale=SCALE, **offline))
    if kind == "pdf":
        return bytes(vl_convert.vegalite_to_pdf(drawing, **offline))
    return str(vl_convert.vegalite_to_svg(drawing, **offline)).encode()


def _limit_written_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
