"""Do background jobs until asked to stop."""

import importlib
import os
import signal
import subprocess
import sys
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser
from django.utils import timezone

from quarterdeck.domains.background_jobs.services import Worker


class Command(BaseCommand):
    help = "Do background jobs until asked to stop. Any number of workers may run."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--queue", action="append", default=[], help="only jobs of this queue"
        )
        parser.add_argument("--name", default="", help="what to be called in the jobs")
        parser.add_argument(
            "--instead-of",
            default="",
            help="a worker known to be dead, whose jobs are taken over at once",
        )
        parser.add_argument(
            "--parent", type=int, help="the process that minds it; stop when it is gone"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        worker = Worker(
            clock=timezone.now,
            name=options["name"],
            lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
            queues=tuple(options["queue"]),
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.stop())
        _warm_the_planner()
        parent = options["parent"]

        def look_up() -> None:
            if parent is not None and os.getppid() != parent:
                worker.stop()

        if parent is None:
            self.stdout.write(f"Working as {worker.name}. Ctrl-C stops.")
        worker.work(instead_of=options["instead_of"], on_idle=look_up)


def _warm_the_planner() -> None:
    """Load what a first plan waits for, and have machine code made beside the work.

    The latter takes a while once for each version, and nothing afterwards.
    """
    importlib.import_module("quarterdeck.domains.planning.services.answering")
    subprocess.Popen(
        [sys.executable, "-m", "quarterdeck.engines.planning.warm"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
