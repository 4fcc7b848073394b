"""`quarterdeck plan`: a proposal for everybody, or what a what-if would mean."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.choices import AIMS, CHOICES
from quarterdeck.domains.planning.rules import rows_of
from quarterdeck.jobs.supposing import understood
from quarterdeck.shared.errors import RuleBroken

IN_PARTS = {"by-size": None, "always": True, "never": False}


class Command(BaseCommand):
    help = (
        "Propose a plan for the whole instance; accept it in the browser. With "
        "--what-if, compare instead: nothing at all is kept."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print all as JSON")
        parser.add_argument("--seconds", type=int, default=10, metavar="N")
        parser.add_argument("--seed", type=int, default=0, metavar="N")
        parser.add_argument(
            "--choices",
            action="store_true",
            help="look for other plans to choose from too, for about as long again",
        )
        parser.add_argument(
            "--order",
            default="",
            metavar="AIMS",
            help="aims in strict order with commas between them, of " + ", ".join(AIMS),
        )
        parser.add_argument(
            "--parts",
            choices=["by-size", "always", "never"],
            default="by-size",
            help="cut the whole into parts that running workers plan side by side",
        )
        parser.add_argument(
            "--what-if",
            action="append",
            default=[],
            metavar="SENTENCE",
            help='such as "Mara Lind leaves 2026-06-01"; may be given several times',
        )

        parser.add_argument(
            "--levers",
            action="store_true",
            help="try a few changes that may help; nothing at all is kept",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        how = {"seconds": options["seconds"], "seed": options["seed"]}
        order = [aim.strip() for aim in options["order"].split(",") if aim.strip()]
        try:
            if options["levers"]:
                self._say_levers(how, as_json=options["json"])
                return
            how["order"] = order
            told = self._compare(options["what_if"], how) or self._propose(
                how,
                with_choices=options["choices"],
                in_parts=IN_PARTS[options["parts"]],
            )
        except RuleBroken as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        elif told["conflict"]:
            self._say_conflict(told)
        elif options["what_if"]:
            self._say_side_by_side(told)
        else:
            self._say(told)

    def _propose(self, how: dict[str, Any], **more: Any) -> dict[str, Any]:
        proposal = services.plan_whole_instance(at=timezone.now(), **how, **more)
        return queries.told_of(proposal)

    def _compare(self, given: list[str], how: dict[str, Any]) -> dict[str, Any]:
        if not given:
            return {}
        adjustments = [understood(sentence) for sentence in given]
        proposal = services.compare_whole_instance(
            adjustments=adjustments, at=timezone.now(), **how
        )
        return {
            "what_if": given,
            "state": proposal.state,
            "columns": [
                {"name": name, "measures": measures}
                for name, measures in queries.columns_of(proposal, "so")
            ],
            "conflict": proposal.conflict,
            "left_out": proposal.left_out,
            "gap": proposal.gap,
            "order": proposal.order,
            "aims": proposal.aims,
            "seconds_used": proposal.seconds_used,
        }

    def _say_levers(self, how: dict[str, int], *, as_json: bool) -> None:
        base, rows = services.find_levers_for_whole_instance(at=timezone.now(), **how)
        found = queries.told_levers(base, rows)
        if as_json:
            told = [{**row.told, "sentence": row.sentence} for row in found.helpful]
            told += [{**row.told, "sentence": row.sentence} for row in found.others]
            answer = {"headline": found.headline, "base": base, "levers": told}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"{found.without}\n{found.headline}:")
        for row in found.helpful:
            self.stdout.write(f"  - {row.sentence} {'; '.join(row.brings)}.")
            self.stdout.write(f"    Asks for {row.price}.")
        if found.others:
            tried = " ".join(row.sentence for row in found.others)
            self.stdout.write(f"Tried as well: {tried}")
        self.stdout.write("Nothing was kept.")

    def _say_conflict(self, told: dict[str, Any]) -> None:
        self.stdout.write("These cannot all hold:")
        for sentence in told["conflict"]:
            self.stdout.write(f"  - {sentence}")

    def _say_side_by_side(self, told: dict[str, Any]) -> None:
        names = [column["name"] for column in told["columns"]]
        rows = rows_of([column["measures"] for column in told["columns"]])
        lines = [("", *names), *((row["label"], *row["cells"]) for row in rows)]
        widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
        for line in lines:
            cells = [text.rjust(widths[i]) for i, text in enumerate(line) if i]
            row = "  ".join([line[0].ljust(widths[0]), *cells])
            self.stdout.write(row.rstrip())
        self.stdout.write("Nothing was kept.")

    def _say(self, told: dict[str, Any]) -> None:
        after = told["after"]
        gap = f"{told['gap']:.1%}" if told["gap"] is not None else "an unknown share"
        good = f"at most {gap} from the best possible"
        if told["order"]:
            good = f"in strict order {queries.order_in_words(told['order'])}"
        self.stdout.write(
            f"{len(told['changes'])} changes proposed; all done on {after['finish']}, "
            f"{after['late_tasks']} tasks late, {len(told['left_out'])} not in the plan; "
            f"{good}, in {told['seconds_used']:.1f} s."
        )
        for sentence in queries.aims_in_words(told["aims"]):
            self.stdout.write(f"  {sentence}")
        for row in told["rounds"]:
            self.stdout.write(_round(row))
        if after.get("price_of_growth"):
            self.stdout.write(after["price_of_growth"])
        for choice in told["choices"]:
            self.stdout.write(
                f"  {'*' if choice['is_chosen'] else '-'} {_line(choice)}"
            )


def _round(row: dict[str, Any]) -> str:
    """One round of parts, in a line."""
    won = f", {row['won']:.1%} won" if row["won"] is not None else ""
    parts = "1 part" if row["parts"] == 1 else f"{row['parts']} parts"
    return (
        f"  round {row['number']}: {parts} with {row['tasks']} tasks, "
        f"{row['held']} held, {row['seams']} dependencies between parts{won}"
    )


def _line(choice: dict[str, Any]) -> str:
    """One plan to choose from, in a line."""
    label, _ = CHOICES[choice["key"]]
    found = choice["measures"]
    growth = found["growth"]
    return (
        f"{label}: all done on {found['finish']}, {found['late_tasks']} tasks late, "
        f"{found['work_hours']:g} h of work, {growth['tasks']} stretch tasks"
    )
