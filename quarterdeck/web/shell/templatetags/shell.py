"""Template tags that every page may use."""

import uuid
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from quarterdeck.shared.money import said

register = template.Library()


@register.simple_tag
def once() -> SafeString:
    """A hidden key that makes a form count once, however often it is sent."""
    return format_html(
        '<input type="hidden" name="request_key" value="{}">', uuid.uuid4()
    )


@register.simple_tag
def options(rows: Iterable[tuple[Any, str]], chosen: Any = None) -> SafeString:
    """What a select offers: values with their words, one of them chosen.

    Lists to filter by have hundreds of them, so no template is asked for each.
    """
    wanted = "" if chosen is None else str(chosen)
    return mark_safe(
        "".join(
            f'<option value="{escape(value)}"'
            f"{' selected' if str(value) == wanted else ''}>{escape(words)}</option>"
            for value, words in rows
        )
    )


@register.filter
def percent(share: float | None) -> str:
    """0.256 → 26 %; nothing is not zero."""
    return "–" if share is None else f"{round(share * 100)} %"


@register.filter
def number(value: Any) -> str:
    """A number without noise: 12, 12.5, 1 200."""
    if value in (None, ""):
        return "–"
    text = f"{float(value):,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f")


@register.filter
def money(amount: Decimal, currency: str) -> str:
    """1 234.50 EUR"""
    return said(amount, currency)


@register.inclusion_tag("shell/components/progress.html")
def progress(share: float | None, label: str = "Progress") -> dict[str, Any]:
    return {"share": share, "value": round((share or 0) * 100), "label": label}


@register.inclusion_tag("shell/components/field.html")
def field(bound: Any) -> dict[str, Any]:
    return {"field": bound}


@register.filter
def styles(names: str) -> list[str]:
    """The addresses of style sheets by their short names."""
    return [static(f"shell/{name}.css") for name in names.split()]


@register.filter
def undo_url(extra_tags: str | None) -> str:
    """The address in a notice's tags that takes back what it tells of."""
    given = extra_tags or ""
    return given.removeprefix("undo:") if given.startswith("undo:/") else ""
