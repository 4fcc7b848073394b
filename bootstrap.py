#!/usr/bin/env python3
"""From a fresh clone to a running Quarterdeck, with nothing but Python and its standard library.

    python3 bootstrap.py run      environment, database, demo organisation, server and worker
    python3 bootstrap.py test     the whole suite on SQLite and PostgreSQL, with browser journeys
    python3 bootstrap.py check    style, types and the order of the house
    python3 bootstrap.py bench    speed figures
    python3 bootstrap.py demo     fill an empty instance with the demo organisation
    python3 bootstrap.py sync     only the environment

The Makefile has a target of the same name for each.
"""

from __future__ import annotations

import hashlib
import os
import pathlib
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
UV = "uv==0.13.9"
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"

# What a second round on another database would tell nothing new about: these open none,
WITHOUT_A_DATABASE = ["tests/architecture", "tests/engines", "tests/formats"]
# These try files, processes, disks and methods, and journeys look at pages that others
# ask for on both; but three.
ONCE = [
    "tests/access/test_beyond_the_matrix.py",
    "tests/access/test_cost_rates.py",
    "tests/access/test_repeating.py",
    "tests/faults/test_disk.py",
    "tests/faults/test_hostile_files.py",
    "tests/faults/test_lost_part.py",
    "tests/faults/test_run.py",
    "tests/project/test_loading.py",
    "tests/project/test_startup.py",
]
# Browsers, servers and clocks keep a core waiting: processes beyond the cores.
WAITING = {"first": 2, "second": 1}
TWICE = ["test_first_hour.py", "test_main_job.py", "test_background_job.py"]
SOURCES = ["quarterdeck", "tests", "bench", "bootstrap.py", "manage.py"]
CHECKS = [
    ["ruff", "check", *SOURCES],
    ["ruff", "format", "--check", *SOURCES],
    ["mypy"],
    ["lint-imports"],
]


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036
        return say("Quarterdeck needs Python 3.11 or newer.")
    verb, *rest = arguments or ["help"]
    verbs = {
        "run": lambda: sync(RUNTIME) or call("quarterdeck", "run", "--demo", *rest),
        "demo": lambda: sync(RUNTIME) or call("quarterdeck", "demo", *rest),
        "test": lambda: sync(DEVELOPMENT) or test(rest),
        "check": lambda: sync(DEVELOPMENT) or check(),
        "bench": lambda: sync(DEVELOPMENT) or call("python", "-m", "bench", *rest),
        "sync": lambda: sync(DEVELOPMENT if "--dev" in rest else RUNTIME),
    }
    if verb not in verbs:
        print(__doc__)
        return 0 if verb in ("help", "-h", "--help") else 2
    return verbs[verb]()


def say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def call(program: str, *arguments: str, **environment: str) -> int:
    env = {**os.environ, **environment}
    return subprocess.call([str(BIN / program), *arguments], cwd=HERE, env=env)


def check() -> int:
    return max(call(*command) for command in CHECKS)


def test(arguments: list[str]) -> int:
    """Run the suite on each database; the checks come first, they are quick."""
    if arguments:
        return call("python", "-m", "pytest", *arguments)
    # Some machines switch it off; then every process compiles all sources anew.
    os.environ["PYTHONDONTWRITEBYTECODE"] = ""
    # Else each process of the first round compiles all sources, and the first tests of
    # the planner wait for its machine code, against the clock.
    warm = [PYTHON, "-m", "quarterdeck.engines.planning.warm"]
    collect = [PYTHON, "-m", "pytest", "--collect-only", "-qq"]
    with (
        subprocess.Popen(warm, cwd=HERE) as compiling,
        subprocess.Popen(
            collect,
            cwd=HERE,
            env={**os.environ, "QUARTERDECK_TEST_ROUND": "first"},
            stdout=subprocess.DEVNULL,
        ),
    ):
        outcome = check()
    outcome = outcome or compiling.returncode
    for turn, database in (("first", "sqlite"), ("second", "postgresql")):
        print(f"\n=== tests on {database} ===", flush=True)
        processes = (os.cpu_count() or 2) + WAITING[turn]
        options = ["-n", str(processes), "--dist", "worksteal", "-q"]
        if turn == "second":
            journeys = (HERE / "tests/journeys").glob("test_*.py")
            left_out = [str(path) for path in journeys if path.name not in TWICE]
            left_out += WITHOUT_A_DATABASE + ONCE
            options += [f"--ignore={path}" for path in left_out]
        rounds = {
            "QUARTERDECK_TEST_DATABASE": database,
            "QUARTERDECK_TEST_ROUND": turn,
        }
        outcome = outcome or call("python", "-m", "pytest", *options, **rounds)
    return outcome


def sync(lock: str) -> int:
    """Bring the environment to what the lock file says; instant when it already is."""
    pins = (HERE / lock).read_bytes() + (HERE / "CHANGELOG.md").read_bytes()[:400]
    wanted = hashlib.sha256(pins + sys.version.encode()).hexdigest()
    # The development lock holds all of the runtime lock, so either stamp will do.
    stamps = [VENV / f".{name}.synced" for name in {lock, DEVELOPMENT}]
    if any(stamp.exists() and wanted in stamp.read_text() for stamp in stamps):
        return 0
    print("Preparing the environment in .venv …", flush=True)
    if not PYTHON.exists():
        try:
            venv.create(VENV, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            hint = "on Debian or Ubuntu: apt install python3-venv"
            return say(f"Cannot make a virtual environment ({error}); {hint}.")
    if install(lock) != 0:
        return say("The packages could not be installed; see the lines above.")
    stamp_for(lock)
    return 0


def stamp_for(lock: str) -> None:
    names = [RUNTIME, DEVELOPMENT] if lock == DEVELOPMENT else [RUNTIME]
    changelog = (HERE / "CHANGELOG.md").read_bytes()[:400]
    for name in (RUNTIME, DEVELOPMENT):
        (VENV / f".{name}.synced").unlink(missing_ok=True)
    for name in names:
        pins = (HERE / name).read_bytes() + changelog
        digest = hashlib.sha256(pins + sys.version.encode()).hexdigest()
        (VENV / f".{name}.synced").write_text(digest)


def install(lock: str) -> int:
    env = {
        **os.environ,
        "VIRTUAL_ENV": str(VENV),
        "UV_PYTHON_DOWNLOADS": "never",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }

    def run(*arguments: str) -> int:
        return subprocess.call([str(PYTHON), "-m", *arguments], cwd=HERE, env=env)

    if run("pip", "install", "--quiet", UV) == 0:
        locked = run("uv", "pip", "sync", "--quiet", "--require-hashes", lock)
        own = ["uv", "pip", "install", "--quiet", "--no-deps", "--editable", "."]
    else:  # uv has no wheel for this platform: pip is slower and does the same
        locked = run("pip", "install", "--quiet", "--require-hashes", "-r", lock)
        own = ["pip", "install", "--quiet", "--no-deps", "--editable", "."]
    return locked or run(*own)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
