"""Which person a row of a file is: by number, by e-mail address, else by name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quarterdeck.domains.people.models import Person
from quarterdeck.formats import PersonRow, Reading

from ..models import ImportRun

BATCH = 500


@dataclass
class PeopleByRow:
    """Which person each external id of the file is, and what was done about them."""

    ids: dict[str, int] = field(default_factory=dict)
    added: int = 0
    found: int = 0
    ambiguous: list[str] = field(default_factory=list)
    # Who is somebody of this file already: no other row means them by their name.
    taken: set[int] = field(default_factory=set)


class Matches:
    """Everybody who could be meant by a batch of rows, read in three queries."""

    def __init__(
        self,
        run: ImportRun,
        rows: Sequence[PersonRow],
        several: frozenset[str],
        known: PeopleByRow,
    ) -> None:
        self.run, self.several = run, several  # names that several rows bear
        self.ambiguous: list[str] = []
        own = Person.objects.filter(
            external_source=run.external_source,
            external_id__in=[row.external_id[:200] for row in rows],
        )
        self.by_id = dict(own.values_list("external_id", "pk"))
        mails = [row.email.lower() for row in rows if row.email]
        found = Person.objects.filter(email__in=mails)
        self.by_email = dict(found.values_list("email", "pk"))
        named = Person.objects.filter(name__in=[row.name[:200] for row in rows])
        rows_named = named.values_list("name", "pk")
        pairs = [(name, pk) for name, pk in rows_named if pk not in known.taken]
        self.by_name = dict(pairs)
        self.times = Counter(name for name, _ in pairs)

    def of(self, row: PersonRow) -> int | None:
        """The one person who is meant; two of the same name are nobody's guess."""
        if (found := self.by_id.get(row.external_id[:200])) is not None:
            return found
        if row.email:
            return self.by_email.get(row.email.lower())
        name = row.name[:200]
        if self.times[name] > 1 or (self.times[name] and name in self.several):
            self.ambiguous.append(row.name)
            return None
        return self.by_name.get(name)


def own_people(run: ImportRun, rows: Sequence[PersonRow]) -> set[int]:
    """Who came from this source before, under a number that the file names again."""
    found: set[int] = set()
    for first in range(0, len(rows), BATCH):
        ids = [row.external_id[:200] for row in rows[first : first + BATCH]]
        own = Person.objects.filter(
            external_source=run.external_source, external_id__in=ids
        )
        found.update(own.values_list("pk", flat=True))
    return found


def names_of_several(reading: Reading) -> frozenset[str]:
    """Names that several rows of a file bear without an e-mail address."""
    times = Counter(row.name[:200] for row in reading.people if not row.email)
    return frozenset(name for name, count in times.items() if count > 1)
