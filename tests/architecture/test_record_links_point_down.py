"""Imports are checked by import-linter; a foreign key by name is not an import."""

import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).parents[2]
# Named ways back up, each with its reason.
WAYS_BACK = {
    "people.Person.user": "a signed-in user is asked for their person on every page",
    "organization.Role.user": "a role belongs to its user one to one",
}


def floors() -> dict[str, int]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    order = next(c for c in contracts if c["id"] == "domains")["layers"]
    return {
        name.strip(" ()"): depth
        for depth, line in enumerate(order)
        for name in line.split("|")
    }


def links():
    for model in apps.get_models():
        for link in model._meta.get_fields():
            if link.is_relation and link.concrete and link.related_model:
                yield model, link, link.related_model


def test_links_point_to_the_same_or_a_lower_domain():
    floor = floors()
    wrong = [
        f"{model._meta.label}.{link.name} -> {target._meta.label}"
        for model, link, target in links()
        if model._meta.app_label in floor
        and target._meta.app_label in floor
        and model._meta.app_label != target._meta.app_label
        and floor[target._meta.app_label] <= floor[model._meta.app_label]
    ]
    assert wrong == []


def test_links_across_domains_leave_no_way_back():
    wrong = [
        f"{model._meta.label}.{link.name}"
        for model, link, target in links()
        if model._meta.app_label != target._meta.app_label
        and model.__module__.startswith("quarterdeck")
        and target.__module__.startswith("quarterdeck")
        and not link.remote_field.hidden
        and f"{model._meta.label}.{link.name}" not in WAYS_BACK
    ]
    assert wrong == []
