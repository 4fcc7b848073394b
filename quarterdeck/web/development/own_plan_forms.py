"""What somebody may type into their own plan."""

from django import forms

from quarterdeck.domains.development.choices import MARKS, Practice


class SetOwnAim(forms.Form):
    aim = forms.CharField(
        max_length=600,
        label="What I want of my leading and managing",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    sign = forms.CharField(max_length=600, required=False, label="I shall notice it by")
    looked_back = forms.CharField(
        max_length=1_200,
        required=False,
        label="Looking back",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)


class MarkPractice(forms.Form):
    practice = forms.ChoiceField(choices=Practice.choices)
    mark = forms.TypedChoiceField(choices=MARKS, coerce=int)
    evidence = forms.CharField(max_length=600, required=False)


class AddOwnStep(forms.Form):
    title = forms.CharField(max_length=300, label="Step")
    practice = forms.ChoiceField(choices=[("", ""), *Practice.choices], required=False)
    due_on = forms.DateField(
        required=False, label="By", widget=forms.DateInput({"type": "date"})
    )
