"""Inputs drawn without templates are those that Django draws, to the letter."""

from datetime import date, datetime
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.web.shell.renderer import DRAWN, Inputs

CHOICES = [
    ("", "Any <one>"),
    ("a&b", 'Say "a"'),
    (3, "Three"),
    ("Group's", [("x", "X"), ("y", "Y & Z")]),
]
WIDGETS = [
    forms.TextInput({"list": "people", "autocomplete": "off", "required": True}),
    forms.NumberInput({"step": "0.25", "min": 0, "disabled": False}),
    forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    forms.DateTimeInput({"type": "datetime-local"}),
    forms.HiddenInput(),
    forms.EmailInput(),
    forms.CheckboxInput({"class": "a b"}),
    forms.Textarea({"rows": 4, "placeholder": '<&"'}),
    forms.Select(choices=CHOICES),
    forms.RadioSelect(choices=CHOICES),
]
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
values = (
    st.none()
    | text
    | st.sampled_from(["a&b", "3", 3, True, False, "x", date(2027, 3, 1)])
    | st.just(datetime(2027, 3, 1, 9, 30))
)


@pytest.mark.parametrize("widget", WIDGETS, ids=lambda widget: type(widget).__name__)
@given(value=values, name=text)
def test_an_input_is_drawn_as_django_draws_it(
    widget: Any, value: Any, name: str
) -> None:
    attrs = {"id": f"id_{name}", "aria-describedby": name}
    ours = widget.render(name, value, attrs, renderer=Inputs())
    theirs = widget.render(name, value, attrs, renderer=DjangoTemplates())
    assert ours == theirs


def test_most_inputs_need_no_template() -> None:
    assert {widget.template_name for widget in WIDGETS[:-1]} == set(DRAWN)
