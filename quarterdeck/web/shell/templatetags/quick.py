"""Tags that a page has dozens of, worked out once and not on each rendering.

They mean what Django's `url` and the library's `lucide` mean, and stand in their place.
"""

from functools import lru_cache
from typing import Any

import lucide as library
from django import template
from django.template.base import (
    FilterExpression,
    Node,
    Parser,
    TextNode,
    Token,
    token_kwargs,
)
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parse_url
from django.urls import NoReverseMatch
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ..addresses import path_of

register = template.Library()


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """Django's tag; the address of a record by its number comes from `path_of`."""
    node = parse_url(parser, token)
    name = node.view_name
    if node.kwargs or not _is_fixed(name):
        return node
    return Address(str(name.var), node)


class Address(URLNode):
    """An address whose view is named in the template and whose arguments are numbers."""

    def __init__(self, name: str, node: URLNode) -> None:
        super().__init__(node.view_name, node.args, node.kwargs, node.asvar)
        self.name = name

    def render(self, context: Context) -> str:
        ids = [arg.resolve(context) for arg in self.args]
        if not all(type(each) is int for each in ids):
            return super().render(context)
        try:
            found = mark_safe(escape(path_of(self.name, *ids)))
        except (NoReverseMatch, ValueError):
            return super().render(context)  # Django's way of saying what is wrong
        if self.asvar:
            context[self.asvar] = found
            return ""
        return found


@register.tag
def lucide(parser: Parser, token: Token) -> Node:
    """An icon; one that is named in the template is drawn when that is read."""
    _, *rest = token.split_contents()
    if not rest:
        raise template.TemplateSyntaxError("An icon has a name.")
    name, options = parser.compile_filter(rest[0]), token_kwargs(rest[1:], parser)
    icon = Icon(name, options)
    if _is_fixed(name) and all(_is_fixed(value) for value in options.values()):
        return TextNode(icon.render(Context()))
    return icon


class Icon(Node):
    """An icon whose name the page decides."""

    def __init__(
        self, name: FilterExpression, options: dict[str, FilterExpression]
    ) -> None:
        self.name, self.options = name, options

    def render(self, context: Context) -> SafeString:
        given = ((key, value.resolve(context)) for key, value in self.options.items())
        return drawn(str(self.name.resolve(context)), tuple(given))


@lru_cache(maxsize=1_000)
def drawn(name: str, options: tuple[tuple[str, Any], ...]) -> SafeString:
    # Adding "" makes plain text of what the template marked as safe.
    plain = {k: v + "" if isinstance(v, str) else v for k, v in options}
    size: Any = plain.pop("size", 24)
    return mark_safe(library._render_icon(name, size, **plain))


def _is_fixed(value: FilterExpression) -> bool:
    """Whether a value is written in the template itself and no filter changes it."""
    return not value.filters and (not value.is_var or value.var.lookups is None)
