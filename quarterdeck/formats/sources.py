"""The file as bytes, taken in only after its size is known."""

import stat
from dataclasses import dataclass
from pathlib import Path

from .limits import Limits
from .refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file's bytes with the name its owner gave it."""

    name: str
    raw: bytes

    @property
    def suffix(self) -> str:
        """The ending in lower case with its dot, or an empty string."""
        return Path(self.name).suffix.casefold()

    @property
    def title(self) -> str:
        """The name without its ending."""
        return Path(self.name).stem


def open_source(path: Path, *, name: str | None, limits: Limits) -> Source:
    """Read the bytes of a regular file of an acceptable size.

    Refused when the file is missing, not a file, empty or too large.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Refused("This is not a file.")
        if found.st_size > limits.bytes:
            raise Refused(
                f"The file has {found.st_size / 1048576:,.0f} MB; "
                f"at most {limits.bytes / 1048576:,.0f} MB are read."
            )
        with path.open("rb") as stream:
            raw = stream.read(limits.bytes + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its path is not valid"
        raise Refused(f"The file could not be opened: {reason}.") from None
    if not raw:
        raise Refused("The file is empty.")
    if len(raw) > limits.bytes:
        raise Refused(f"The file is larger than {limits.bytes:,} bytes.")
    return Source(name=Path(name or path.name).name, raw=raw)
