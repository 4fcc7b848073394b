"""Go back to a backup. What is there now is set aside under a name of its own."""

import os
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from quarterdeck.shared.errors import RuleBroken

from . import postgresql
from .archive import Manifest, read_archive, sync
from .checking import bring_up_to_date, check_sqlite


class StillRunning(RuleBroken):
    pass


class AnotherKindOfDatabase(RuleBroken):
    pass


@dataclass(frozen=True)
class Restored:
    made_at: str
    aside: Path | None  # where the database is that was there before
    key_differs: bool  # the key in force is another one: people sign in anew


def restore_backup(*, file: Path, at: datetime) -> Restored:
    """Verify the backup first, then let it take the place of the database."""
    place = settings.DATA_DIR
    present = Path(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and present.exists():
        _refuse_while_open(present)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=place) as folder:
        copy = Path(folder) / "copy"
        manifest, key = read_archive(file, copy)
        _refuse_another_kind(manifest)
        if connection.vendor == "postgresql":
            aside = place / f"quarterdeck.before-{at:%Y%m%d-%H%M%S}.dump"
            postgresql.restore(copy, aside)
            return Restored(manifest.made_at, aside, _bring_key(key, at))
        bring_up_to_date(copy)
        check_sqlite(copy)
        copy.chmod(0o600)
        kept = _take_the_place(copy, present, at)
    return Restored(manifest.made_at, kept, _bring_key(key, at))


def _refuse_another_kind(manifest: Manifest) -> None:
    kind = "sqlite" if manifest.database.endswith(".sqlite3") else "postgresql"
    if kind != connection.vendor:
        raise AnotherKindOfDatabase(
            f"This is a backup of {kind}; DATABASE_URL names {connection.vendor}."
        )


def _take_the_place(copy: Path, present: Path, at: datetime) -> Path | None:
    """Link the present file under a second name, then rename the copy over the first.

    At every moment, a power cut included, one of the two is complete under the name
    that the program opens, and the present one is never without a name.
    """
    sync(copy)
    aside = None
    if present.exists():
        _refuse_while_open(present)
        aside = present.with_name(f"{present.name}.before-{at:%Y%m%d-%H%M%S}")
        os.link(present, aside)
        _take_along(present, aside)
    copy.replace(present)
    sync(present.parent)
    return aside


def _take_along(present: Path, aside: Path) -> None:
    """A log that a damaged database left behind must not be read into the restored one."""
    for tail in ("-wal", "-shm", "-journal"):
        log = present.with_name(present.name + tail)
        if log.exists():
            log.rename(aside.with_name(aside.name + tail))


def _refuse_while_open(path: Path) -> None:
    """Only the last connection may leave WAL; that also folds the log into the file."""
    connection.close()
    sorry = "Quarterdeck is running; stop it before you restore."
    try:
        with closing(sqlite3.connect(path, timeout=1)) as alone:
            mode = alone.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise StillRunning(sorry) from error
    except sqlite3.DatabaseError:
        return  # it is damaged, which is a reason to restore and none to refuse
    if mode != "delete":
        raise StillRunning(sorry)


def _bring_key(key: str, at: datetime) -> bool:
    """Put the backup's key in place; return whether another one stays in force."""
    kept = settings.DATA_DIR / "secret_key"
    if kept.exists() and kept.read_text() != key:
        kept.rename(kept.with_name(f"secret_key.before-{at:%Y%m%d-%H%M%S}"))
    kept.touch(mode=0o600)
    kept.write_text(key)
    given = os.environ.get("SECRET_KEY") or os.environ.get("SECRET_KEY_FILE")
    return bool(given) and key != settings.SECRET_KEY
