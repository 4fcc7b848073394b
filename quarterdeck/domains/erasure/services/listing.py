"""Keep the list of those who were forgotten, in a file beside the database."""

import os

from ..models import Erasure
from ..queries.forgotten import Forgotten, forgotten_list, list_file


def keep_list() -> int:
    """Write down those whom the list lacks; return how many those were.

    It only ever grows, and it is made whole here: a server that stopped between
    forgetting and writing leaves nothing out for longer than until the next time.
    """
    known = {(one.number, one.since) for one in forgotten_list()}
    rows = Erasure.objects.filter(done_at__isnull=False).order_by("done_at", "id")
    lines = [
        Forgotten(row.person_number, row.person_since, row.done_at).line
        for row in rows
        if row.done_at and (row.person_number, row.person_since) not in known
    ]
    if lines:
        with list_file().open("a", encoding="utf-8") as file:
            # A line break comes first as well: the last line may be a half one.
            file.write("".join(f"\n{line}\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
    return len(lines)
