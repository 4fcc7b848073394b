"""Custom fields: those with a name of their own become labels."""

from xml.etree.ElementTree import Element

from ..ledger import Ledger
from .elements import leaves, parts


class Attributes:
    """The custom fields a project defines."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._names: dict[str, str] = {}
        self._aliases: dict[str, str] = {}

    def define(self, element: Element) -> None:
        """Learn one ``ExtendedAttribute`` of the project."""
        texts = leaves(element)
        field = texts.get("FieldID", "")
        self._names[field] = texts.get("FieldName", "")
        if texts.get("Alias"):
            self._aliases[field] = texts["Alias"]

    def labels(self, element: Element, kind: str) -> tuple[str, ...]:
        """Values of fields with an alias as "alias: value"; others are reported."""
        labels: dict[str, None] = {}
        for part in parts(element, "ExtendedAttribute"):
            texts = leaves(part)
            field, value = texts.get("FieldID", ""), texts.get("Value", "")
            if not value:
                continue
            alias = self._aliases.get(field)
            if alias and kind == "Task":
                labels[f"{alias}: {value}"] = None
                continue
            name = alias or self._names.get(field) or f"field {field[:20]}"
            reason = "custom fields of people are not read"
            if kind == "Task":
                reason = "it is a custom field without a name of its own"
            self._ledger.drop_column(f"{kind}/{name}", reason, 1)
        return tuple(labels)
