"""Which column holds which field: names and synonyms in several languages."""

import re
from collections.abc import Mapping

from .durations import UNITS

HOURS = frozenset({"estimate", "estimate_low", "estimate_high", "remaining", "spent"})
"""Fields that are lengths of time; a mapping may add a unit: "estimate:days"."""

_TASK_WORDS = {
    "external_id": "id|task id|issue key|issuekey|key|issue id|number|nr|no|nummer|"
    "unique id|uid|wbs|ref|reference|identifier|ticket|ticket id|card id|vorgangsnummer"
    "|#|row id|external id|identifiant|código",
    "title": "title|name|task|task name|summary|subject|aufgabe|titel|vorgangsname|"
    "vorgang|betreff|bezeichnung|titre|tâche|tache|sujet|nom|título|titulo|tarea|"
    "asunto|nombre|titolo|attività|oggetto|tarefa|nome|assunto|taak|taaknaam|"
    "onderwerp|naam|card name|to do|todo|item|work item|issue|story|activity|"
    "件名|タスク",
    "project": "project|projekt|project name|projet|proyecto|progetto|projeto|projects",
    "parent": "parent|parent id|parent task|parent issue|parent key|übergeordnet|"
    "übergeordnete aufgabe|parent task id|tâche parente|tarea padre|parent item|epic",
    "description": "description|beschreibung|notes|note|notizen|details|desc|body|"
    "descripción|descripcion|descrizione|descrição|omschrijving|bemerkung|kommentar|"
    "remarks|comment",
    "why": "why|purpose|reason|warum|zweck|grund|pourquoi|goal|outcome",
    "definition_of_done": "definition of done|acceptance criteria|done when|"
    "akzeptanzkriterien|abnahmekriterien|critères d acceptation",
    "status": "status|state|zustand|stand|statut|état|etat|estado|stato|list|column|"
    "stage|phase|list name|progress status",
    "priority": "priority|priorität|prioritaet|prio|priorité|priorite|prioridad|"
    "priorità|prioridade|prioriteit|importance",
    "deadline": "deadline|due|due date|due on|fällig|fällig am|fälligkeit|"
    "fälligkeitsdatum|termin|stichtag|échéance|echeance|date d échéance|"
    "fecha de vencimiento|vencimiento|fecha límite|scadenza|prazo|vervaldatum|due by",
    "planned_start": "start|start date|planned start|beginn|anfang|startdatum|"
    "anfangstermin|début|date de début|inicio|fecha de inicio|inizio|data inizio|"
    "início|begindatum|start on|starts on",
    "planned_end": "end|end date|planned end|finish|finish date|ende|enddatum|"
    "endtermin|fin|date de fin|fecha de fin|fine|data fine|fim|einddatum|ends on",
    "created_at": "created|created at|created date|creation date|erstellt|erstellt am|"
    "angelegt|créé|date de création|creado|creato|criado|created on|date created|"
    "first commit|opened",
    "started_at": "started|started at|actual start|begonnen am|ist anfang|started on",
    "done_at": "done|done at|completed|completed at|completed on|completion date|"
    "finished|finished at|finished date|closed|closed at|closed on|resolved|"
    "resolution date|erledigt|erledigt am|abgeschlossen|abgeschlossen am|"
    "actual finish|date completed|terminé le|completado",
    "cancelled_at": "cancelled at|canceled at|cancelled|canceled",
    "percent_done": "percent done|% done|% complete|percent complete|progress|done %|"
    "fortschritt|% abgeschlossen|done ratio|progression|avancement|progreso|%",
    "assignees": "assignee|assignees|assigned to|owner|owners|responsible|bearbeiter|"
    "zugewiesen an|zuständig|verantwortlich|resource names|ressourcennamen|"
    "responsable|assigné à|asignado a|assegnatario|responsável|toegewezen aan|"
    "resources|resource|members|who|wer|assignee email",
    "accountable": "accountable|lead|task lead|accountable person|"
    "rechenschaftspflichtig",
    "labels": "labels|label|tags|tag|category|categories|kategorie|kategorien|type|"
    "tracker|typ|étiquettes|etiquetas|etichette|component|components|issue type|"
    "schlagworte|schlagwörter|milestone name|task type",
    "skills": "skills|skill|required skills|fähigkeiten|kompetenzen|compétences|"
    "habilidades|competenze",
    "story_points": "story points|story point|storypoint|storypoints|points|sp|"
    "story point estimate|punkte",
    "estimate": "estimate|estimated hours|estimated time|effort|work|aufwand|arbeit|"
    "original estimate|geschätzter aufwand|schätzung|charge|estimation|travail|"
    "estimación|trabajo|stima|estimativa|duration|dauer|durée|duración|durata|"
    "duração|duur|hours|stunden|planned hours|planned effort",
    "estimate_low": "estimate low|low estimate|optimistic|best case|minimum|"
    "estimate min",
    "estimate_high": "estimate high|high estimate|pessimistic|worst case|maximum|"
    "estimate max",
    "remaining": "remaining|remaining work|remaining hours|remaining estimate|rest|"
    "restaufwand|verbleibende arbeit|restant|remaining effort",
    "spent": "spent|time spent|actual work|spent hours|spent time|logged|ist stunden|"
    "istaufwand|temps passé|actual hours|hours spent",
    "milestone": "milestone|is milestone|meilenstein|jalon|hito",
    "outline_level": "outline level|indent|level|gliederungsebene|ebene|outlinelevel",
    "predecessors": "predecessors|predecessor|vorgänger|depends on|blocked by|"
    "dependencies|prédécesseurs|predecesoras|predecessori|follows|abhängig von",
    "successors": "successors|successor|nachfolger|blocks|blocking|precedes|"
    "successeurs|blockiert",
    "blocked_reason": "blocked reason|blocker|reason blocked|why blocked|"
    "blockiert weil",
    "url": "url|link|web url|html url|permalink|card url",
}
_PEOPLE_WORDS = {
    "external_id": "id|employee id|empid|emp id|person id|personalnummer|staff id|"
    "user id|userid|employee number|matricule|number|nr|login|username|personal nr|"
    "external id|mitarbeiternummer",
    "name": "name|full name|employee name|person|mitarbeiter|employee|display name|"
    "vollständiger name|nom complet|nombre completo|nome completo|member|member name|"
    "preferred name|colleague|contact name|名前|naam|nom|nombre|nome|person name",
    "first_name": "first name|firstname|given name|vorname|prénom|prenom|voornaam",
    "last_name": "last name|lastname|surname|family name|nachname|familienname|"
    "apellido|apellidos|cognome|sobrenome|achternaam",
    "email": "email|e mail|mail|email address|e mail address|mail address|work email|"
    "e mail adresse|courriel|correo|correo electrónico|emailadres|adresse mail",
    "position": "position|job title|jobtitle|title|role|job|position name|funktion|"
    "stelle|rolle|berufsbezeichnung|poste|fonction|puesto|cargo|ruolo|functie|job role",
    "department": "department|department name|abteilung|bereich|dept|division|area|"
    "département|departamento|reparto|dipartimento|afdeling|business unit|"
    "org unit|organization unit|organisationseinheit",
    "team": "team|team name|gruppe|group|squad|équipe|equipo|squadra|equipe",
    "manager": "manager id|manager|manager name|managerid|reports to|reports to id|"
    "reports to email|manager email|line manager|supervisor|vorgesetzter|vorgesetzte|"
    "vorgesetzte r|führungskraft|chef|responsable|jefe|superior|capo|leidinggevende|"
    "parent id|parent|boss|manager e mail",
    "employment_type": "employment type|employment status|contract type|contract|"
    "vertragsart|beschäftigungsart|anstellungsart|type de contrat|employment|status",
    "starts_on": "hire date|date of hire|dateof hire|start date|starts on|joined|"
    "joined on|eintritt|eintrittsdatum|date d embauche|fecha de ingreso|start|"
    "employment start|entry date",
    "ends_on": "termination date|date of termination|dateof termination|end date|"
    "ends on|left on|austritt|austrittsdatum|date de départ|end|employment end",
    "weekly_hours": "weekly hours|hours per week|wochenstunden|contract hours|"
    "stunden pro woche|heures par semaine|horas semanales|working hours|hours|"
    "ore settimanali|arbeitszeit",
    "capacity": "capacity|fte|max units|availability|allocation|kapazität|"
    "beschäftigungsgrad|pensum|verfügbarkeit|taux|workload|units|max einheiten",
    "calendar": "calendar|kalender|base calendar|basiskalender|calendrier",
    "location": "location|office|city|site|standort|büro|ort|bureau|lieu|ville|"
    "oficina|ciudad|sede|città|kantoor|workplace",
    "skills": "skills|skill|fähigkeiten|kompetenzen|compétences|habilidades|"
    "competenze|kenntnisse|competencies",
    "kind": "kind|type|resource type|ressourcenart|art",
}


