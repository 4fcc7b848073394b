"""What projects and tasks have alike in the API: names, the why, who did what."""

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from .types import Text

Name = Annotated[Text, Field(min_length=1, max_length=300)]
Why = Annotated[Text, Field(max_length=600)]
Description = Annotated[Text, Field(max_length=20_000)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]


class WhyStep(Schema):
    kind: str
    id: int
    title: str
    why: str


class Line(Schema):
    field: str
    before: str
    after: str


class ActOut(Schema):
    id: int
    at: datetime
    who: str
    verb: str
    lines: list[Line]
    may_undo: bool
