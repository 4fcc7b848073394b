"""What people may type about teams, and when they join."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from quarterdeck.domains.organization import queries
from quarterdeck.web.people.forms import TeamField

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Invitation, Team


class AddTeam(forms.Form):
    name = forms.CharField(max_length=200, label="Team")
    parent = TeamField(label="Part of")

    def __init__(self, *args: Any, user: Any, near: "Team | None", **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["parent"]
        assert isinstance(field, TeamField)
        field.user = user
        field.offer(queries.near(user=user, team=near))


class EditTeam(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(max_length=200, label="Team")
    purpose = forms.CharField(
        max_length=300, required=False, help_text="One sentence: what it is there for."
    )


class MoveTeam(forms.Form):
    parent = TeamField(label="Part of")

    def __init__(self, *args: Any, user: Any, team: "Team", **more: Any) -> None:
        more["initial"] = {"parent": team.parent_id}
        super().__init__(*args, **more)
        field = self.fields["parent"]
        assert isinstance(field, TeamField)
        field.user = user
        teams = queries.near(user=user, team=team)
        field.offer(t for t in teams if not t.path.startswith(team.path))


class Join(forms.Form):
    name = forms.CharField(max_length=200, label="Your name")
    email = forms.EmailField(label="Your e-mail", help_text="You sign in with it.")
    password = forms.CharField(
        min_length=10,
        max_length=200,
        help_text="At least ten characters.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, invitation: "Invitation", **more: Any) -> None:
        more["initial"] = {"name": invitation.name}
        super().__init__(*args, **more)
        if invitation.email:
            self.fields["email"].disabled = True
            self.initial["email"] = invitation.email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password
