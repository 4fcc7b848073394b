"""The parts of an exported board, whatever else the JSON holds in their place."""

from typing import Any

Json = dict[str, Any]


def objects(value: Json, key: str) -> list[Json]:
    """The objects in a list; empty when there is no list."""
    parts = value.get(key)
    if not isinstance(parts, list):
        return []
    return [part for part in parts if isinstance(part, dict)]


def part(value: Json, key: str) -> Json:
    """The object under a key; empty when there is none."""
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def is_board(value: Json) -> bool:
    """Whether an object is an exported board."""
    return isinstance(value.get("cards"), list) and isinstance(value.get("lists"), list)


def board_from_lines(items: list[Json]) -> Json | None:
    """A board from lines that each hold a board, list or card; else None.

    "lines" counts the lines that describe the board itself.
    """
    kinds = {str(item.get("type")) for item in items}
    if not kinds <= {"board", "list", "card"} or "card" not in kinds:
        return None
    board: Json = {"cards": [], "lists": [], "members": [], "lines": 0}
    for item in items:
        camel = {_camel(key): value for key, value in item.items()}
        if item["type"] == "card":
            board["cards"].append(camel)
        elif item["type"] == "list":
            board["lists"].append(camel)
        else:
            board = {**camel, **board}
            board["lines"] += 1
    return board


def _camel(key: str) -> str:
    first, *rest = key.split("_")
    return first + "".join(word.capitalize() for word in rest)