def _by_header(words: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, names in words.items():
        for name in names.split("|"):
            found.setdefault(name, field)
    return found


TASK_FIELDS = _by_header(_TASK_WORDS)
PEOPLE_FIELDS = _by_header(_PEOPLE_WORDS)
_TASK_EXTRAS = (
    "alternative_id assignee_emails comments project_key project_lead resolution "
    "section status_category"
)
TASK_FIELD_NAMES = frozenset(_TASK_WORDS) | frozenset(_TASK_EXTRAS.split())
PEOPLE_FIELD_NAMES = frozenset(_PEOPLE_WORDS)

_SEPARATORS = re.compile(r"[^\w%#/]+|_")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def normal(header: str) -> str:
    """A header reduced to lower-case words: "Parent_ID" and "parentId" agree."""
    words = _SEPARATORS.sub(" ", _HUMP.sub(" ", header[:200])).casefold()
    return " ".join(words.split())


def field_for(header: str, words: Mapping[str, str]) -> str | None:
    """The field a header names, with its unit if it says one; None if unknown."""
    plain = normal(header)
    field = words.get(plain)
    if field is not None:
        return field
    stem, _, last = plain.rpartition(" ")
    if last in UNITS and words.get(stem) in HOURS:
        return f"{words[stem]}:{last}"
    return words.get(plain.replace(" ", ""))


def unit_of(field: str) -> tuple[str, float]:
    """Split "estimate:days" into the field and the hours of one unit."""
    name, _, unit = field.partition(":")
    return name, UNITS.get(unit, 1.0)


def fields_for(kind: str) -> frozenset[str]:
    """All fields a column of a table of that kind can be mapped to."""
    return TASK_FIELD_NAMES if kind == "tasks" else PEOPLE_FIELD_NAMES


def kind_of(headers: list[str]) -> str:
    """Whether headers describe "tasks" or "people", or "" when they do not tell."""
    plain = {normal(header) for header in headers if header.strip()}
    tasks = {TASK_FIELDS[word] for word in plain if word in TASK_FIELDS}
    people = {PEOPLE_FIELDS[word] for word in plain if word in PEOPLE_FIELDS}
    only_tasks = sum(w in TASK_FIELDS and w not in PEOPLE_FIELDS for w in plain)
    only_people = sum(w in PEOPLE_FIELDS and w not in TASK_FIELDS for w in plain)
    named = "name" in people or {"first_name", "last_name"} & people
    if named and only_people > only_tasks:
        return "people"
    if "title" in tasks and (only_tasks or plain & {"title", "titel", "titre"}):
        return "tasks"
    return "people" if named and only_people else ""
