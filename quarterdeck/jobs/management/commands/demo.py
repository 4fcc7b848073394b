"""`quarterdeck demo`: fill an empty instance, with the story or to a size; remove it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quarterdeck.domains.accounts.services import make_one_time_link
from quarterdeck.domains.demo import services
from quarterdeck.shared.errors import RuleBroken


class Command(BaseCommand):
    help = "Fill an empty instance with a demo organization, or remove it again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, metavar="N", help="with N people")
        parser.add_argument("--tasks", type=int, metavar="M", help="and M tasks")
        parser.add_argument("--seed", type=int, default=1, metavar="S")
        parser.add_argument("--remove", action="store_true", help="remove the demo")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        try:
            self._do(options)
        except RuleBroken as refusal:
            raise CommandError(str(refusal), returncode=2) from None

    def _do(self, options: dict[str, Any]) -> None:
        now, seed = timezone.now(), options["seed"]
        if options["remove"]:
            services.remove_demo(by=None, at=now)
            self.stdout.write("The demo is removed.")
            return
        people, tasks = options["people"], options["tasks"]
        if people is None and tasks is None:
            leader = services.make_demo(at=now, seed=seed)
            self.stdout.write("A café of 12 and an agency of 60 are there.")
        else:
            filled = services.fill_instance(
                people=people or 9, tasks=tasks or 0, at=now, seed=seed
            )
            leader = filled.leader
            self.stdout.write(
                f"{filled.people} people in {filled.teams} teams, {filled.goals} goals, "
                f"{filled.projects} projects, {filled.tasks} tasks."
            )
        token = make_one_time_link(user=leader, at=now)
        self.stdout.write(f"Sign in once, within the hour: /sign-in/link/{token}/")
