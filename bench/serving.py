"""How much memory the real server takes after it has answered."""

import contextlib
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from .instances import ROOT, Instance


def megabytes_of_server(instance: Instance, requests: int = 50) -> tuple[float, int]:
    """Start `quarterdeck run`, ask it, and return megabytes and number of processes."""
    with served(instance) as (address, pid):
        for _ in range(requests):
            urllib.request.urlopen(f"{address}/", timeout=30).read()
        processes = family(pid)
        return sum(map(_megabytes, processes)), len(processes)


@contextlib.contextmanager
def served(instance: Instance) -> Iterator[tuple[str, int]]:
    """`quarterdeck run` on a free port: its address and process, until left."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "quarterdeck.project.command", "run"]
    process = subprocess.Popen(
        [*command, "--port", str(port)],
        cwd=ROOT,
        env=instance.env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/health/")
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server does not answer.")


def family(pid: int) -> list[int]:
    """The process and all below it, as Linux tells."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "stat").read_text()
        except OSError:
            continue
        parents[int(entry.name)] = int(line.rpartition(")")[2].split()[1])
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def _megabytes(pid: int) -> float:
    """The share of memory that is this process's own part of it."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1e3
