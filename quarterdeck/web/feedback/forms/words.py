"""Forms of words: feedback, a reply, a note, a reason."""

from typing import TYPE_CHECKING, Any

from django import forms

from quarterdeck.domains.feedback.rules import missing_words

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person

LONGEST = 5_000


def text_field(
    label: str, hint: str = "", rows: int = 2, **more: Any
) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, help_text=hint, max_length=LONGEST, widget=widget, **more
    )


def hidden() -> forms.IntegerField:
    return forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1)


class Words(forms.Form):
    """Situation, behaviour, impact; or one's own form."""

    situation = text_field("Situation", "When and where was it?", required=False)
    behavior = text_field(
        "Behaviour",
        "What did they do or say? What a camera would have seen, without a verdict.",
        required=False,
    )
    impact = text_field(
        "Impact", "What did it do: to you, the work, the others?", required=False
    )
    text = text_field("In your own form", rows=4, required=False)
    version = hidden()

    def __init__(self, *args: Any, giving: bool = True, **more: Any) -> None:
        super().__init__(*args, **more)
        self.giving = giving

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if self.giving:
            for name in missing_words({k: str(v or "") for k, v in found.items()}):
                self.add_error(name, "Say this too, or use your own form instead.")
        return found

    @property
    def written(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in Words.PARTS}

    PARTS = ("situation", "behavior", "impact", "text")


class NewFeedback(Words):
    """Who may read it stands first: it is chosen before writing."""

    person, task, goal, question = hidden(), hidden(), hidden(), hidden()
    leaders = forms.CharField(
        required=False, widget=forms.HiddenInput, max_length=2_000
    )
    visibility = forms.ChoiceField(label="Who may read it", widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, receiver: "Person", leaders: "list[Person]", **more: Any
    ) -> None:
        super().__init__(*args, **more)
        choices = [("person", f"Only {receiver.name}")]
        if leaders:
            names = " and ".join(one.name for one in leaders)
            who = "who leads" if len(leaders) == 1 else "who lead"
            choices.append(
                ("leaders", f"{receiver.name}, and {names} {who} {receiver.name}")
            )
        field: Any = self.fields["visibility"]
        field.choices = choices

    @property
    def shown_leaders(self) -> list[int]:
        """The people whose names stood on the form: nobody else is let in."""
        given = self.cleaned_data["leaders"].split(",")
        return [int(one) for one in given if one.isdecimal() and len(one) < 16]


class Reply(forms.Form):
    reply = text_field("Your reply")


class Note(forms.Form):
    text = text_field("Only for you", required=False)
    version = hidden()


class Thanks(forms.Form):
    words = text_field("Your thanks", rows=4)
    version = hidden()


class InPerson(forms.Form):
    on = forms.DateField(
        label="Thanked on", widget=forms.DateInput(attrs={"type": "date"})
    )


class Reason(forms.Form):
    reason = text_field("Your reason", "Only the one who asked reads it.")
