"""With the network cut off everything works, and nothing even tries to reach out."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from .instance import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("DATABASE_URL" in os.environ, reason="shown with SQLite"),
]
CUT_OFF = ["unshare", "-n", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]


@pytest.fixture(scope="module", autouse=True)
def can_be_cut_off():
    if not shutil.which("unshare") or subprocess.run([*CUT_OFF, "true"]).returncode:
        pytest.skip("the network cannot be cut off here; only an administrator may")


def alone(*command: str):
    """Run a Python module where this machine is the whole world."""
    keep = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    keep.pop("QUARTERDECK_DATA_DIR", None)
    done = subprocess.run(
        [*CUT_OFF, sys.executable, "-m", *command],
        cwd=ROOT,
        env=keep,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_server_worker_and_planner_reach_for_nothing_outside(ready, tmp_path):
    said = alone("tests.faults.offline", str(ready.folder), str(tmp_path / "own"))
    told = json.loads(said.splitlines()[-1])
    assert told["decided"] >= 8
    assert {p: found for p, found in told["pages"].items() if found != [200, []]} == {}
    assert told["outside"] == 0
    assert told["control"] > 0, "attempts are not counted here; this showed nothing"


def test_an_import_in_a_browser_needs_no_network():
    journey = "tests/journeys/test_main_job.py::test_a_refused_file_and_an_undone"
    said = alone("pytest", "-q", "-p", "no:cacheprovider", f"{journey}_import_say_so")
    assert "1 passed" in said or "1 skipped" in said
