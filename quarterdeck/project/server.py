"""`quarterdeck run`: prepare, then keep the web server and a worker going.

This process starts the others, starts them again when they die, and takes them along
when it goes. It never loads Django, so it stays small and has little to break.
"""

import argparse
import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable

from .env import env_int, env_text

READY_WITHIN = 60
STOP_WITHIN = 15
PYTHON = [sys.executable, "-m"]


class Child:
    """One process that is to be there: started, watched, started again, stopped."""

    def __init__(self, name: str, command: Callable[[], list[str]]) -> None:
        self.name, self.command = name, command
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = self.start_again_at = 0.0
        self.pause = 0.0

    def start(self) -> None:
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(self.command(), start_new_session=True)

    def look_after(self) -> None:
        """Start it again when it is gone; wait longer each time it dies young."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.start_again_at:
                self.start()
        elif (code := self.process.poll()) is not None:
            self._end_group()
            young = now - self.started_at < 10
            self.pause = min(10.0, max(0.2, self.pause * 2)) if young else 0.0
            self.start_again_at, self.process = now + self.pause, None
            say(f"The {self.name} ended ({code}); it is started again.")

    def ask_to_stop(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def stop(self, deadline: float) -> None:
        """Wait for it until the deadline, then end it with whatever it started."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.1, deadline - time.monotonic()))
        self._end_group()
        self.process.wait()

    def _end_group(self) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)


class WorkerNames:
    """Each worker tells the next one whose jobs it may take over at once."""

    def __init__(self) -> None:
        self.last = ""

    def command(self) -> list[str]:
        before = ["--instead-of", self.last] if self.last else []
        self.last = f"{socket.gethostname()[:60]}:{secrets.token_hex(5)}"
        base = [*PYTHON, "quarterdeck.project.command", "worker"]
        mine = ["--parent", str(os.getpid())]
        return [*base, *mine, "--name", self.last, *before]


def run(options: argparse.Namespace) -> int:
    """Prepare, serve and work until asked to stop."""
    host, port = options.host, options.port
    if (sentence := taken(host, port)) is not None:
        say(sentence)
        return 2
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    code, begin_at = _prepare(options.demo)
    if code or stop.is_set():
        return code
    children = [Child("web server", lambda: _server_command(host, port))]
    if options.worker:
        children.append(Child("worker", WorkerNames().command))
    try:
        for child in children:
            child.start()
        threading.Thread(
            target=_announce, args=(host, port, begin_at, stop), daemon=True
        ).start()
        while not stop.wait(0.2):
            for child in children:
                child.look_after()
    finally:
        _stop_all(children)
    return 0


def _prepare(demo: bool) -> tuple[int, str]:
    """Run the start-up; return its exit code and the address to begin at."""
    command = [*PYTHON, "quarterdeck.project.startup", "--parent", str(os.getpid())]
    command += ["--demo"] if demo else []
    # The link signs in whoever reads it, so it is not for a log.
    command += ["--link"] if demo or sys.stdout.isatty() else []
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        return 2, ""
    return 0, str(json.loads(done.stdout.splitlines()[-1])["begin_at"])


def _server_command(host: str, port: int) -> list[str]:
    processes = env_int("WEB_PROCESSES", min(2, os.cpu_count() or 1))
    threads = env_int("WEB_THREADS", 2)
    where = ["--host", host, "--port", str(port)]
    size = ["--processes", str(processes), "--threads", str(threads)]
    mine = ["--parent", str(os.getpid())]
    return [*PYTHON, "quarterdeck.project.serving", *where, *size, *mine]


def _announce(host: str, port: int, begin_at: str, stop: threading.Event) -> None:
    """Say where to go once somebody answers there."""
    name = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::1", "::") else host
    address = f"http://{name}:{port}"
    near = "127.0.0.1" if host == "0.0.0.0" else host.replace("::", "::1", 1)
    end = time.monotonic() + READY_WITHIN
    while not stop.is_set() and not answers(near, port):
        if time.monotonic() > end:
            say("The web server does not answer; its messages above say why.")
            return
        stop.wait(0.1)
    if stop.is_set():
        return
    print(f"\nQuarterdeck is ready at {address}/", flush=True)
    if begin_at.startswith("/sign-in/link/"):
        print(f"Sign in once, within the hour: {address}{begin_at}", flush=True)
    elif begin_at != "/":
        print(f"Begin here: {address}{begin_at}", flush=True)
    print("Ctrl-C stops it.\n", flush=True)


def answers(host: str, port: int) -> bool:
    host = f"[{host}]" if ":" in host else host
    try:
        url = f"http://{host}:{port}/health/"
        request = urllib.request.Request(url, headers={"Host": "localhost"})
        with urllib.request.urlopen(request, timeout=5) as answer:
            return bool(answer.status < 400)
    except urllib.error.HTTPError as error:
        return error.code < 500  # a name or scheme it does not serve: it is up
    except OSError:
        return False


def taken(host: str, port: int) -> str | None:
    """Return a sentence if the port cannot be had, else None."""
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(kind, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
            trial.listen(1)
        except OSError as error:
            return (
                f"Port {port} of {host} cannot be used ({error.strerror}). Another program"
                f" may hold it; choose another one: PORT={port + 1} quarterdeck run"
            )
    return None


def _stop_all(children: list[Child]) -> None:
    say("Stopping …")
    for child in children:
        child.ask_to_stop()
    deadline = time.monotonic() + STOP_WITHIN
    for child in children:
        child.stop(deadline)


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--demo", action="store_true", help="fill an empty instance with the demo"
    )
    parser.add_argument(
        "--port", type=int, default=env_int("PORT", 8000), help="default: PORT, or 8000"
    )
    parser.add_argument(
        "--host",
        default=env_text("HOST", "127.0.0.1"),
        help="the address to listen at; default: HOST, or 127.0.0.1",
    )
    parser.add_argument(
        "--no-worker",
        dest="worker",
        action="store_false",
        help="start no worker; others do the jobs",
    )
