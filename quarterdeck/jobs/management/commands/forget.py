"""Forget somebody, by whoever runs the server."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from quarterdeck.domains.erasure import queries, services
from quarterdeck.domains.erasure.rules import GRACE


class Command(BaseCommand):
    help = (
        "Forget a person: what is theirs goes, everything else loses their name. It"
        " happens after a week, by a worker; until then an admin can take it back."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "person", nargs="?", help="their e-mail address, or their number"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="only tell what goes and what stays"
        )
        parser.add_argument(
            "--at-once",
            action="store_true",
            help="without the week",
        )
        parser.add_argument(
            "--again",
            action="store_true",
            help="all who were forgotten and whom an older backup has brought back",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["again"]:
            self._again(dry_run=options["dry_run"])
            return
        people = queries.people_to_forget(options["person"] or "")
        if len(people) != 1:
            raise CommandError(
                f"{len(people)} people are known as {options['person']}."
            )
        (person,) = people
        if options["dry_run"]:
            for fate in queries.open_fates_of(person):
                word = "goes" if fate.fate == "goes" else "loses the name"
                self.stdout.write(f"{fate.count or '':>7}  {fate.what}: {word}")
            return
        at = timezone.now()
        grace = timedelta(0) if options["at_once"] else GRACE
        erasure = services.begin_on_the_server(person=person, at=at, grace=grace)
        if options["at_once"]:
            services.erase_person.call(erasure.pk)
            self.stdout.write(f"Number {erasure.person_number} is forgotten.")
        else:
            self.stdout.write(f"It happens on {erasure.due_at:%Y-%m-%d}, by a worker.")

    def _again(self, *, dry_run: bool) -> None:
        people = queries.back_again()
        for person in people:
            if dry_run:
                self.stdout.write(
                    f"Number {person.pk} was forgotten and is here again."
                )
                continue
            erasure = services.forget_again(person=person, at=timezone.now())
            self.stdout.write(f"Number {erasure.person_number} is forgotten again.")
        if not people:
            self.stdout.write("Nobody who was forgotten is here.")
        unsure = sum(one.since is None for one in queries.forgotten_list())
        if unsure:
            self.stdout.write(
                f"{unsure} of the list were forgotten by an older version, by number"
                " alone: compare them by hand."
            )
