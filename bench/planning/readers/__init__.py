"""Readers of public scheduling instances, as problems of the planner.

Time is counted in slots of an hour without nights, and the finish alone counts. A task
keeps the number it has in the file as its id.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quarterdeck.engines.planning import Problem

from .common import FINISH_ONLY
from .imopse import read_imopse
from .mplib import read_mplib
from .mpsplib import read_mpsplib
from .mslib import read_mslib
from .mspsp import read_mspsp
from .patterson import read_patterson
from .psplib import read_psplib

__all__ = [
    "FINISH_ONLY",
    "READERS",
    "read",
    "read_imopse",
    "read_mplib",
    "read_mpsplib",
    "read_mslib",
    "read_mspsp",
    "read_patterson",
    "read_psplib",
]

READERS: dict[str, Callable[[str], Problem]] = {
    ".def": read_imopse,
    ".dzn": read_mspsp,
    ".json": read_mpsplib,
    ".mm": read_psplib,
    ".msrcp": read_mslib,
    ".rcmp": read_mplib,
    ".rcp": read_patterson,
    ".sm": read_psplib,
    ".txt": read_mplib,
}


def read(path: Path) -> Problem:
    """Read an instance by its ending.

    Raises
    ------
    ValueError
        One sentence: the ending is not known, or what is wrong with the file.
    """
    if path.suffix not in READERS:
        known = ", ".join(sorted(READERS))
        raise ValueError(f"{path.name}: no reader for {path.suffix}, only for {known}.")
    try:
        return READERS[path.suffix](path.read_text())
    except OSError as error:
        raise ValueError(f"{path.name} cannot be opened: {error.strerror}.") from error
    except KeyError as error:
        why = f"{error.args[0]} is missing."
        raise ValueError(
            f"{path.name} is no whole {path.suffix} file: {why}"
        ) from error
    except (ValueError, IndexError, TypeError, AttributeError) as error:
        why = f"{error}".rstrip(".") + "."
        raise ValueError(
            f"{path.name} is no whole {path.suffix} file: {why}"
        ) from error
