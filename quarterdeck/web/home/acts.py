"""What happened, in plain sentences: somebody did something to something."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from quarterdeck.web.shell.templatetags.shell import number

from . import hiring, imports
from .feedback import SAID as SAID_OF_FEEDBACK
from .leading import SAID as SAID_OF_LEADING
from .links import address
from .mentoring import SAID as SAID_OF_MENTORING
from .training import SAID as SAID_OF_TRAINING

if TYPE_CHECKING:
    from quarterdeck.domains.activity.models import Activity

NOUNS = {
    "account": "account",
    "act": "change",
    "key_result": "key result",
    "proposal": "plan",
    "time_off": "time off",
}
# Where “past tense + the + noun + name” would not read well.
SAID = {
    "goal.linked": "linked the goal",
    "goal.unlinked": "unlinked the goal",
    "goal.weighed": "set the weight of the goal",
    "key_result.measured": "recorded a value for the goal",
    "key_result.added": "added a key result to the goal",
    "key_result.changed": "changed a key result of the goal",
    "key_result.removed": "removed a key result from the goal",
    "key_result.restored": "put back a key result of the goal",
    "vision.published": "published a vision",
    "account.opened": "opened the account of",
    "account.signed_in_by_link": "signed in by a link for",
    "person.added": "added",
    "person.joined": "joined as",
    "person.archived": "wrote down the last day of",
    "person.restored": "took back the last day of",
    "people.added": "added people to",
    "invitations.made": "invited people to",
    "membership.began": "added to a team:",
    "membership.ended": "took out of a team:",
    "membership.led": "made lead of a team:",
    "membership.stopped_leading": "ended the leading of",
    "working_pattern.set": "set the hours of",
    "working_pattern.removed": "took back the hours of",
    "cost_rate.set": "set a cost rate",
    "cost_rate.taken_back": "took back a cost rate",
    "cost_rate.restored": "put back a cost rate",
    "account.confirmed": "confirmed the account of",
    **SAID_OF_LEADING,
    **SAID_OF_MENTORING,
    "account.proved": "showed a second factor:",
    "one_on_one.asked": "asked to meet one by one",
    "one_on_one.started": "started 1:1s",
    "one_on_one.agreed": "agreed to 1:1s",
    "one_on_one.declined": "declined 1:1s",
    "one_on_one.rhythm_changed": "changed how often you meet",
    "one_on_one.moved": "moved the 1:1",
    "one_on_one.skipped": "skipped the 1:1",
    "one_on_one.opened": "opened the 1:1",
    "one_on_one.closed": "closed the 1:1",
    "one_on_one.frame_changed": "changed the frame of the 1:1",
    "one_on_one.note_written": "wrote in the notes of a 1:1",
    "one_on_one.ended": "ended 1:1s",
    "one_on_one.restored": "began 1:1s again",
    "topic.added": "added a topic to a 1:1",
    "topic.closed": "closed a topic of a 1:1",
    "topic.edited": "edited a topic of a 1:1",
    "topic.reopened": "reopened a topic of a 1:1",
    "topic.removed": "took a topic off a 1:1",
    "topic.restored": "put a topic of a 1:1 back",
    "promise.made": "wrote down a promise",
    "promise.edited": "edited a promise",
    "promise.kept": "kept a promise",
    "promise.withdrawn": "withdrew a promise",
    "promise.reopened": "reopened a promise",
    "motivation.written": "wrote what motivates them",
    "motivation.removed": "took away what motivates them",
    "role.changed": "changed the role of",
    "account.deactivated": "closed the account of",
    "account.reactivated": "opened again the account of",
    "account.link_made": "made a sign-in link for",
    "act.undone": "took back a change of",
    "erasure.asked": "asked to forget",
    "erasure.begun": "began to forget",
    "erasure.taken_back": "no longer wants to forget",
    "erasure.done": "forgot",
    "task.delegated": "delegated",
    "task.edited_with_others": "edited",
    **imports.SAID,
    **hiring.SAID,
    "recognition.given": "thanked",
    **SAID_OF_FEEDBACK,
    **SAID_OF_TRAINING,
}
# Said to a few alone, an act has no name to go with it.
SAID_ALONE = {"recognition.given": "said thank you"}
# What-ifs leave no name behind, so none is said.
NAMELESS = {
    "scenario.drafted": "drafted a what-if",
    "scenario.supposition_added": "supposed something more in a what-if",
    "scenario.supposition_removed": "supposed something less in a what-if",
    "scenario.discarded": "discarded a what-if",
}
ALONE = {"account.signed_in_by_link": "signed in by a link"}
FIELDS = {"ends_on": "end", "starts_on": "start", "removed_at": "", "retired_at": ""}


@dataclass(frozen=True)
class Told:
    """One act: “Dana closed the goal *X*: reached”; `more` are the like ones before it."""

    who: str
    did: str
    name: str
    url: str
    after: str
    at: datetime
    more: int = 0

    @property
    def did_here(self) -> str:
        """The same on the goal's own page, where its name need not be said."""
        return re.sub(r"( (for|to|from|of))? the goal$", "", self.did)


