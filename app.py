"""The front door: `streamlit run app.py`."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy: many threads make small matrices slow

from streamlit.starlette import App

from ui.frame.bug_report import tell
from ui.server.request_guard import hang
from ui.server.start_up import prewarm

app = App("ui/main.py", middleware=hang(), lifespan=prewarm, on_script_error=tell)
