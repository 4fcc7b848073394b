"""What people may type about the vision and the values."""

from django import forms


class PublishVision(forms.Form):
    text = forms.CharField(
        max_length=2_000,
        label="Vision",
        help_text="What will be true when the work has succeeded? Two or three sentences.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    reason = forms.CharField(
        max_length=300,
        required=False,
        label="Why this version",
        help_text="People read it beside the new words.",
    )
    seen_number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class WordValue(forms.Form):
    name = forms.CharField(max_length=100, label="Value")
    meaning = forms.CharField(
        max_length=500,
        required=False,
        label="What it looks like in daily work",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class EditValue(WordValue):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class MoveValue(forms.Form):
    places = forms.TypedChoiceField(coerce=int, choices=[(-1, "up"), (1, "down")])
