"""Put the people of the story on stage: teams, people, skills, hours and days off."""

import random
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.accounts.services import open_account
from quarterdeck.domains.organization.models import Role, Team
from quarterdeck.domains.organization.services import give_role, new_team
from quarterdeck.domains.people.models import (
    Membership,
    Person,
    PersonSkill,
    PublicHoliday,
    Skill,
    TimeOff,
    WorkingPattern,
)
from quarterdeck.domains.people.queries import proposed_holidays

from .calendar import ZONE, working_day
from .crew import crew
from .diary import Diary
from .story.people import AGENCY, CAFE, TEAMS
from .story.telling import Who

WEEKDAYS = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
]


class Cast:
    """Everybody by key, every team by name, and what was needed to bring them in."""

    def __init__(
        self,
        leader: User,
        part: Who,
        *,
        at: datetime,
        began: datetime,
        chance: random.Random,
        diary: Diary,
    ) -> None:
        self.at, self.began, self.diary = at, began, diary
        self.today: date = at.astimezone(ZONE).date()
        self.leader = leader
        self.root = Team.objects.get(parent=None)
        self.teams: dict[str, Team] = {}
        self.people: dict[str, Person] = {}
        self.skills: dict[str, Skill] = {}
        self.levels: dict[str, dict[str, int]] = {}  # key of a person → skill → level
        self._raise_teams()
        self._place_leader(part)
        self._place([*CAFE, *AGENCY, *crew(chance)])
        self._meet()
        self.brought = {
            "holiday": self._keep_holidays(),
            "skill": [skill.pk for skill in self.skills.values()],
        }

    def user(self, key: str) -> Any:
        """Who acts for somebody: they themselves, or the next above with an account."""
        person: Person | None = self.people[key]
        while person is not None and person.user is None:
            person = person.manager
        return person.user if person else self.leader

    def who_can(self, skill: str, level: int, team: str = "") -> list[str]:
        """Keys of people at this level, those of the team first, the best last."""
        able = [
            (self.members[key] != team, levels[skill], key)
            for key, levels in self.levels.items()
            if levels.get(skill, 0) >= level
        ]
        return [key for *_, key in sorted(able)]

    def _raise_teams(self) -> None:
        for name, above, purpose in TEAMS:
            parent = self.teams[above] if above else self.root
            team = new_team(name, parent, self.began, True)
            Team.objects.filter(pk=team.pk).update(purpose=purpose)
            self.teams[name] = team
            self.diary.note(
                at=self.began, by=self.leader, verb="team.added", subject=team
            )

    def _place_leader(self, part: Who) -> None:
        person = Person.objects.get(user=self.leader)
        person.is_demo, person.position = True, part.position
        person.capacity_factor = Decimal(part.factor)
        person.save(update_fields=["is_demo", "position", "capacity_factor"])
        self.people[part.key] = person
        self.members = {part.key: part.team}
        self._join(part)
        self._can(part)

    def _place(self, parts: Iterable[Who]) -> None:
        for part in parts:
            email = f"{part.name.lower().replace(' ', '.')}@demo.example"
            user = None
            if part.account:
                user = open_account(email=email, name=part.name, at=self.began)
                give_role(user=user, name=Role.Name.MEMBER, at=self.began)
            self.members[part.key] = part.team
            self.people[part.key] = Person.objects.create(
                user=user,
                name=part.name,
                email=email,
                position=part.position,
                employment=part.employment,
                capacity_factor=Decimal(part.factor),
                manager=self._manager_of(part),
                is_demo=True,
                created_at=self.began,
                updated_at=self.began,
            )
            self._join(part)
            self._can(part)
            self._works(part)

    def _manager_of(self, part: Who) -> Person | None:
        above = self.teams[part.team].parent if part.leads else self.teams[part.team]
        leads = Membership.objects.filter(team=above, leads=True).select_related(
            "person"
        )
        found = leads.first()
        return found.person if found else self.people["maya"]

    def _join(self, part: Who) -> None:
        Membership.objects.create(
            person=self.people[part.key],
            team=self.teams[part.team],
            leads=part.leads,
            since=self.began.date(),
        )

    def _meet(self) -> None:
        """Whoever leads a team sits at the table of the team above."""
        leads = Membership.objects.filter(leads=True, team__parent__isnull=False)
        for lead in leads.select_related("team__parent").order_by("pk"):
            Membership.objects.get_or_create(
                person_id=lead.person_id,
                team=lead.team.parent,
                defaults={"since": lead.since},
            )

    def _can(self, part: Who) -> None:
        known = self.levels.setdefault(part.key, {})
        for words in filter(None, part.skills.split(", ")):
            name, _, level = words.rpartition(" ")
            if name not in self.skills:
                self.skills[name] = Skill.objects.create(name=name)
            known[name] = int(level.rstrip("+"))
            PersonSkill.objects.create(
                person=self.people[part.key],
                skill=self.skills[name],
                level=known[name],
                wants_to_grow=level.endswith("+"),
                assessed_on=working_day(self.today, -30 - 7 * (len(self.people) % 9)),
                created_at=self.began,
                updated_at=self.began,
            )

    def _works(self, part: Who) -> None:
        person = self.people[part.key]
        if part.week:
            hours = dict(zip(WEEKDAYS, map(Decimal, part.week.split()), strict=True))
            starts_on = self.began.date()
            WorkingPattern.objects.create(person=person, starts_on=starts_on, **hours)
        if part.away:
            first, last = (working_day(self.today, n) for n in part.away)
            TimeOff.objects.create(
                person=person,
                starts_on=first,
                ends_on=last,
                created_at=self.began,
                updated_at=self.began,
            )

    def _keep_holidays(self) -> list[int]:
        days = [
            day
            for year in (self.today.year, self.today.year + 1)
            for day in proposed_holidays(country="GB", subdivision="ENG", year=year)
        ]
        rows = (PublicHoliday(on=day.on, name=day.name) for day in days)
        return [row.pk for row in PublicHoliday.objects.bulk_create(rows)]
