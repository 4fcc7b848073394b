"""Write a verified copy of everything."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandParser
from django.utils import timezone

from quarterdeck.jobs.backups import make_backup


class Command(BaseCommand):
    help = "Write a verified copy of the database and the secret key; keep it safe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", nargs="?", type=Path, help="default: backups/ beside the database"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        made = make_backup(to=options["file"], at=timezone.now())
        size = made.stat().st_size / 1_000_000
        self.stdout.write(f"{made} ({size:.1f} MB), verified.")
