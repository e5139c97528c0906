"""The app with parts of its start-up left out: those named in BENCH_WITHOUT, parted by commas.

`static_files`: Streamlit serves its own scripts. `preload`: the page does not name the scripts of
its charts. `cards`: the first screen is computed anew. `drawings`: every chart is drawn by Altair.
"""

import os

from streamlit.starlette import App

from analytics.settings import ROOT
from ui.frame import kept_first_screen
from ui.server import drawing_cache, request_guard, start_up
from ui.server.static_files import StaticFiles

LEFT_OUT = set(filter(None, os.environ.get("BENCH_WITHOUT", "").split(",")))

middleware = request_guard.middleware()
if "static_files" in LEFT_OUT:
    middleware = [layer for layer in middleware if layer.cls is not StaticFiles]
if "preload" in LEFT_OUT:
    request_guard._preload_links = lambda: ()
if "cards" in LEFT_OUT:
    kept_first_screen.recall = lambda file: False
    kept_first_screen.record = lambda file: None
if "drawings" in LEFT_OUT:
    drawing_cache.recall = lambda: None
    drawing_cache.record = lambda: None

app = App(ROOT / "ui" / "main.py", middleware=middleware, lifespan=start_up.lifespan)
