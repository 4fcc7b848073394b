"""Open the private rooms of somebody whom nobody else can confirm."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from quarterdeck.domains.accounts.services import confirm_as_operator


class Command(BaseCommand):
    help = (
        "Say that whoever opened this account by an admin's link is its owner. For"
        " somebody whom no leader and nobody they lead can confirm."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address of the account")

    def handle(self, *args: Any, **options: Any) -> None:
        user = confirm_as_operator(email=options["email"], at=timezone.now())
        self.stdout.write(f"The private rooms of {user} are open again.")
