"""Go back to a backup."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandParser
from django.utils import timezone

from quarterdeck.domains.erasure.queries import forgotten_after
from quarterdeck.jobs.backups import restore_backup


class Command(BaseCommand):
    help = "Verify a backup and go back to it; what is there now is set aside."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        restored = restore_backup(file=options["file"], at=timezone.now())
        self.stdout.write(f"Back to the state of {restored.made_at}.")
        if restored.aside is not None:
            self.stdout.write(f"What was there before is kept in {restored.aside}.")
        since = forgotten_after(datetime.fromisoformat(restored.made_at))
        if since:
            self.stdout.write(
                f"Forgotten since then, and back with it: {since}."
                " Run `quarterdeck forget --again`."
            )
        if restored.key_differs:
            self.stdout.write(
                "SECRET_KEY is another one than in the backup: everybody signs in anew."
            )
