"""`quarterdeck import FILE --dry-run`: tell what is in a file, and touch nothing else.

The file is read in a confined child; neither side loads Django or opens the database.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quarterdeck.shared.confined import run_confined
from quarterdeck.shared.errors import RuleBroken

from .env import env_int

SECONDS, MEGABYTES = 60, 300
SHOWN = 20


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    if (sentence := _unreadable(options.file)) is not None:
        return _refuse(sentence)
    order = {"name": options.file.name, "most": env_int("IMPORT_MAX_MB", 20)}
    try:
        told = run_confined(
            "quarterdeck.project.dry_run:look_into",
            order,
            result_type=dict[str, Any],
            seconds=SECONDS,
            megabytes=MEGABYTES,
            files=[options.file],
        )
    except RuleBroken as error:
        return _refuse(f"{options.file.name}: {error}")
    if "refused" in told:
        return _refuse(told["refused"])
    print(json.dumps(told, ensure_ascii=False) if options.json else in_words(told))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quarterdeck import", description="Tell what is in a file; change nothing."
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true", help="print counts as JSON")
    parser.add_argument("--organization", default="", help=argparse.SUPPRESS)
    return parser


def _unreadable(path: Path) -> str | None:
    try:
        with path.open("rb"):
            return None if path.is_file() else f"{path} is not a file."
    except OSError as error:
        return f"{path}: {error.strerror}."


def _refuse(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return 2


def look_into(order: dict[str, Any], files: list[Path]) -> dict[str, Any]:
    """Read the file and count; called in the child."""
    from quarterdeck.formats import Limits, Refused, read

    try:
        limits = Limits(bytes=order["most"] * 1_000_000)
        reading = read(files[0], name=order["name"], limits=limits)
    except Refused as refusal:
        return {"refused": str(refusal)}
    columns = reading.dropped_columns
    rows = reading.dropped_rows
    return {
        "file": order["name"],
        "format": reading.format,
        "tasks": len(reading.tasks),
        "people": len(reading.people),
        "links": len(reading.links),
        "projects": len(reading.projects),
        "assignments": len(reading.assignments),
        "comments": len(reading.comments),
        "dropped_columns": len(columns),
        "dropped_rows": len(rows),
        "remarks": len(reading.remarks),
        "columns_left_out": [
            {"name": c.name, "reason": c.reason, "filled": c.filled} for c in columns
        ],
        "rows_left_out": [
            {"row": r.row, "name": r.name, "reason": r.reason} for r in rows[:SHOWN]
        ],
        "notes": list(reading.notes),
    }


def in_words(told: dict[str, Any]) -> str:
    lines = [
        f"{told['file']} ({told['format']}): {told['tasks']} tasks, "
        f"{told['people']} people, {told['links']} links, {told['projects']} projects."
    ]
    for column in told["columns_left_out"]:
        lines.append(f"  column {column['name']!r} is left out: {column['reason']}")
    for row in told["rows_left_out"]:
        lines.append(f"  row {row['row']} is left out: {row['reason']}")
    if (more := told["dropped_rows"] - len(told["rows_left_out"])) > 0:
        lines.append(f"  … and {more} more rows")
    return "\n".join([*lines, "Nothing was changed."])
