"""Which column of a table is read as which field."""

from collections.abc import Mapping
from dataclasses import dataclass

from .columns import (
    PEOPLE_FIELDS,
    TASK_FIELDS,
    field_for,
    fields_for,
    normal,
    unit_of,
)
from .dates import DayOrder, day_order
from .durations import UNITS
from .ledger import Ledger
from .profiles import Profile
from .records import Column
from .refusals import Refused
from .tables import Table
from .text import listed

_DATES = frozenset(
    [
        "deadline",
        "planned_start",
        "planned_end",
        "created_at",
        "started_at",
        "done_at",
        "cancelled_at",
        "starts_on",
        "ends_on",
    ]
)
_WITH_COMMAS = frozenset({"resource names", "ressourcennamen"})
_UNDECIDED = DayOrder()
NO_PLACE = "there is no place for it"
_PRIVATE = {
    "salary": "pay is not taken over",
    "gehalt": "pay is not taken over",
    "salaire": "pay is not taken over",
    "dob": "it is not needed for leading a team",
    "birth day": "it is not needed for leading a team",
    "sex": "it is not needed for leading a team",
    "password": "passwords are not taken over",
}


@dataclass(slots=True, kw_only=True)
class Use:
    """One column as it is read.

    ``index`` counts from 0, ``unit`` is in hours, ``commas`` part the names in a
    cell: elsewhere "Moreau, Inès" is one person.
    """

    index: int
    name: str
    field: str
    unit: float = 1.0
    commas: bool = False
    order: DayOrder = _UNDECIDED


@dataclass(kw_only=True)
class Plan:
    """The uses of all columns of a table."""

    kind: str
    uses: dict[str, list[Use]]
    columns: tuple[Column, ...]

    def has(self, field: str) -> bool:
        return field in self.uses


def plan_for(
    table: Table,
    profile: Profile,
    kind: str,
    mapping: Mapping[str, str] | None,
    ledger: Ledger,
) -> Plan:
    """Decide the field of every column and report the columns not read.

    Refused when ``mapping`` names a column or field that does not exist.
    """
    fields: list[str | None] = [_guess(name, profile, kind) for name in table.header]
    if kind == "people":
        _split_name(table.header, fields)
    _apply(mapping or {}, table, fields, kind)
    columns = table.described(fields)
    plan = Plan(kind=kind, uses=_uses(columns), columns=columns)
    _decide_dates(table, plan, ledger)
    others = plan.uses.get("external_id", [])[1:] + plan.uses.get("alternative_id", [])
    for use in others:
        ledger.note(f"“{use.name}” only serves to find the ids other columns name.")
    for column in columns:
        if column.field is None and column.filled:
            ledger.drop_column(column.key, _reason(column, profile), column.filled)
    return plan


def _guess(header: str, profile: Profile, kind: str) -> str | None:
    plain = normal(header)
    if not plain or plain in profile.reasons:
        return None
    own = profile.fields.get(plain) or profile.pattern(header)
    if own or profile.only_own:
        return own
    return field_for(header, TASK_FIELDS if kind == "tasks" else PEOPLE_FIELDS)


def _split_name(header: list[str], fields: list[str | None]) -> None:
    """A "name" beside a "last name" is a first name."""
    if "last_name" in fields and "first_name" not in fields and "name" in fields:
        at = fields.index("name")
        if normal(header[at]) == "name":
            fields[at] = "first_name"


def _apply(
    mapping: Mapping[str, str], table: Table, fields: list[str | None], kind: str
) -> None:
    places = {key: index for index, key in enumerate(table.keys)}
    known = fields_for(kind)
    for key, field in mapping.items():
        if key not in places:
            raise Refused(
                f"There is no column “{key[:60]}”; the columns are "
                f"{listed(list(places))}."
            )
        name, _, unit = field.partition(":")
        if field and (name not in known or (unit and unit not in UNITS)):
            raise Refused(
                f"Column “{key[:60]}” cannot be read as “{field[:60]}”; "
                f"possible are {', '.join(sorted(known))}."
            )
        fields[places[key]] = field or None


def _uses(columns: tuple[Column, ...]) -> dict[str, list[Use]]:
    uses: dict[str, list[Use]] = {}
    for column in columns:
        if column.field is not None:
            field, unit = unit_of(column.field)
            use = Use(
                index=column.position - 1,
                name=column.key,
                field=field,
                unit=unit,
                commas=normal(column.name) in _WITH_COMMAS,
            )
            uses.setdefault(field, []).append(use)
    return uses


def _reason(column: Column, profile: Profile) -> str:
    plain = normal(column.name)
    return profile.reasons.get(plain) or _PRIVATE.get(plain) or NO_PLACE


def _decide_dates(table: Table, plan: Plan, ledger: Ledger) -> None:
    """Settle day or month first per column; unclear columns follow the others."""
    uses = [use for field in _DATES for use in plan.uses.get(field, ())]
    uses.sort(key=lambda use: use.index)
    for use in uses:
        cells = (row[use.index] for _, row in table.records if use.index < len(row))
        use.order = day_order(cell for cell in cells if cell)
    certain = [use.order for use in uses if use.order.seen and use.order.certain]
    for use in uses:
        if not use.order.seen:
            continue
        how = "as its values show"
        if not use.order.certain:
            use.order = certain[0] if certain else use.order
            how = "as in the other columns" if certain else "though no value shows it"
        order = "day first" if use.order.day_first else "month first"
        ledger.note(f"Dates in “{use.name}” were read {order}, {how}.")
