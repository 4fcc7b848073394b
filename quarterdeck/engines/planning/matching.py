"""Who fills which need: bipartite matching of people to seats.

People are bits of whole numbers, so "who may sit here" is one number. Method: Kuhn's
augmenting paths (1955); adding people in order of preference gives a team whose worst
member is as good as possible, because seats form a transversal matroid (Edmonds and
Fulkerson 1965).
"""

from collections.abc import Iterable

Seats = tuple[tuple[int, int], ...]


def members(mask: int) -> tuple[int, ...]:
    """Give the numbers of the people in a bit set, ascending."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return tuple(found)


def choose_team(seats: Seats, people: Iterable[int]) -> tuple[int, ...] | None:
    """Fill all seats with the first people who can; None when they cannot.

    Parameters
    ----------
    seats
        Pairs of (bit set of people who fit, count).
    people
        In order of preference; a person is taken when the team can still use them.
    """
    masks = [mask for mask, count in seats for _ in range(count)]
    taken: dict[int, int] = {}
    if len(masks) == 1:
        for person in people:
            if masks[0] >> person & 1:
                return (person,)
        return None
    for person in people:
        if _sit(person, masks, taken, set()) and len(taken) == len(masks):
            return tuple(sorted(taken.values()))
    return None


def _sit(person: int, masks: list[int], taken: dict[int, int], tried: set[int]) -> bool:
    for seat, mask in enumerate(masks):
        if seat in tried or not mask >> person & 1:
            continue
        tried.add(seat)
        if seat not in taken or _sit(taken[seat], masks, taken, tried):
            taken[seat] = person
            return True
    return False