def told(act: "Activity") -> Told:
    content = act.content
    return Told(
        who=content.actor_name or "Somebody",
        did={**ALONE, **NAMELESS}[act.verb] if _is_nameless(act) else _did(act),
        name="" if _is_nameless(act) else content.subject_name,
        url=address(act.subject_kind, act.subject_id, content.details),
        after=_after(act),
        at=act.at,
    )


def _did(act: "Activity") -> str:
    alone = "" if act.content.subject_name else SAID_ALONE.get(act.verb, "")
    return alone or SAID.get(act.verb) or _plainly(act.verb)


def _is_nameless(act: "Activity") -> bool:
    """Who signs in by a link is named already; a what-if has no name that stays."""
    return act.verb in NAMELESS or (
        act.verb in ALONE and act.actor_id == act.subject_id
    )


def told_together(acts: "Iterable[Activity]", most: int) -> list[Told]:
    """Tell what one person did many times in a row, or step by step, as one line."""
    lines: list[Told] = []
    last = None
    files: set[int] = set()  # of which a later step is told already
    for act in acts:
        if act.verb in imports.SAID:
            file_id = act.subject_id or 0
            if act.verb in imports.STEPS and file_id in files:
                continue
            files.add(file_id)
        this = (act.actor_id, act.verb)
        if this == last and lines:
            lines[-1] = replace(lines[-1], more=lines[-1].more + 1, after="")
            continue
        if len(lines) == most:
            break
        lines.append(told(act))
        last = this
    return lines


def _plainly(verb: str) -> str:
    noun, _, past = verb.partition(".")
    noun = NOUNS.get(noun, noun.replace("_", " "))
    return f"{past.replace('_', ' ')} the {noun}"


def _after(act: "Activity") -> str:
    details: dict[str, Any] = act.content.details
    if act.verb in imports.SAID:
        return imports.counted(act.verb, details)
    if act.verb == "goal.closed":
        lesson = details.get("lesson")
        return f": {details.get('outcome')}" + (f". {lesson}" if lesson else "")
    if act.verb == "key_result.measured":
        return f": {details.get('key_result_title')}, {_value(details)}"
    if "key_result_title" in details:
        return f": {details['key_result_title']}"
    if "parent_title" in details:
        way = "no longer adds" if act.verb == "goal.unlinked" else "adds"
        weight = f", weight {details['weight']}" if "weight" in details else ""
        return f": {way} to “{details['parent_title']}”{weight}"
    if act.verb.endswith((".changed", ".edited")):
        return _fields(act)
    return ""


def _value(details: dict[str, Any]) -> str:
    unit = f" {details['unit']}" if details.get("unit") else ""
    note = f" ({details['note']})" if details.get("note") else ""
    return f"{number(details.get('value'))}{unit}{note}"


def _fields(act: "Activity") -> str:
    """Name the changed fields, where the caller fetched them with the acts."""
    if "changes" not in getattr(act, "_prefetched_objects_cache", {}):
        return ""
    names = [
        FIELDS.get(c.field, c.field.removesuffix("_id")) for c in act.changes.all()
    ]
    shown = [name.replace("_", " ") for name in names if name]
    return f": {', '.join(dict.fromkeys(shown))}" if shown else ""
