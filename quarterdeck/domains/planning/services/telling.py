"""Changes of a plan against the records, each with its reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..models import Proposal, ProposedChange
from ..translation.costing import asked_of
from ..translation.reasons import alternative_in_words, reasons_in_words
from ..translation.stretches import (
    growth_in_words,
    growth_of,
    without_growth_in_words,
)
from ..translation.words import Words, left_out_in_words

if TYPE_CHECKING:
    from quarterdeck.engines import planning
    from quarterdeck.engines.planning.answer import Answer
    from quarterdeck.engines.planning.stretch import Stretch

    from ..translation import Translation


def left_out_of(
    translation: Translation, unplaced: Sequence[planning.Unplaced], words: Words
) -> list[dict[str, Any]]:
    """What could not be planned, and what the planner found no place for."""
    rows: list[dict[str, Any]] = [
        {"task_id": each.task_id, "title": each.title, "reason": each.reason}
        for each in translation.left_out
    ]
    for each in unplaced:
        title = translation.tasks[int(each.task)].title
        reason = left_out_in_words(each, words)
        rows.append({"task_id": int(each.task), "title": title, "reason": reason})
    return rows


class Telling:
    """Tells of the plans of one answer; reasons were found for the first one."""

    def __init__(
        self,
        proposal: Proposal,
        translation: Translation,
        answer: Answer,
        words: Words,
    ) -> None:
        self.proposal, self.translation, self.words = proposal, translation, words
        self._reasons = {each.task: each for each in answer.explanations}
        self._explained = {each.task: each for each in answer.result.assignments}
        self._asked = asked_of(translation)
        usual = answer.offer.as_found.assignments if answer.offer else ()
        self._usual = {each.task: each for each in usual}

    def changes(
        self, plan: Sequence[planning.Assignment], stretches: Sequence[Stretch]
    ) -> list[ProposedChange]:
        """Every task that a plan puts elsewhere than it is, in the order of the work."""
        there = {each.task: each for each in plan}
        growing = {each.task: each for each in stretches}
        rows = []
        for task_id in (task.id for task in self.translation.problem.tasks):
            if task_id not in there:
                continue
            row = self._change(there[task_id])
            if row is not None:
                self._explain(row, there[task_id], growing.get(task_id))
                rows.append(row)
        return rows

    def _change(self, found: planning.Assignment) -> ProposedChange | None:
        """The change against the record; None where record and proposal agree."""
        task = self.translation.tasks[int(found.task)]
        axis = self.translation.axis
        row = ProposedChange(
            proposal=self.proposal,
            task=task,
            people_before=sorted(self.translation.contributors.get(task.pk, ())),
            people_after=sorted(int(i) for i in found.people),
            start_before=task.planned_start,
            end_before=task.planned_end,
            start_after=axis.moment(found.start),
            end_after=axis.moment(found.end),
        )
        if not found.people:  # a milestone takes nobody's time; who stands there stays
            row.people_after = row.people_before
        before = (row.people_before, row.start_before, row.end_before)
        if before == (row.people_after, row.start_after, row.end_after):
            return None
        return row

    def _explain(
        self,
        row: ProposedChange,
        place: planning.Assignment,
        stretch: Stretch | None,
    ) -> None:
        row.hours = Decimal(str(self._asked(place.task, place.people)))
        before = [str(i) for i in row.people_before]
        row.hours_before = Decimal(str(self._asked(place.task, before)))
        if stretch is not None:
            row.growth = growth_of(stretch, place, self.translation)
            row.mentor_id = row.growth["person_mentor"]
            row.hours = Decimal(str(row.growth["hours"]))
            row.reasons = growth_in_words(stretch, self.translation, self.words)
            told = without_growth_in_words(self._usual.get(place.task), self.words)
            row.alternative = told[:500]
            return
        why = self._reasons.get(place.task)
        if why is not None and self._explained.get(place.task) == place:
            row.reasons = reasons_in_words(why, self.words)
            told = alternative_in_words(why.alternative, self.words)
            row.alternative = told[:500]
