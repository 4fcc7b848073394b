"""A process that shows pages stays small: what only some need is loaded by those.

What plans is loaded where plans are made, and the holidays of 250 countries where
somebody looks at holidays.
"""

import os
import subprocess
import sys

HEAVY = {"numba", "numpy", "ortools", "quarterdeck.engines.planning", "holidays"}
LOAD = """
import sys
import quarterdeck.project.wsgi
from django.urls import get_resolver
get_resolver()._populate()
assert "quarterdeck.api.planning" in sys.modules
print(*sorted(sys.modules))
"""


def test_the_whole_web_app_loads_without_what_is_heavy(tmp_path):
    loaded = subprocess.run(
        [sys.executable, "-c", LOAD],
        env={**os.environ, "QUARTERDECK_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert HEAVY & set(loaded.stdout.split()) == set()


def test_what_the_server_loads_is_kept_out_of_later_collections(tmp_path):
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import gc, quarterdeck.project.wsgi; "
            "print(gc.get_freeze_count(), len(gc.get_objects()))",
        ],
        env={**os.environ, "QUARTERDECK_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    kept, left = map(int, told.stdout.split())
    assert kept > 10 * left
