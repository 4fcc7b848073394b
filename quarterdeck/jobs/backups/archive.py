"""The file of a backup: a zip with the database, the secret key and what it should hold."""

import hashlib
import json
import os
import shutil
import zipfile
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path

from quarterdeck.shared.errors import RuleBroken

MANIFEST, KEY = "manifest.json", "secret_key"
PIECE = 1 << 20
# What the readers of zip and JSON raise when a byte is not what it was.
NOT_AS_WRITTEN = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    KeyError,
    TypeError,
    ValueError,
    EOFError,
)


class DamagedBackup(RuleBroken):
    pass


@dataclass(frozen=True)
class Manifest:
    """What a backup says about itself."""

    made_at: str
    version: str
    database: str  # the name of its database inside the archive
    sha256: str
    key_sha256: str
    format: int = 1


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_archive(
    to: Path, database: Path, key: str, made_at: str, version: str
) -> None:
    """Write the archive beside `to` and give it its name only when it is complete."""
    manifest = Manifest(
        made_at, version, database.name, digest_of(database), _digest(key)
    )
    part = to.with_name(f".{to.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        with zipfile.ZipFile(
            part, "w", zipfile.ZIP_DEFLATED, compresslevel=1, allowZip64=True
        ) as archive:
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
            archive.writestr(KEY, key)
            archive.write(database, database.name)
        read_archive(part, database.with_name("read-back"))
        sync(part)
        # A link, unlike a rename, refuses to take the place of another file.
        os.link(part, to)
        sync(to.parent)
    finally:
        part.unlink(missing_ok=True)


def read_archive(path: Path, database: Path) -> tuple[Manifest, str]:
    """Unpack the database to `database`; refuse anything that is not as it was written."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = Manifest(**json.loads(archive.read(MANIFEST)))
            key = archive.read(KEY).decode()
            with archive.open(manifest.database) as packed, database.open("wb") as file:
                shutil.copyfileobj(packed, file, PIECE)
    except NOT_AS_WRITTEN as error:
        raise DamagedBackup(f"{path} is not a backup, or it is damaged.") from error
    except OSError as error:
        raise DamagedBackup(f"{path} cannot be read: {error.strerror}.") from error
    if manifest.sha256 != digest_of(database) or manifest.key_sha256 != _digest(key):
        raise DamagedBackup(f"{path} is damaged: its content is not what was written.")
    return manifest, key


def sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
