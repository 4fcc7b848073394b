"""JSON and lines of JSON, decoded within limits."""

import re
from typing import Any

import msgspec

from .limits import Limits
from .refusals import Refused
from .text import clean, encoding_of

_NAMES = ("name", "title", "login", "fullName", "full_name", "username", "email", "id")
_MEMBERS = 50
_HALVES = re.compile(
    rb"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    rb"|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)


def decode_json(raw: bytes, limits: Limits) -> Any:
    """The decoded value; a list when every line is a value of its own.

    Refused when it is not JSON, nested too deep, or built of too many parts.
    """
    encoding, _ = encoding_of(raw)
    if encoding not in ("utf-8", "ascii"):
        raw = raw.decode(encoding, errors="replace").encode("utf-8", "replace")
    if raw.count(b"{") + raw.count(b"[") > limits.json_containers:
        raise Refused(f"The JSON file has more than {limits.json_containers:,} parts.")
    if raw.count(b'":') > limits.json_pairs or raw.count(b",") > limits.json_values:
        raise Refused(f"The JSON file has more than {limits.json_values:,} values.")
    try:
        return _decoded(raw)
    except RecursionError:
        raise Refused("The JSON file is nested too deep.") from None
    except msgspec.DecodeError as error:
        raise Refused(f"The file is not valid JSON: {_reason(error)}.") from None


def _decoded(raw: bytes) -> Any:
    decoder = msgspec.json.Decoder()
    try:
        return decoder.decode(raw)
    except msgspec.DecodeError as error:
        if "trailing characters" in str(error):
            return decoder.decode_lines(_paired(raw))
        paired = _paired(raw)
        if paired == raw:
            raise
    return decoder.decode(paired)


def _paired(raw: bytes) -> bytes:
    """Halves of a character without their other half become U+FFFD."""
    if b"\\ud" not in raw and b"\\uD" not in raw:
        return raw
    return _HALVES.sub(lambda found: found[1] or b"\\ufffd", raw)


def _reason(error: Exception) -> str:
    return str(error).removeprefix("JSON is malformed: ").rstrip(".")[:120]


def flat(value: Any) -> str:
    """A value as the text of one cell; members of a list go on lines."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "\n".join(filter(None, (flat(part) for part in value)))
    if isinstance(value, dict):
        return _name(value)
    return str(value)


def _name(value: dict[str, Any]) -> str:
    for key in _NAMES:
        if isinstance(value.get(key), (str, int)):
            return flat(value[key])
    if not value:
        return ""
    return ", ".join(list(value)[:_MEMBERS])
