"""Zip archives, measured by what really comes out of them."""

import io
import struct
import zipfile
import zlib

from .limits import Limits
from .refusals import Refused

# A damaged directory leads the library to errors of all these kinds.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
    struct.error,
)  # fmt: skip
_CHUNK = 256 * 1024
_ENOUGH = 1024 * 1024


def open_archive(raw: bytes, limits: Limits) -> zipfile.ZipFile:
    """Open a zip whose directory is within the limits.

    Refused when damaged, encrypted, or when it has too many entries, unpacks to
    too much, or an entry claims an impossible ratio. The directory may lie;
    ``unpack`` counts again.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except _DAMAGED:
        raise Refused("The file is a damaged zip archive or workbook.") from None
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise Refused(
            f"The archive has {len(entries):,} entries; "
            f"at most {limits.entries:,} are read."
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("The workbook is encrypted; save it without a password.")
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise Refused(_too_much(limits))
    for entry in entries:
        if entry.file_size > max(_ENOUGH, entry.compress_size * limits.ratio):
            raise Refused(
                f"The part “{entry.filename[:60]}” is packed more than "
                f"{limits.ratio} times; this looks like a zip bomb."
            )
    return archive


def unpack(archive: zipfile.ZipFile, name: str, most: int, limits: Limits) -> bytes:
    """The bytes of one entry; Refused when it is damaged or beyond ``most``."""
    parts: list[bytes] = []
    size = 0
    try:
        packed = archive.getinfo(name).compress_size
        with archive.open(name) as stream:
            while part := stream.read(_CHUNK):
                parts.append(part)
                size += len(part)
                if size > most:
                    raise Refused(_too_large(name, most))
                if size > max(_ENOUGH, packed * limits.ratio):
                    raise Refused(_bomb(limits))
    except KeyError:
        raise Refused(f"The workbook lacks its part “{name[:60]}”.") from None
    except _DAMAGED:
        raise Refused(f"The part “{name[:60]}” of the workbook is damaged.") from None
    return b"".join(parts)


def _too_much(limits: Limits) -> str:
    return (
        f"The workbook unpacks to more than {limits.unpacked_bytes / 1048576:,.0f} MB."
    )


def _too_large(name: str, most: int) -> str:
    return f"The part “{name[:60]}” unpacks to more than {most / 1048576:,.0f} MB."


def _bomb(limits: Limits) -> str:
    return (
        f"A part of the workbook unpacks to more than {limits.ratio} times its size; "
        "this looks like a zip bomb."
    )
