"""Links between tasks, with those of a summary handed down to the tasks below it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from quarterdeck.domains.projects.models import Dependency, Task

MOST = 2_000  # links that one link between two summaries may become


@dataclass(frozen=True)
class Link:
    """One task waits for another; both are real work, no summaries."""

    before_id: int
    after_id: int
    kind: str
    lag_hours: float


def links_into(rows: QuerySet[Task]) -> list[Link]:
    """Return every link whose end is a task of `rows` or a summary above one.

    A summary is over when all below it is over, and what waits for its end waits for
    each of them. Links that speak of the *start* of what is before, or the *end* of what
    is after a summary, hold for one of its tasks and not for each: they are not handed
    down.
    """
    projects = rows.order_by().values("project_id")
    found = list(
        Dependency.objects.filter(after__project_id__in=projects).order_by("pk")
    )
    below = _leaves_below(rows, {i for link in found for i in _ends(link)})
    links: dict[tuple[int, int], Link] = {}
    for link in found:
        for pair in _pairs(link, below):
            links.setdefault(
                pair, Link(*pair, kind=link.kind, lag_hours=float(link.lag_hours))
            )
    return list(links.values())


def _pairs(
    link: Dependency, below: Mapping[int, list[int]]
) -> Iterable[tuple[int, int]]:
    before, after = below.get(link.before_id), below.get(link.after_id)
    if before is None and after is None:
        return [(link.before_id, link.after_id)]
    if before is not None and link.kind not in (Dependency.Kind.FS, Dependency.Kind.FF):
        return []
    if after is not None and link.kind not in (Dependency.Kind.FS, Dependency.Kind.SS):
        return []
    firsts, seconds = before or [link.before_id], after or [link.after_id]
    if len(firsts) * len(seconds) > MOST:
        return []
    return [(a, b) for a in firsts for b in seconds if a != b]


def _ends(link: Dependency) -> tuple[int, int]:
    return link.before_id, link.after_id


def _leaves_below(rows: QuerySet[Task], linked: set[int]) -> dict[int, list[int]]:
    """By summary that is linked, the tasks below it that are none, at any depth."""
    projects = rows.order_by().values("project_id")
    tree = Task.objects.filter(project_id__in=projects)
    summaries = set(tree.filter(is_summary=True).values_list("pk", flat=True))
    if not summaries:
        return {}
    children: dict[int, list[int]] = defaultdict(list)
    placed = tree.filter(parent__isnull=False).values_list("pk", "parent_id")
    for task_id, parent_id in placed:
        children[parent_id].append(task_id)
    found = {}
    for summary in summaries & linked:
        leaves, waiting, seen = [], list(children[summary]), {summary}
        while waiting:
            task_id = waiting.pop()
            if task_id in seen:
                continue
            seen.add(task_id)
            if task_id in summaries:
                waiting += children[task_id]
            else:
                leaves.append(task_id)
        found[summary] = sorted(leaves)
    return found
