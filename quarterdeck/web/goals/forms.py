"""What people may type about goals."""

from django import forms


class AddGoal(forms.Form):
    title = forms.CharField(max_length=300, label="Goal")
    why = forms.CharField(
        max_length=600,
        label="Why",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One sentence. Every task below this goal will show it.",
    )
    ends_on = forms.DateField(
        required=False, label="By", widget=forms.DateInput(attrs={"type": "date"})
    )


class CloseGoal(forms.Form):
    outcome = forms.ChoiceField(
        choices=[("reached", "Reached"), ("missed", "Missed"), ("dropped", "Dropped")]
    )
    lesson = forms.CharField(max_length=600, required=False)
