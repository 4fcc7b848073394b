"""`quarterdeck run`: starts, brings back what died, and leaves nothing behind."""

import re
import signal
import subprocess
from pathlib import Path

import pytest

from .instance import PYTHON, Instance, until

pytestmark = pytest.mark.slow
PAGES = ("/", "/goals/", "/people/", "/settings/", "/api/v1/openapi.json")
LARGEST = 150_000_000  # some 137 MB seen; 75 before addresses and API are loaded


@pytest.fixture(scope="module")
def running(ready, tmp_path_factory):
    """One that runs, for all tests that leave it running."""
    instance = Instance(tmp_path_factory.mktemp("running"), like=ready)
    try:
        instance.run()
        yield instance
    finally:
        instance.end()


def private_memory(pid: int) -> int:
    """What a process holds, with what it shares divided among those who share it."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1]) * 1_000


def test_the_web_processes_stay_small_and_never_load_the_solver(running):
    for page in PAGES:
        assert running.request("GET", page) is not None
    for pid in running.children("project.serving"):
        loaded = Path(f"/proc/{pid}/maps").read_text()
        assert "ortools" not in loaded
        assert private_memory(pid) < LARGEST


def test_a_port_that_is_taken_is_named_in_a_sentence(running):
    second = running.command("run", check=False)
    assert second.returncode == 2
    assert f"Port {running.port} of 127.0.0.1 cannot be used" in second.stderr


def test_what_dies_is_started_again(running):
    worker = until(lambda: running.children("command worker"), what="a worker")
    running.kill("command worker")
    running.kill("project.serving")
    until(
        lambda: set(running.children("command worker")) - set(worker),
        what="another worker",
    )
    until(running.is_ready, what="another server")


def test_it_says_where_to_begin_and_stops_when_asked(tmp_path):
    instance = Instance(tmp_path)
    try:
        server = instance.run(stdout=subprocess.PIPE, text=True)
        said = [server.stdout.readline() for _ in range(3)]
        assert f"ready at http://localhost:{instance.port}/" in said[1]
        assert said[2].endswith("/first-run/\n")
        server.send_signal(signal.SIGINT)
        assert server.wait(15) == 0
        assert instance.children() == []
    finally:
        instance.end()


def test_killed_it_takes_its_children_along(running):
    """The last with this fixture: nothing of it runs any more."""
    (server,) = running.started
    server.kill()
    server.wait()
    until(lambda: running.children() == [], what="the end of all processes")


def test_a_child_whose_parent_is_gone_before_it_looks_ends(ready, tmp_path):
    """The parent can be killed while its child still loads."""
    gone = subprocess.Popen([PYTHON, "-c", ""])
    gone.wait()
    instance = Instance(tmp_path, like=ready)
    try:
        worker = instance.start("worker", "--parent", str(gone.pid))
        assert worker.wait(60) == 0
        where = ["--host=127.0.0.1", f"--port={instance.port}", f"--parent={gone.pid}"]
        command = [PYTHON, "-m", "quarterdeck.project.serving", *where]
        server = subprocess.run(command, env=instance.env, timeout=60, check=False)
        assert server.returncode == -signal.SIGTERM
    finally:
        instance.end()
