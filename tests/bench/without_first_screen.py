"""The app with its kept first screen left out: a second start computes every card anew."""

from streamlit.starlette import App

from analytics.folders import ROOT
from ui.frame import kept_first_screen
from ui.server import request_guard, start_up

kept_first_screen.recall = lambda file: False
kept_first_screen.record = lambda file: None

app = App(
    ROOT / "ui" / "main.py", middleware=request_guard.middleware(), lifespan=start_up.lifespan
)
