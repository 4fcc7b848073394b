"""The training catalogue for programs: programmes, skills and scores."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.people.queries import get_skill
from quarterdeck.domains.training import queries, services
from quarterdeck.domains.training.choices import Criterion

from .authentication import may
from .paging import Listing, Window, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["training"], auth=may("training"))
Name = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]
Short = Annotated[Text, Field(max_length=300)]
Words = Annotated[Text, Field(max_length=600)]
Long = Annotated[Text, Field(max_length=1_200)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Level = Annotated[int, Field(ge=1, le=5)]
Number = Annotated[int, Field(ge=1, le=3_000)]
Amount = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
Hours = Annotated[Decimal, Field(gt=0, max_digits=6, decimal_places=2)]
Currency = Annotated[Text, Field(max_length=3, pattern=r"^[A-Z]{3}$")]
How = Literal["", "on_site", "online", "self_paced"]


class TrainedSkillOut(Schema):
    skill_id: int
    level: int


class ProgrammeOut(Schema):
    id: int
    name: str
    provider: str
    about: str
    form: str
    hours: Decimal | None
    sessions: int | None
    over_days: int | None
    price: Decimal | None
    price_per: str
    group_size: int | None
    currency: str
    cost_each: Decimal | None
    trainers: str
    afterwards: str
    topic_ids: list[int]
    trained: list[TrainedSkillOut]
    version: int

    @staticmethod
    def resolve_topic_ids(row: Any) -> list[int]:
        return [topic.pk for topic in row.topics.all()]

    @staticmethod
    def resolve_trained(row: Any) -> list[Any]:
        return list(row.trained.all())


class ProgrammeIn(Schema):
    name: Name
    provider: Annotated[Text, Field(max_length=200)] = ""
    about: Long = ""
    form: How = ""
    hours: Hours | None = None
    sessions: Number | None = None
    over_days: Number | None = None
    price: Amount | None = None
    price_per: Literal["person", "group"] = "person"
    group_size: Number | None = None
    currency: Currency = "EUR"
    trainers: Short = ""
    afterwards: Words = ""
    topic_ids: Annotated[list[RecordId], Field(max_length=50)] = []


class ProgrammeChanges(Schema):
    """Only what is given is changed; `version` is the one that was read."""

    version: Version
    name: Name | None = None
    provider: Annotated[Text, Field(max_length=200)] | None = None
    about: Long | None = None
    form: How | None = None
    hours: Hours | None = None
    sessions: Number | None = None
    over_days: Number | None = None
    price: Amount | None = None
    price_per: Literal["person", "group"] | None = None
    group_size: Number | None = None
    currency: Currency | None = None
    trainers: Short | None = None
    afterwards: Words | None = None
    topic_ids: Annotated[list[RecordId], Field(max_length=50)] | None = None


class TrainedLevel(Schema):
    level: Level


class ProgrammeScoreIn(Schema):
    score: Annotated[int, Field(ge=0, le=4)] | None
    evidence: Words = ""


class ProgrammeScoreOut(Schema):
    criterion: str
    score: int | None
    evidence: str


class ProgrammeCountOut(Schema):
    stage: str
    told: str


class ProgrammesWanted(Window):
    text: Annotated[Text, Field(max_length=100)] = ""
    skill_id: RecordId | None = None


@router.get("/", response=Listing[ProgrammeOut])
def list_programmes(
    request: Request, wanted: Annotated[ProgrammesWanted, Query()]
) -> Any:
    user, skill_id = request.user, wanted.skill_id
    skill = get_skill(user=user, skill_id=skill_id) if skill_id else None
    rows = queries.programmes_visible_to(user, text=wanted.text, skill=skill)
    return listing(queries.with_facts(rows), wanted)


@router.post("/", response={201: ProgrammeOut})
def add_programme(request: Request, body: ProgrammeIn) -> Any:
    facts = body.dict()
    facts["topics"] = _topics(request, facts.pop("topic_ids"))
    added = services.add_programme(**facts, by=request.user, at=request.now)
    return Status(201, queries.get_programme(user=request.user, programme_id=added.pk))


@router.post("/start/", response={201: list[ProgrammeOut]})
def start_training_catalogue(request: Request) -> Any:
    """Put the usual curriculum of leading into an empty catalogue."""
    return Status(201, services.start_catalogue(by=request.user, at=request.now))


@router.get("/{programme_id}/", response=ProgrammeOut)
def get_programme(request: Request, programme_id: Id) -> Any:
    return _get(request, programme_id)


@router.patch("/{programme_id}/", response=ProgrammeOut)
def edit_programme(request: Request, programme_id: Id, body: ProgrammeChanges) -> Any:
    changes = body.dict(exclude_unset=True)
    seen, ids = changes.pop("version"), changes.pop("topic_ids", None)
    never_empty = ("name", "provider", "about", "form", "price_per", "currency")
    for name in (*never_empty, "trainers", "afterwards"):
        if changes.get(name, "") is None:
            del changes[name]
    if ids is not None:
        changes["topics"] = _topics(request, ids)
    services.edit_programme(
        programme=_get(request, programme_id),
        changes=changes,
        seen_version=seen,
        by=request.user,
        at=request.now,
    )
    return _get(request, programme_id)


@router.put("/{programme_id}/skills/{skill_id}/", response=ProgrammeOut)
def train_skill(
    request: Request, programme_id: Id, skill_id: Id, body: TrainedLevel
) -> Any:
    services.train_skill(
        programme=_get(request, programme_id),
        skill=get_skill(user=request.user, skill_id=skill_id),
        level=body.level,
        by=request.user,
        at=request.now,
    )
    return _get(request, programme_id)


@router.delete("/{programme_id}/skills/{skill_id}/", response=ProgrammeOut)
def no_longer_train_skill(request: Request, programme_id: Id, skill_id: Id) -> Any:
    services.no_longer_train_skill(
        programme=_get(request, programme_id),
        skill=get_skill(user=request.user, skill_id=skill_id),
        by=request.user,
        at=request.now,
    )
    return _get(request, programme_id)


@router.get("/{programme_id}/scores/", response=list[ProgrammeScoreOut])
def list_programme_scores(request: Request, programme_id: Id) -> Any:
    """Every criterion; a score of null says that nobody knows."""
    return [
        {
            "criterion": one.value,
            "score": row.score if row else None,
            "evidence": row.evidence if row else "",
        }
        for one, row in queries.scores_of(_get(request, programme_id))
    ]


@router.put(
    "/{programme_id}/scores/{criterion}/",
    response=ProgrammeScoreOut,
)
def score_programme(
    request: Request, programme_id: Id, criterion: Criterion, body: ProgrammeScoreIn
) -> Any:
    return services.score_programme(
        programme=_get(request, programme_id),
        criterion=criterion.value,
        **body.dict(),
        by=request.user,
        at=request.now,
    )


@router.get("/{programme_id}/counts/", response=list[ProgrammeCountOut])
def count_programme_answers(request: Request, programme_id: Id) -> Any:
    """What came of it, in counts that name nobody."""
    programme = _get(request, programme_id)
    told = queries.counts_of(user=request.user, programme=programme)
    return [{"stage": stage.value, "told": words} for stage, words in told]


@router.post("/{programme_id}/retire/", response=ProgrammeOut)
def retire_programme(request: Request, programme_id: Id) -> Any:
    programme = _get(request, programme_id)
    services.retire_programme(programme=programme, by=request.user, at=request.now)
    return _get(request, programme_id)


@router.post("/{programme_id}/restore/", response=ProgrammeOut)
def restore_programme(request: Request, programme_id: Id) -> Any:
    programme = _get(request, programme_id)
    services.restore_programme(programme=programme, by=request.user, at=request.now)
    return _get(request, programme_id)


def _get(request: Request, programme_id: int) -> Any:
    return queries.get_programme(user=request.user, programme_id=programme_id)


def _topics(request: Request, ids: list[int]) -> list[Any]:
    return [queries.get_topic(user=request.user, topic_id=one) for one in ids]
