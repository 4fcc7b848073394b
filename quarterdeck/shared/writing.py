"""Write fields of many rows at once, where one statement a row would take seconds."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models


def write_fields(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Save these fields of rows of one model: one prepared statement, many values.

    Django's own `bulk_update` builds a CASE over all rows for each field, which for a
    thousand rows costs more than the thousand saves it replaces. No signals are sent.
    """
    if not rows:
        return
    model = type(rows[0])
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    key = model._meta.pk
    assert key is not None
    table, column = quote(model._meta.db_table), quote(key.column or "")
    values = [
        [
            field.get_db_prep_save(getattr(row, field.attname), connection)
            for field in [*fields, key]
        ]
        for row in rows
    ]
    with connection.cursor() as cursor:
        # Names come from the model, values go beside the statement.
        cursor.executemany(
            f"UPDATE {table} SET {columns} WHERE {column} = %s",
            values,
        )
