"""People and projects that are named by tasks without rows of their own."""

from .records import PersonRow, ProjectRow


class Mentions:
    """Gives every name one external id: its first spelling."""

    def __init__(self) -> None:
        self._people: dict[str, str] = {}
        self._emails: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._projects: dict[str, ProjectRow] = {}

    def person(self, external_id: str, *, name: str = "", email: str = "") -> str:
        """The external id of a person called so, remembered for ``people``."""
        key = self._people.setdefault(external_id.casefold(), external_id)
        is_address = "@" in external_id and " " not in external_id
        email = email or (external_id if is_address else "")
        if email:
            self._emails.setdefault(key, email)
        self._names.setdefault(key, name or external_id)
        return key

    def project(
        self, title: str, *, key: str = "", lead: str = "", row: int | None = None
    ) -> str:
        """The external id of a project: its key, or its title without one."""
        external_id = key or title
        if external_id not in self._projects:
            self._projects[external_id] = ProjectRow(
                external_id=external_id,
                title=title or key,
                accountable=self.person(lead) if lead else None,
                row=row,
            )
        return external_id

    @property
    def people(self) -> tuple[PersonRow, ...]:
        return tuple(
            PersonRow(
                external_id=key,
                name=self._names[key],
                email=self._emails.get(key, ""),
            )
            for key in self._people.values()
        )

    @property
    def projects(self) -> tuple[ProjectRow, ...]:
        return tuple(self._projects.values())
