"""Follow somebody: the question, the answer, the log."""

from typing import Any

from django import forms

from quarterdeck.web.people.forms import PersonField
from quarterdeck.web.people.forms.people import a_day

from .fields import line, version, words


class AskToShadow(forms.Form):
    leader = PersonField(
        label="Whom would you follow?", help_text="Somebody who leads a team."
    )
    on = a_day(label="On")
    occasion = line("Through which occasion?")
    why = words(
        "What would you like to see?",
        600,
        required=False,
        help_text="Only whom you ask reads this.",
    )

    def __init__(self, *args: Any, user: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["leader"]
        assert isinstance(field, PersonField)
        field.user = user


class Reply(forms.Form):
    reply = line("A word with it", 600, required=False)


class Log(forms.Form):
    text = words("What did you learn?", 8_000, 8, required=False)
    is_shared = forms.BooleanField(
        required=False, label="Whom I followed may read this"
    )
    version = version()
