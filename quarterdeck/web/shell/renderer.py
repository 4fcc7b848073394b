"""Draws the plain inputs of forms without a template for each of them."""

from collections.abc import Iterable
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe


class Inputs(DjangoTemplates):
    """Django's templates, except for the inputs that a page has dozens of.

    A task's page has twenty of them, and each template takes as long as a query. What
    comes out is the same to the letter; a test compares the two.
    """

    def render(self, template_name: str, context: Any, request: Any = None) -> str:
        draw = DRAWN.get(template_name)
        if draw is None:
            return str(super().render(template_name, context, request))
        return mark_safe(draw(context["widget"]))


def _input(widget: dict[str, Any]) -> str:
    value = widget["value"]
    given = "" if value is None else f' value="{_text(value)}"'
    kind, name = escape(widget["type"]), escape(widget["name"])
    return f'<input type="{kind}" name="{name}"{given}{_attributes(widget)}>'


def _textarea(widget: dict[str, Any]) -> str:
    text = _text(widget["value"]) if widget["value"] else ""
    start = f'<textarea name="{escape(widget["name"])}"{_attributes(widget)}>'
    return f"{start}\n{text}</textarea>"


def _select(widget: dict[str, Any]) -> str:
    groups = "".join(_group(name, some) for name, some, _ in widget["optgroups"])
    start = f'<select name="{escape(widget["name"])}"{_attributes(widget)}>'
    return f"{start}{groups}\n</select>"


def _group(name: Any, options: Iterable[dict[str, Any]]) -> str:
    inside = "".join(f"\n  {_option(option)}" for option in options)
    if not name:
        return inside
    return f'\n  <optgroup label="{_text(name)}">{inside}\n  </optgroup>'


def _option(widget: dict[str, Any]) -> str:
    value, label = _text(widget["value"]), conditional_escape(widget["label"])
    return f'<option value="{value}"{_attributes(widget)}>{label}</option>\n'


def _attributes(widget: dict[str, Any]) -> str:
    return "".join(
        f" {escape(name)}" if value is True else f' {escape(name)}="{_text(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _text(value: Any) -> SafeString:
    return conditional_escape(value if isinstance(value, str) else str(value))


_PLACE = "django/forms/widgets/"
_KINDS = ("text", "number", "date", "datetime", "hidden", "email", "checkbox")
DRAWN = {
    **{f"{_PLACE}{kind}.html": _input for kind in _KINDS},
    f"{_PLACE}textarea.html": _textarea,
    f"{_PLACE}select.html": _select,
}
