"""The worker: takes one job after the other until it is asked to stop."""

import logging
import os
import secrets
import socket
import threading
from collections.abc import Callable
from datetime import timedelta

from django.db import Error, close_old_connections, connection, connections

from ..queries import work_is_waiting
from .attempting import attempt
from .claiming import Claim, Clock, LeaseLost, claim_job, take_back

log = logging.getLogger("quarterdeck.jobs")
LEASE = timedelta(seconds=20)
POLL = 0.1  # seconds; a look takes a third of a thousandth of a processor's second


def new_worker_name() -> str:
    return f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(3)}"


class Worker:
    """One process, one job at a time. Any number of them may share a database."""

    def __init__(
        self,
        *,
        clock: Clock,
        name: str = "",
        lease: timedelta = LEASE,
        poll: float = POLL,
        queues: tuple[str, ...] = (),
    ) -> None:
        self.clock, self.lease, self.poll, self.queues = clock, lease, poll, queues
        self.name = name or new_worker_name()
        self.stopping = threading.Event()
        self._ended = threading.Event()
        self.held: Claim | None = None

    def stop(self) -> None:
        """Take no further job; the one at hand ends, or goes back when it next asks."""
        self.stopping.set()

    def work(
        self, *, instead_of: str = "", on_idle: Callable[[], None] | None = None
    ) -> None:
        """Work until stopped. `instead_of` names a worker that is known to be dead."""
        if instead_of:
            take_back(worker=instead_of, at=self.clock())
        beat = threading.Thread(target=self._keep_lease, daemon=True, name="lease")
        beat.start()
        try:
            while not self.stopping.is_set():
                if not self._one_or_wait() and on_idle is not None:
                    on_idle()
        finally:
            self._ended.set()
            beat.join(2)

    def _one_or_wait(self) -> bool:
        """Do one job if there is any; a database that is away is waited for."""
        try:
            close_old_connections()
            if work_is_waiting(self.clock()) and self.work_once():
                return True
            self.stopping.wait(self.poll)
        except Error as error:
            log.warning("The database does not answer: %s", error)
            connection.close()
            self.stopping.wait(2)
        return False

    def work_once(self) -> bool:
        """Do the next job, if there is one; for the loop and for tests."""
        claim = claim_job(
            worker=self.name, clock=self.clock, lease=self.lease, queues=self.queues
        )
        if claim is None:
            return False
        self.held = claim
        try:
            attempt(claim, self.stopping.is_set)
        finally:
            self.held = None
        return True

    def _keep_lease(self) -> None:
        """Extend the lease of the job at hand; in a thread with its own connection."""
        while not self._ended.wait(self.lease.total_seconds() / 4):
            claim = self.held
            if claim is None:
                continue
            try:
                claim.extend(self.lease)
            except LeaseLost:
                pass  # it has just ended, or the next question of the task will tell
            except Error as error:
                log.warning("The lease could not be extended: %s", error)
                connection.close()
        connections.close_all()
