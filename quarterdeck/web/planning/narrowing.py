"""What of a proposal is looked at, as an address and a form say it."""

from typing import Any
from urllib.parse import urlencode

from django import forms

from quarterdeck.domains.planning.queries import Narrowing


class NarrowChanges(forms.Form):
    project = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    person = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    kind = forms.CharField(required=False, max_length=20)


def narrowing_of(given: Any) -> Narrowing:
    """Read it from what was sent; whatever makes no sense narrows nothing."""
    form = NarrowChanges(given)
    form.full_clean()
    return Narrowing(
        project_id=form.cleaned_data.get("project"),
        person_id=form.cleaned_data.get("person"),
        kind=form.cleaned_data.get("kind", ""),
    )


def fields_of(narrowing: Narrowing) -> dict[str, str]:
    """The same as fields of a form, without those that say nothing."""
    named = {
        "project": narrowing.project_id,
        "person": narrowing.person_id,
        "kind": narrowing.kind,
    }
    return {name: str(value) for name, value in named.items() if value}


def address_of(narrowing: Narrowing) -> str:
    """The end of an address that shows the same again."""
    fields = fields_of(narrowing)
    return f"?{urlencode(fields)}" if fields else ""
