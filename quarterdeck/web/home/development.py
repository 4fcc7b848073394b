"""Skill evidence that waits for my answer."""

from typing import Any

from quarterdeck.domains.development.queries import lines_to_answer

from .lines import Need
from .links import page

SHOWN = 5


def development_needs(user: Any) -> list[Need]:
    return [
        Need(
            "award",
            f"{proof.person} shows {proof.skill} at level {proof.level}",
            "asks you to confirm it",
            "Answer",
            page("development:proof", proof.proof_id),
        )
        for proof in lines_to_answer(user, SHOWN)
    ]
