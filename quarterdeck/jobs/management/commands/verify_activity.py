"""Tell whether the record of acts is whole."""

import sys
from typing import Any

from django.core.management import BaseCommand

from quarterdeck.domains.activity.services import verify_chain


class Command(BaseCommand):
    help = "Walk the chain of acts from the first one; exit 1 when it was broken."

    def handle(self, *args: Any, **options: Any) -> None:
        report = verify_chain()
        if report.whole:
            self.stdout.write(f"{report.length} acts; the chain is whole.")
            return
        for sentence in report.breaks:
            self.stderr.write(sentence)
        self.stderr.write("The record of acts was changed.")
        sys.exit(1)
