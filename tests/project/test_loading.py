"""A process that shows pages stays small: what plans is loaded where plans are made."""

import os
import subprocess
import sys

HEAVY = {"numba", "numpy", "ortools", "quarterdeck.engines.planning"}
LOAD = """
import sys
import quarterdeck.project.wsgi
from django.urls import get_resolver
get_resolver()._populate()
assert "quarterdeck.api.planning" in sys.modules
print(*sorted(sys.modules))
"""


def test_the_whole_web_app_loads_without_the_planner(tmp_path):
    loaded = subprocess.run(
        [sys.executable, "-c", LOAD],
        env={**os.environ, "QUARTERDECK_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert HEAVY & set(loaded.stdout.split()) == set()
