"""The name, typed by whoever asks or begins: no slip of a finger forgets anybody."""

from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person


class TypeName(forms.Form):
    name = forms.CharField(
        max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, person: "Person", **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["name"].label = f"Type the name: {person.name}"
