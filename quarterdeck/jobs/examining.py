"""What `quarterdeck doctor` looks at, one finding after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import checks
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.background_jobs.queries import stuck_jobs
from quarterdeck.domains.erasure.queries import back_again, overdue_erasures

WAITS_TOO_LONG = timedelta(minutes=5)


@dataclass(frozen=True)
class Finding:
    good: bool
    sentence: str


def examine(at: datetime) -> Iterator[Finding]:
    """Look at one thing after the other; what breaks one look stops no other."""
    looks: tuple[Callable[[], Iterator[Finding]], ...] = (
        _settings,
        _integrity,
        _migrations,
        _chain,
        lambda: _jobs(at),
        lambda: _erasures(at),
    )
    for look in looks:
        try:
            yield from look()
        except Error as error:
            yield Finding(False, f"The database does not answer as it should: {error}")


def _settings() -> Iterator[Finding]:
    found = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    for message in found:
        yield Finding(False, str(message.msg))
    if not found:
        yield Finding(True, "The database keeps what it acknowledges.")


def _integrity() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        told = [row[0] for row in cursor.execute("PRAGMA integrity_check(20)")]
        orphans = cursor.execute("PRAGMA foreign_key_check").fetchmany(20)
    if told == ["ok"]:
        yield Finding(True, "The database file is sound.")
    for sentence in told if told != ["ok"] else []:
        yield Finding(False, f"The database file is damaged: {sentence}")
    for table, row, parent, _ in orphans:
        yield Finding(False, f"Row {row} of {table} points at a missing {parent}.")


def _migrations() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        yield Finding(
            False, f"{len(pending)} migrations are pending: run quarterdeck migrate."
        )
    else:
        yield Finding(True, "The tables are up to date.")


def _chain() -> Iterator[Finding]:
    report = verify_chain()
    if report.whole:
        yield Finding(True, f"The record of acts is whole ({report.length} acts).")
    for sentence in report.breaks:
        yield Finding(False, sentence)


def _jobs(at: datetime) -> Iterator[Finding]:
    stuck = stuck_jobs(at, WAITS_TOO_LONG)
    if not stuck:
        yield Finding(True, "No job waits for a worker.")
    for job in stuck:
        yield Finding(False, f"Job {job.pk} ({job.name}) waits; is a worker running?")


def _erasures(at: datetime) -> Iterator[Finding]:
    overdue, back = list(overdue_erasures(at)[:20]), back_again()
    if not overdue and not back:
        yield Finding(True, "Whoever is to be forgotten is, up to today.")
    for row in overdue:
        day = f"{row.due_at:%Y-%m-%d}"
        yield Finding(
            False, f"Number {row.person_number} was to be forgotten on {day}."
        )
    if back:
        numbers = ", ".join(str(person.pk) for person in back[:20])
        yield Finding(
            False,
            f"Forgotten and here again: {numbers}. Run quarterdeck forget --again.",
        )
