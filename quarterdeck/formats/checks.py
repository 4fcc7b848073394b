"""References and cycles."""

from collections.abc import Callable, Iterable, Mapping

from .refusals import Refused
from .text import shown

_MOST_SHOWN = 8


def cycle_in(edges: Mapping[str, Iterable[str]]) -> list[str]:
    """One cycle of a directed graph, its first node again at the end, or []."""
    state: dict[str, int] = {}
    for start in edges:
        if state.get(start):
            continue
        path = [start]
        waiting = [iter(edges.get(start, ()))]
        state[start] = 1
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                state[path.pop()] = 2
            elif state.get(following) == 1:
                return [*path[path.index(following) :], following]
            elif not state.get(following):
                state[following] = 1
                path.append(following)
                waiting.append(iter(edges.get(following, ())))
    return []


def refuse_cycles(
    edges: Mapping[str, Iterable[str]], what: str, named: Callable[[str], str]
) -> None:
    """Refuse a graph with a cycle, naming the path in its order."""
    cycle = cycle_in(edges)
    if not cycle:
        return
    names = [shown(named(node), 40) for node in cycle]
    if len(names) > _MOST_SHOWN + 2:
        rest = len(names) - _MOST_SHOWN
        names = [*names[: _MOST_SHOWN - 2], f"({rest} more)", *names[-2:]]
    raise Refused(f"{what} run in a circle: {' → '.join(names)}.")


class Names:
    """Finds external ids by id, other id or unique name, ignoring case."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._others: dict[str, str] = {}
        self._names: dict[str, str | None] = {}

    def add(self, external_id: str, *, others: Iterable[str], name: str) -> None:
        self._ids.add(external_id)
        for other in others:
            self._others.setdefault(other.casefold(), external_id)
        key = " ".join(name.casefold().split())
        self._names[key] = None if key in self._names else external_id

    def find(self, reference: str) -> str | None:
        """The external id meant, or None when missing or ambiguous."""
        if reference in self._ids:
            return reference
        found = self._others.get(reference.casefold())
        return found or self._names.get(" ".join(reference.casefold().split()))
