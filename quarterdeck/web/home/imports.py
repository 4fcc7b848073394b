"""Bringing a file in is one act with several steps: the last of them tells it."""

from typing import Any

SAID = {
    "import.received": "brought the file",
    "import.mapped": "said what the columns mean of the file",
    "import.started": "takes over the file",
    "import.taken_over": "took over the file",
    "import.undone": "took back what came from the file",
    "import.discarded": "forgot the file",
}
STEPS = ("import.received", "import.mapped", "import.started")


def counted(verb: str, details: dict[str, Any]) -> str:
    """What a file brought, or what its undoing took away; what is nothing is not said."""
    counts = (
        (_many(details.get("tasks_added"), "task"), "added"),
        (_many(details.get("tasks_changed"), "task"), "changed"),
        (_many(details.get("people_added"), "person", "people"), "added"),
    )
    if verb == "import.undone":
        counts = (
            (_many(details.get("tasks"), "task"), "removed"),
            (_many(details.get("projects"), "project"), "removed"),
            (_many(details.get("people"), "person", "people"), "removed"),
        )
    said = [f"{many} {what}" for many, what in counts if many]
    return f": {', '.join(said)}" if said else ""


def _many(count: Any, one: str, several: str = "") -> str:
    if not count:
        return ""
    return f"{count:,} {one if count == 1 else several or one + 's'}".replace(
        ",", "\u202f"
    )
