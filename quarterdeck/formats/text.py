"""Bytes to text, and text made harmless."""

import codecs
import re

from charset_normalizer import from_bytes

from .refusals import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_KANA = re.compile(r"[\u3040-\u30ff]{2}")
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp932", "euc_jp",
    "gb18030", "big5", "euc_kr", "koi8_r",
]  # fmt: skip


def encoding_of(raw: bytes) -> tuple[str, float]:
    """Name the encoding of ``raw`` and how sure that is, from 0 to 1.

    Refused when the bytes cannot be text in the encoding they claim.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            _must_decode(raw, name)
            return name, 1.0
    if b"\0" in raw[:4096]:
        return _without_mark(raw), 0.8
    try:
        raw.decode("utf-8")
        return "utf-8", 1.0
    except UnicodeDecodeError:
        return _guessed(raw), 0.6


def _must_decode(raw: bytes, encoding: str) -> None:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError as error:
        label = encoding.upper().replace("-SIG", "")
        raise Refused(
            f"The file says it is {label} text but is damaged at byte {error.start:,}."
        ) from None


def _without_mark(raw: bytes) -> str:
    head = raw[:4096]
    odd, even = head[1::2].count(0), head[0::2].count(0)
    half = len(head) // 2 or 1
    for share, other, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if share > 0.7 * half and other < 0.1 * half:
            _must_decode(raw, name)
            return name
    raise Refused("The file contains NUL bytes and is not text.")


def _guessed(raw: bytes) -> str:
    sample = raw[:65536]
    try:
        if _KANA.search(sample.decode("cp932", errors="strict")):
            return "cp932"
    except UnicodeDecodeError:
        pass
    strange = sum(byte > 127 for byte in sample)
    # A handful of accented letters is too little for statistics to beat the
    # encoding that spreadsheets on Windows write in most of Europe.
    if strange < 24 or strange < len(sample) * 0.02:
        return "cp1252" if _decodes(raw, "cp1252") else "latin-1"
    best = from_bytes(sample[:16384], cp_isolation=_CANDIDATES).best()
    name = best.encoding if best else "cp1252"
    return name if _decodes(raw, name) else "latin-1"


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def clean(text: str) -> str:
    """Trim, unify line ends, and replace what no database or page can hold."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("\ufffd", text).strip()


def shown(text: str, longest: int = 80) -> str:
    """Shorten ``text`` to one line fit for a sentence."""
    line = " ".join(clean(text[: longest * 4]).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def listed(names: list[str], most: int = 12) -> str:
    """Join names for a sentence, shortened when there are many."""
    rest = len(names) - most
    words = ", ".join(f"“{shown(name, 40)}”" for name in names[:most])
    return f"{words} and {rest} more" if rest > 0 else words
