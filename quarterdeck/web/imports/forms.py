"""A file, where it goes, and which column means what."""

from typing import Any

from django import forms

from quarterdeck.domains.imports.choices import MEANINGS

FIELDS = [("", "Leave out"), *MEANINGS]


class Bring(forms.Form):
    file = forms.FileField(label="File", max_length=255)


class TakeOver(forms.Form):
    team = forms.ModelChoiceField(
        queryset=None, empty_label=None, label="Into the team"
    )
    newer_than = forms.ModelChoiceField(
        queryset=None,
        required=False,
        empty_label="Nothing: add all of it anew",
        label="This is a newer version of",
        help_text="Its tasks are then brought up to date and not made twice.",
    )

    def __init__(self, *args: Any, teams: Any, earlier: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["team"].queryset = teams
        self.fields["newer_than"].queryset = earlier
        if not earlier.exists():
            del self.fields["newer_than"]


class MapColumns(forms.Form):
    """One choice for each column of the file, as it was guessed."""

    def __init__(self, data: Any, *, columns: list[dict[str, Any]]) -> None:
        super().__init__(data)
        self.columns = columns
        for column in columns:
            guess = column["field"] or ""
            known = [*FIELDS]
            if guess and guess not in dict(FIELDS):
                known.append((guess, guess.replace("_", " ").capitalize()))
            self.fields[self._name(column)] = forms.ChoiceField(
                choices=known,
                required=False,
                initial=guess,
                label=column["name"] or f"Column {column['position']}",
            )

    @staticmethod
    def _name(column: dict[str, Any]) -> str:
        return f"column-{column['position']}"

    @property
    def rows(self) -> list[tuple[dict[str, Any], Any]]:
        return [(column, self[self._name(column)]) for column in self.columns]

    def mapping(self) -> dict[str, str]:
        """Only what differs from the guess, so that a better guess can still win."""
        return {
            column["key"]: self.cleaned_data[self._name(column)]
            for column in self.columns
            if self.cleaned_data[self._name(column)] != (column["field"] or "")
        }
