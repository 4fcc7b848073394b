"""Look at the instance and name what is wrong."""

import sys
from collections.abc import Iterator
from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from quarterdeck.jobs import examining


class Command(BaseCommand):
    help = "Look at the database, the record of acts and the jobs; exit 1 on findings."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for finding in self._findings():
            mark = "ok  " if finding.good else "BAD "
            found += not finding.good
            self.stdout.write(f"{mark}{finding.sentence}")
        if found:
            self.stdout.write(f"{found} to look after.")
            sys.exit(1)

    def _findings(self) -> Iterator[examining.Finding]:
        yield from examining.examine(timezone.now())
