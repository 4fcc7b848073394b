"""`quarterdeck import FILE`: read a file, and unless it is a dry run take it over."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quarterdeck.domains.imports import services
from quarterdeck.domains.organization.queries import root_team
from quarterdeck.domains.organization.services import found_unattended
from quarterdeck.formats import Refused
from quarterdeck.shared.errors import RuleBroken

PIECE = 1 << 20


class Command(BaseCommand):
    help = "Take over a project or people file into the topmost team."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="print counts as JSON")
        parser.add_argument(
            "--organization",
            default="",
            help="name of the organization, where the instance is still empty",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            with path.open("rb") as file:
                chunks = iter(lambda: file.read(PIECE), b"")
                run = services.receive_file(
                    name=path.name, chunks=chunks, by=None, at=timezone.now()
                )
            services.read_now(run)
            team = root_team() or found_unattended(
                name=options["organization"] or "My organization", at=timezone.now()
            )
            services.take_over_now(run=run, team=team, at=timezone.now())
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.", returncode=2) from None
        except (Refused, RuleBroken) as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        self._say(run, options["json"])

    def _say(self, run: Any, as_json: bool) -> None:
        counts, outcome = run.counts, run.outcome
        if as_json:
            told = {"file": run.file_name, "format": run.format, **counts, **outcome}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        self.stdout.write(
            f"{run.file_name}: {outcome['tasks_added']} tasks added, "
            f"{outcome['tasks_changed']} changed, {outcome['people_added']} people added, "
            f"{counts['links']} links; left out: {counts['dropped_columns']} columns, "
            f"{counts['dropped_rows']} rows, {counts['remarks']} values."
        )
