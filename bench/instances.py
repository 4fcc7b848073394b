"""Throw-away instances: a data folder, a database, and the program run against them."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


@dataclass
class Instance:
    """One instance, reached only through its environment."""

    env: dict[str, str]
    folder: Path

    def run(self, *arguments: str) -> tuple[float, str]:
        """Run a command of the program; return its seconds and what it printed."""
        return self._call("quarterdeck.project.command", *arguments)

    def inside(self, *arguments: str) -> Any:
        """Measure in a process that has the program loaded; it answers in JSON."""
        _, told = self._call("bench.inside", *arguments)
        return json.loads(told.splitlines()[-1])

    def _call(self, module: str, *arguments: str) -> tuple[float, str]:
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{module} {arguments} failed:\n{done.stderr[-2_000:]}")
        return time.perf_counter() - began, done.stdout


@contextmanager
def instance(database: str = "") -> Iterator[Instance]:
    """Give an empty instance; its folder goes with it."""
    folder = Path(tempfile.mkdtemp(prefix="quarterdeck-bench-"))
    env = {**os.environ, "QUARTERDECK_DATA_DIR": str(folder)}
    env.pop("DATABASE_URL", None)
    if database:
        env["DATABASE_URL"] = database
    try:
        yield Instance(env, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def databases(wanted: str) -> Iterator[dict[str, list[str]]]:
    """Give two database addresses by the name of the engine: the large, the small."""
    found: dict[str, list[str]] = {}
    if wanted in ("sqlite", "both"):
        found["SQLite"] = ["", ""]
    if wanted == "sqlite":
        yield found
        return
    from tests.databases.postgresql import Cluster

    cluster = Cluster()
    socket = cluster.start()
    try:
        names = ["bench_large", "bench_small"]
        _create(socket, names)
        found["PostgreSQL"] = [
            f"postgresql://quarterdeck@/{name}?host={socket}" for name in names
        ]
        yield found
    finally:
        cluster.stop()


def _create(socket: str, names: list[str]) -> None:
    import psycopg

    where = f"host={socket} user=quarterdeck dbname=postgres"
    with psycopg.connect(where, autocommit=True) as connection:
        for name in names:
            assert re.fullmatch(r"[a-z_]+", name)
            connection.execute(f"CREATE DATABASE {name}".encode())
