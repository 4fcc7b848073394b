"""How often a token may ask: a bucket for each that fills again by itself.

Counted in the memory of each server process: a count that all processes share would be
a write to the database on every read. So with two processes a token that asks both gets
up to twice its rate; the aim is that one runaway program leaves room for the others.
"""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

MOST_KEYS = 10_000  # tokens remembered; the one that asked longest ago is forgotten


class Buckets:
    """`a_minute` at once, and as many a minute after that (GCRA, one number a key)."""

    def __init__(self) -> None:
        self._full_at: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str, a_minute: int, now: float) -> float:
        """Take one from a bucket: 0, or how many seconds to wait for the next."""
        each = 60 / a_minute
        with self._lock:
            full_at = max(self._full_at.pop(key, now), now)
            wait = full_at + each - now - 60
            # A tenth of a microsecond is the noise of adding up, not an early request.
            if wait > 1e-7:
                self._full_at[key] = full_at
                return wait
            self._full_at[key] = full_at + each
            if len(self._full_at) > MOST_KEYS:
                self._full_at.popitem(last=False)
            return 0.0


class TokenRate(BaseThrottle):
    """Says no to a token that asks too often; a browser's session is not counted."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.buckets = clock, Buckets()
        self._said = threading.local()  # between the two questions of one request

    def allow_request(self, request: HttpRequest) -> bool:
        self._said.wait = 0.0
        a_minute: int = settings.API_REQUESTS_A_MINUTE
        key = _token_of(request)
        if a_minute > 0 and key:
            self._said.wait = self.buckets.take(key, a_minute, self.clock())
        return self._said.wait == 0.0

    def wait(self) -> float | None:
        waiting: float = self._said.wait
        return waiting


def _token_of(request: Any) -> str:
    """A short name for the token that was shown and found good; empty for a session."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        return ""
    return hashlib.sha256(token.strip().encode()).hexdigest()
