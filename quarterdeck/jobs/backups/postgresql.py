"""PostgreSQL is copied by its own programs, pg_dump and pg_restore."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection

from quarterdeck.shared.errors import RuleBroken


class ProgramMissing(RuleBroken):
    pass


class ProgramFailed(RuleBroken):
    pass


def dump(to: Path) -> Path:
    """Write one moment of the database in the compressed format of pg_dump."""
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={to}")
    to.chmod(0o600)
    _call([_program("pg_restore"), "--list", str(to)])
    return to


def restore(dumped: Path, aside: Path) -> None:
    """Set the present database aside as a dump, then replace it in one transaction."""
    _call([_program("pg_restore"), "--list", str(dumped)])
    dump(aside)
    connection.close()
    _run(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
        f"--dbname={connection.settings_dict['NAME']}",
        str(dumped),
        name_database=False,
    )


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise ProgramMissing(
            f"{name} was not found; install the client programs of PostgreSQL, of the"
            " server's version or newer."
        )
    return found


def _run(name: str, *options: str, name_database: bool = True) -> None:
    database = [str(connection.settings_dict["NAME"])] if name_database else []
    _call([_program(name), *_where(), *options, *database])


def _where() -> list[str]:
    given = connection.settings_dict
    options = {"host": given["HOST"], "port": given["PORT"], "username": given["USER"]}
    return [f"--{name}={value}" for name, value in options.items() if value]


def _call(command: list[str]) -> None:
    # The password goes by the environment: arguments can be read by everybody.
    password = {"PGPASSWORD": connection.settings_dict["PASSWORD"] or ""}
    env = {**os.environ, **{k: v for k, v in password.items() if v}}
    done = subprocess.run(
        [*command, "--no-password"] if "--list" not in command else command,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = " ".join(done.stderr.split())[:500]
        raise ProgramFailed(f"{Path(command[0]).name} did not end well: {said}")
