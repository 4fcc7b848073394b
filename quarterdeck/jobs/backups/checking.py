"""Whether a copied database is sound: its file, its links and its record of acts."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from quarterdeck.shared.errors import RuleBroken


class UnsoundCopy(RuleBroken):
    pass


def check_sqlite(path: Path) -> None:
    """Refuse a copy with a damaged page, a broken link or a broken chain."""
    try:
        with closing(sqlite3.connect(path)) as copy:
            told = [row[0] for row in copy.execute("PRAGMA integrity_check(5)")]
            broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise UnsoundCopy(f"The copied database is damaged: {error}.") from error
    if told != ["ok"]:
        raise UnsoundCopy(f"The copied database is damaged: {told[0]}")
    if broken is not None:
        raise UnsoundCopy(f"A row of {broken[0]} in the copy points at nothing.")
    _manage(path, "verify_activity", "The record of acts in the copy is broken")


def bring_up_to_date(path: Path) -> None:
    """A copy of an older version is brought to this one before it is looked at."""
    _manage(path, "migrate", "The copy cannot be brought up to date", "--verbosity=0")


def _manage(path: Path, command: str, sorry: str, *options: str) -> None:
    """Run a command against the copy, in a process whose database it is."""
    done = subprocess.run(
        [sys.executable, "-m", "django", command, *options],
        env={**_without_database(), "DATABASE_URL": f"sqlite://{path}"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise UnsoundCopy(f"{sorry}: {' '.join(last)}")


def _without_database() -> dict[str, str]:
    hidden = {"DATABASE_URL", "DATABASE_URL_FILE"}
    kept = {k: v for k, v in os.environ.items() if k not in hidden}
    return {**kept, "DJANGO_SETTINGS_MODULE": "quarterdeck.project.settings"}
