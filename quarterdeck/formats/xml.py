"""XML read as a stream of events, within limits."""

import io
from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException, EntitiesForbidden
from defusedxml.ElementTree import iterparse

from .limits import Limits
from .refusals import Refused

# Expat scans an unfinished token again with every chunk it is given; with the
# 16 kB that iterparse asks for, one long token costs quadratic time.
_CHUNK = 512 * 1024
_UNLINKED_AT_ONCE = 500


class _LargeChunks:
    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        part = self._stream.read(max(size, _CHUNK))
        # No tag may contain "<", so this also bounds the attributes of one tag.
        if len(part) == _CHUNK and b"<" not in part:
            raise Refused(
                f"One value in the XML file is longer than {_CHUNK // 1024} kB."
            )
        return part


def local(tag: object) -> str:
    """The tag without its namespace."""
    return str(tag).rpartition("}")[2]


def root_of(raw: bytes, limits: Limits) -> Element:
    """The root element with its attributes, without reading what is below it.

    Refused when the bytes are not XML or contain a document type definition.
    """
    count_elements(raw, limits)
    for depth, element in events(io.BytesIO(raw), limits, ends=False):
        if depth == 1:
            return element
    raise Refused("The XML file has no root element.")


def count_elements(raw: bytes, limits: Limits) -> None:
    """Refuse XML with too many elements by counting its opening tags."""
    if raw.count(b"<") - raw.count(b"</") > limits.elements:
        raise Refused(f"The XML file has more than {limits.elements:,} elements.")


def events(
    stream: IO[bytes], limits: Limits, *, ends: bool = True, kept_below: int = 3
) -> Iterator[tuple[int, Element]]:
    """Yield (depth, element) as each element ends (or begins); the root is 1.

    An element at ``kept_below`` or above is emptied and unlinked once the
    consumer has seen it, so the consumer finds whole records but no whole tree.
    """
    try:
        yield from _events(stream, limits, ends, kept_below)
    except EntitiesForbidden as error:
        raise Refused(
            f"The XML file defines the entity “{error.name}”; "
            "files with entities are not read."
        ) from None
    except DefusedXmlException:
        raise Refused(
            "The XML file contains a document type definition; such files are not read."
        ) from None
    except ParseError as error:
        raise Refused(f"The file is not well-formed XML: {error}.") from None
    except (LookupError, ValueError):
        raise Refused("The XML file names an encoding that is not known.") from None


def _events(
    stream: IO[bytes], limits: Limits, ends: bool, kept_below: int
) -> Iterator[tuple[int, Element]]:
    stack: list[Element] = []
    seen = [0]
    counted, since = 0, 0
    source = _LargeChunks(stream)
    for event, element in iterparse(source, ("start", "end"), forbid_dtd=True):
        if event == "start":
            stack.append(element)
            seen.append(0)
            counted, since = counted + 1, since + 1
            _check(len(stack), counted, since, limits)
            if not ends:
                yield len(stack), element
            continue
        depth = len(stack)
        stack.pop()
        seen.pop()
        if ends:
            yield depth, element
        if depth <= kept_below:
            since = 0
            element.clear()
            seen[-1] += 1
            if stack and seen[-1] >= _UNLINKED_AT_ONCE:
                # The parser runs ahead: later children are already linked, and
                # taking children away one by one would move all of them.
                del stack[-1][: seen[-1]]
                seen[-1] = 0


def _check(depth: int, counted: int, since: int, limits: Limits) -> None:
    if depth > limits.xml_depth:
        raise Refused(f"The XML file is nested deeper than {limits.xml_depth} levels.")
    if counted > limits.elements:
        raise Refused(f"The XML file has more than {limits.elements:,} elements.")
    if since > limits.elements_in_one:
        raise Refused(
            "One element of the XML file has more than "
            f"{limits.elements_in_one:,} parts."
        )


def text_of(element: Element, name: str, namespace: str = "") -> str:
    """The trimmed text of a child, or an empty string."""
    return (element.findtext(namespace + name) or "").strip()
