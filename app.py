"""The front door: `streamlit run app.py`."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy: many threads make small matrices slow

from streamlit.starlette import App  # noqa: E402

from ui.doors import DOORS  # noqa: E402
from ui.failing import tell  # noqa: E402
from ui.warm import prewarm  # noqa: E402

app = App("ui/main.py", middleware=DOORS, lifespan=prewarm, on_script_error=tell)
