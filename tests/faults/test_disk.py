"""No room left, or a folder that cannot be written: one sentence, nothing half done."""

import contextlib
import os
import subprocess
import time

import pytest

from .instance import Instance, until
from .parallel import Quarrel

pytestmark = pytest.mark.slow
LINES = b"title,hours\n" + b"A shelf for the shop,3\n" * 20_000


@contextlib.contextmanager
def mounted(folder, *options: str):
    """A small disk of its own; only whoever runs the machine may have one."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here; full disks are left out")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder) -> None:
    """Leave no block of the disk free."""
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        with contextlib.suppress(OSError):
            while ballast.write(bytes(65_536)):
                pass
        with contextlib.suppress(OSError):
            while ballast.write(bytes(4_096)):
                pass


@pytest.fixture
def shop(ready, tmp_path):
    """A server whose data lie on a disk of thirty megabytes."""
    with mounted(tmp_path / "data", "size=30m") as folder:
        instance = Instance(folder, like=ready)
        try:
            found = Quarrel(instance)
            instance.run("--no-worker")
            yield found
        finally:
            instance.end()


def kept(instance) -> list[str]:
    folder = instance.folder / "imports"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def refused_plainly(answer) -> None:
    status, text = answer
    assert status == 503
    assert "is no room" in text or "cannot be written" in text
    assert "Traceback" not in text


def test_a_full_disk_refuses_an_upload_and_is_well_when_there_is_room(shop):
    instance = shop.instance
    goals = shop.api("GET", "/api/v1/goals/")
    fill(instance.folder)
    refused_plainly(shop.upload("summer.csv", LINES))
    assert kept(instance) == []
    assert shop.api("GET", "/api/v1/goals/") == goals, "reading goes on"
    (instance.folder / "ballast").unlink()
    assert shop.count("imports.ImportRun") == 0
    status, _ = shop.upload("summer.csv", LINES)
    assert status == 302
    assert shop.count("imports.ImportRun") == 1
    assert len(kept(instance)) == 1


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="its database lies elsewhere")
def test_a_full_disk_refuses_a_write_and_keeps_what_was(shop):
    fill(shop.instance.folder)
    path, titles = "/goals/add/", [f"Goal {'x' * 200} {n}" for n in range(300)]
    form = {"why": "W" * 500}
    for title in titles:  # what the journal still has room for is written
        sent = ("browser", "POST", path, {**form, "title": title})
        ((status, text),) = shop.all_at_once(sent)
        if status != 302:
            break
    refused_plainly((status, text))
    body = {"title": "By a program", "why": "W" * 500}
    ((status, text),) = shop.all_at_once(("dana", "POST", "/api/v1/goals/", body))
    refused_plainly((status, text))
    (shop.instance.folder / "ballast").unlink()
    ((status, _),) = shop.all_at_once(sent)
    assert status == 302
    written = titles.index(title) + 1
    assert shop.count("goals.Goal", title__startswith="Goal x") == written
    assert "whole" in shop.instance.command("verify-activity").stdout


def test_a_worker_on_a_full_disk_goes_on_by_itself_when_there_is_room(shop):
    status, _ = shop.upload("summer.csv", LINES)
    assert status == 302
    fill(shop.instance.folder)
    worker = shop.instance.start("worker", stderr=subprocess.DEVNULL)
    time.sleep(3)  # it starts, tries and cannot
    (run,) = shop.api("GET", "/api/v1/imports/")["items"]
    assert run["state"] == "reading"
    (shop.instance.folder / "ballast").unlink()

    def is_read():
        (run,) = shop.api("GET", "/api/v1/imports/")["items"]
        return run["state"] == "ready"

    until(is_read, 40, "the reading")
    assert worker.poll() is None


def test_a_folder_that_cannot_be_written_refuses_an_upload(shop):
    with mounted(shop.instance.folder / "imports", "ro", "size=1m"):
        refused_plainly(shop.upload("summer.csv", LINES))
        assert kept(shop.instance) == []
    assert shop.count("imports.ImportRun") == 0


@pytest.mark.parametrize("options", [("size=64k",), ("size=1m", "ro")])
def test_a_backup_that_has_no_room_leaves_nothing(instance, tmp_path, options):
    with mounted(tmp_path / "small", *options) as folder:
        done = instance.command("backup", folder / "copy.zip", check=False)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
        assert list(folder.iterdir()) == []
