"""`quarterdeck plan`: a proposal for everybody; it changes nothing."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quarterdeck.domains.planning import queries, services
from quarterdeck.shared.errors import RuleBroken


class Command(BaseCommand):
    help = "Propose a plan for the whole instance; accept it in the browser."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print all as JSON")
        parser.add_argument("--seconds", type=int, default=10, metavar="N")
        parser.add_argument("--seed", type=int, default=0, metavar="N")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            proposal = services.plan_whole_instance(
                at=timezone.now(), seconds=options["seconds"], seed=options["seed"]
            )
        except RuleBroken as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        told = queries.told_of(proposal)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        self._say(told)

    def _say(self, told: dict[str, Any]) -> None:
        if told["conflict"]:
            self.stdout.write("These cannot all hold:")
            for sentence in told["conflict"]:
                self.stdout.write(f"  - {sentence}")
            return
        after = told["after"]
        gap = f"{told['gap']:.1%}" if told["gap"] is not None else "an unknown share"
        self.stdout.write(
            f"{len(told['changes'])} changes proposed; all done on {after['finish']}, "
            f"{after['late_tasks']} tasks late, {len(told['left_out'])} not in the plan; "
            f"at most {gap} from the best possible, in {told['seconds_used']:.1f} s."
        )
