"""The people of every test: named for what they are.

Dana leads the whole organization. Alice leads Support, Bob is on her team. Charlie is
in Kitchen: a stranger to Support. Olga administers and leads nobody. Gwen is a guest.
Dora was deactivated. Nora has an account and no role at all.
"""

from datetime import datetime

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.organization.services import add_team, give_role
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.services import begin


class Cast:
    def __init__(self, at: datetime) -> None:
        self.at = at
        self.dana = begin(
            organization="Acme",
            name="Dana",
            email="dana@acme.test",
            password=None,
            at=at,
        )
        self.root = Membership.objects.get(person__user=self.dana).team
        self.support = add_team(name="Support", parent=self.root, by=self.dana, at=at)
        self.kitchen = add_team(name="Kitchen", parent=self.root, by=self.dana, at=at)
        self.alice = self._join("Alice", self.support, leads=True)
        self.bob = self._join("Bob", self.support)
        self.charlie = self._join("Charlie", self.kitchen)
        self.olga = self._join("Olga", None, role=Role.Name.ADMIN)
        self.gwen = self._join("Gwen", None, role=Role.Name.GUEST)
        self.dora = self._join("Dora", self.support)
        self.dora.is_active = False
        self.dora.save()
        self.nora = self._account("Nora")
        # Dana leads; administering is Olga's. Roles stay apart in every test.
        give_role(user=self.dana, name=Role.Name.MEMBER, at=at)
        for user in (self.dana, self.alice, self.bob):
            self._forget(user)

    def _account(self, name: str) -> User:
        user = User(email=f"{name.lower()}@acme.test", name=name, date_joined=self.at)
        user.set_unusable_password()
        user.save()
        return user

    def _join(self, name, team, *, leads=False, role=Role.Name.MEMBER) -> User:
        user = self._account(name)
        give_role(user=user, name=role, at=self.at)
        person = Person.objects.create(
            name=name,
            user=user,
            email=user.email,
            created_at=self.at,
            updated_at=self.at,
        )
        if team is not None:
            Membership.objects.create(
                person=person, team=team, leads=leads, since=self.at.date()
            )
        return user

    def person(self, user: User) -> Person:
        return Person.objects.get(user=user)

    @staticmethod
    def _forget(user: User) -> None:
        """Roles and standing are kept for one request; a new cast starts fresh."""
        for name in ("_role", "_standing"):
            user.__dict__.pop(name, None)
