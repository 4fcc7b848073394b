"""The arithmetic of the chain: plain values in, hashes out."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

GENESIS = "0" * 64


def digest(value: Any) -> str:
    """Hash any JSON value; equal values give equal hashes whatever their key order."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def change_digest(
    kind: str, subject_id: int, version: int, field: str, before: Any, after: Any
) -> str:
    return digest([kind, subject_id, version, field, before, after])


def content_hash(
    actor_name: str, subject_name: str, details: Any, changes: Iterable[str]
) -> str:
    return digest([actor_name, subject_name, details, sorted(changes)])


def link(previous: str, columns: list[Any], content: str) -> str:
    """Hash one row onto the one before it."""
    return digest([previous, columns, content])
