"""``compiled``: a function as machine code, kept on disk; or as it is without numba.

Compiling takes seconds, reading what was compiled before takes milliseconds. Numba
looks at a function's own file only to see whether it changed, so the folder's name
tells of all files of the kernel and of the versions involved. A function that cannot
be compiled runs as it is, which is told once in the log.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from ..loading import loading

Function = TypeVar("Function", bound=Callable[..., Any])
HERE = Path(__file__).parent
A_DAY = 86_400.0
plain = set[str]()  # what could not be compiled


def _fingerprint(version: str) -> str:
    digest = hashlib.sha256(f"{version} {sys.version}".encode())
    compiled = (*HERE.glob("*.py"), *(HERE.parent / "hour_prices").glob("*.py"))
    for path in sorted(compiled):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _candidates() -> list[Path]:
    """Give folders for machine code, the one somebody chose first."""
    chosen = os.environ.get("NUMBA_CACHE_DIR")
    mine = f"quarterdeck-kernel-{os.getuid() if hasattr(os, 'getuid') else 0}"
    usual = [HERE / "__pycache__", Path(tempfile.gettempdir()) / mine]
    return [Path(chosen), *usual] if chosen else usual


def _is_safe(folder: Path) -> bool:
    """Say whether only this user can write here: what is read back is executed."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
        mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
        return mine and not found.st_mode & 0o002 and os.access(folder, os.W_OK)
    return False


def _folder() -> Path | None:
    """Give the folder for the machine code of this version; None: nowhere to keep it."""
    try:
        version = importlib.metadata.version("numba")
    except importlib.metadata.PackageNotFoundError:
        return None
    name = _fingerprint(version)
    for folder in _candidates():
        if _is_safe(folder) and _is_safe(folder / name):
            return folder / name
    return None


def remove_older(folder: Path, now: float) -> None:
    """Remove machine code of other versions beside a folder, a day after it was made.

    Younger code may be another version's that is still at work.
    """
    for other in folder.parent.iterdir():
        if other == folder or not re.fullmatch(r"[0-9a-f]{16}", other.name):
            continue
        with contextlib.suppress(OSError):
            if other.stat().st_mtime < now - A_DAY:
                shutil.rmtree(other)


def guarded(dispatcher: Any) -> Any:
    """Run a function as it is when the compiler fails, e.g. for want of memory."""
    compile_for = dispatcher._compile_for_args
    name = dispatcher.py_func.__name__

    def attempt(*values: object, **named: object) -> object:
        if name not in plain:
            try:
                with loading:
                    return compile_for(*values, **named)
            except Exception:
                plain.add(name)
                logging.getLogger(__name__).exception(
                    "%s could not be compiled; plans are made more slowly", name
                )
        return dispatcher.py_func

    dispatcher._compile_for_args = attempt
    return dispatcher


def _decorator() -> Callable[[Function], Function]:
    try:
        import numba
    except ImportError:
        return lambda function: function
    if FOLDER is not None:
        vars(numba.config)["CACHE_DIR"] = str(FOLDER)
    if vars(numba.config)["DISABLE_JIT"]:
        return lambda function: function
    njit = numba.njit(cache=FOLDER is not None, nogil=True, error_model="numpy")
    return cast(
        "Callable[[Function], Function]", lambda function: guarded(njit(function))
    )


FOLDER = _folder()
compiled = _decorator()
