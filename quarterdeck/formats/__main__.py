"""``python -m quarterdeck.formats FILE …`` prints what a file holds, as JSON."""

import json
import sys
from pathlib import Path

from . import Reading, Refused, read


def main(names: list[str]) -> int:
    """Print one line per file; 1 when a file was refused."""
    refused = 0
    for name in names:
        try:
            line = counted(read(Path(name)))
        except Refused as error:
            refused, line = 1, {"refused": str(error)}
        print(json.dumps({"file": name, **line}, ensure_ascii=False))
    return refused


def counted(reading: Reading) -> dict[str, object]:
    """The sizes of a reading and its notes."""
    sizes = {
        name: len(getattr(reading, name))
        for name in Reading.__dataclass_fields__
        if isinstance(getattr(reading, name), tuple) and name != "notes"
    }
    return {"format": reading.format, "source": reading.source, **sizes,
            "notes": reading.notes}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
