"""The front door: `streamlit run app.py`."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy: many threads make small matrices slow

from streamlit.starlette import App

from ui.frame.fault_pages import report_bug
from ui.server.request_guard import middleware
from ui.server.start_up import lifespan

app = App("ui/main.py", middleware=middleware(), lifespan=lifespan, on_script_error=report_bug)
