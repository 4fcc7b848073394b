"""Comments in the cells of a table."""

from collections.abc import Iterator

from .dates import parse_moment
from .records import CommentRow
from .rows import Row


def comments_of(row: Row, task: str) -> Iterator[CommentRow]:
    """Comments written "date;author;text", or as bare text."""
    for use, cell in row.cells("comments"):
        when, first, rest = cell.partition(";")
        author, second, text = rest.partition(";")
        moment = parse_moment(when, day_first=use.order.day_first)
        if moment is not None and not row.believes(moment):
            row.remark(use, when, "the year of the comment is not believable")
            yield CommentRow(task=task, text=cell, row=row.number)
        elif first and second and text.strip() and moment is not None:
            yield CommentRow(
                task=task,
                author=author.strip(),
                written_at=moment,
                text=text.strip(),
                row=row.number,
            )
        else:
            yield CommentRow(task=task, text=cell, row=row.number)
