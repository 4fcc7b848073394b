"""The words by which somebody is known: names and addresses, earlier ones too."""

from quarterdeck.domains.activity.queries import history_of
from quarterdeck.domains.people.models import Person

SHORTEST = 2  # one letter alone is no name to look for


def words_of(person: Person) -> list[str]:
    """Return them, the longest first, so that no name is cut out of a longer one."""
    known = {person.name, person.email}
    for record in (person, person.user):
        if record is None:
            continue
        known |= {record.name, record.email}
        changes = history_of(record).filter(field__in=("name", "email"))
        for before, after in changes.values_list("before", "after"):
            known |= {str(before or ""), str(after or "")}
    words = {word.strip() for word in known}
    return sorted((w for w in words if len(w) >= SHORTEST), key=lambda w: (-len(w), w))
