"""From a table of any origin to a reading."""

from collections.abc import Mapping

from .columns import PEOPLE_FIELDS, TASK_FIELDS, normal
from .ledger import Ledger
from .limits import Limits
from .people import read_people
from .plans import Plan, plan_for
from .profiles import Profile
from .recognition import PROFILES, TITLES, profile_of
from .records import Column, Detection, Reading
from .refusals import NothingNamed
from .tables import Table, must_have_rows, report_above, table_kind
from .tasks import read_tasks
from .text import listed
from .todoist import settle

VOCABULARY: dict[str, str] = {
    **PEOPLE_FIELDS,
    **TASK_FIELDS,
    **{name: field for profile in PROFILES for name, field in profile.fields.items()},
    **{name: "" for profile in PROFILES for mark in profile.marks for name in mark},
}
"""Every known header, for finding the header row and the delimiter."""
_OWN = {profile.format: profile for profile in PROFILES}


def reading_of(
    table: Table,
    *,
    family: str,
    source: str,
    mapping: Mapping[str, str] | None,
    ledger: Ledger,
) -> Reading:
    """Read a table as tasks or people.

    Refused when it has no rows, no column gives a title or name, or the mapping
    does not fit.
    """
    must_have_rows(table)
    report_above(table, ledger)
    profile, kind = _settled(table, family, mapping or {})
    if profile.format == "todoist_csv":
        table = settle(table, ledger)
    plan = plan_for(table, profile, kind, mapping, ledger)
    _must_name(plan, table)
    if kind == "people":
        people = read_people(table, plan, ledger)
        return _reading(profile, source, plan, ledger, people=people)
    parts = read_tasks(table, plan, profile, ledger)
    return _reading(
        profile,
        source,
        plan,
        ledger,
        tasks=parts.tasks,
        links=parts.links,
        people=parts.people,
        projects=parts.projects,
        comments=parts.comments,
    )


def detection_of(
    table: Table, *, family: str, limits: Limits, confidence: float
) -> Detection:
    """Describe a table without reading it; the columns show the guessed fields."""
    profile, kind = _profile(table, family)
    sure = {True: 1.0, False: 0.7 if kind else 0.2}[profile in PROFILES]
    ledger = Ledger(limits)
    columns: tuple[Column, ...] = table.described([None] * len(table.header))
    if kind:
        columns = plan_for(table, profile, kind, None, ledger).columns
    return Detection(
        format=profile.format,
        title=profile.title,
        kind=kind,
        confidence=round(min(sure, confidence), 2),
        encoding=table.encoding,
        delimiter=table.delimiter,
        header_row=table.header_row,
        columns=columns,
    )


def _profile(table: Table, family: str) -> tuple[Profile, str]:
    names = {normal(name) for name in table.header}
    own = profile_of(names) if family in ("csv", "xlsx") else _OWN.get(family)
    if own is not None:
        return own, own.kind
    return Profile(format=family, title=TITLES[family]), table_kind(table)


def _settled(
    table: Table, family: str, mapping: Mapping[str, str]
) -> tuple[Profile, str]:
    """The profile and kind, where a mapping to a title or a name decides."""
    profile, kind = _profile(table, family)
    wanted = set(mapping.values())
    if "title" in wanted:
        kind = "tasks"
    elif wanted & {"name", "first_name", "last_name"}:
        kind = "people"
    if kind != profile.kind and profile in PROFILES:
        profile = Profile(format=family, title=TITLES[family])
    if not kind:
        raise NothingNamed(
            "No column is known to hold the title of a task or the name of a "
            f"person; the columns are {_shown(table)}."
        )
    return profile, kind


def _must_name(plan: Plan, table: Table) -> None:
    needed = ("title",) if plan.kind == "tasks" else ("name", "first_name", "last_name")
    if not any(plan.has(field) for field in needed):
        what = "the titles of tasks" if plan.kind == "tasks" else "the names of people"
        raise NothingNamed(f"No column gives {what}; the columns are {_shown(table)}.")


def _shown(table: Table) -> str:
    return listed([name for name in table.keys if not name.startswith("(column")])


def _reading(
    profile: Profile, source: str, plan: Plan, ledger: Ledger, **parts: object
) -> Reading:
    return Reading(
        format=profile.format,
        source=source,
        columns=plan.columns,
        dropped_columns=ledger.dropped_columns,
        dropped_rows=ledger.dropped_rows,
        remarks=ledger.remarks,
        notes=ledger.notes,
        **parts,  # type: ignore[arg-type]
    )
