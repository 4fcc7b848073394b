"""Words for status, priority and yes or no, in several languages."""

from collections.abc import Mapping


def _by_word(groups: Mapping[str, str]) -> dict[str, str]:
    return {
        word.strip(): meaning
        for meaning, words in groups.items()
        for word in words.split("|")
    }


STATUSES = _by_word(
    {
        "backlog": "backlog|ideas|idea|ideen|icebox|someday|later|triage|wishlist|"
        "funnel|inbox|draft|やりたいこと|unprioritized",
        "todo": "todo|to do|open|new|neu|offen|planned|geplant|ready|not started|"
        "nicht begonnen|unstarted|reopened|selected for development|next|next up|"
        "scheduled|à faire|a faire|nouveau|ouvert|por hacer|pendiente|nuevo|abierto|"
        "da fare|aperto|a fazer|aberto|te doen|assigned|to learn|this week|approved|"
        "accepted|0|normal|active|todo list|sprint backlog|requested|やること|未着手",
        "doing": "doing|in progress|in arbeit|in bearbeitung|started|begonnen|wip|"
        "working|in development|development|in review|review|code review|testing|"
        "in test|qa|en cours|en curso|en progreso|in corso|em andamento|bezig|"
        "implementing|in-progress|under review|ongoing|作業中|進行中|dev",
        "waiting": "waiting|wartend|blocked|blockiert|on hold|paused|pausiert|feedback|"
        "waiting for|waiting for support|waiting for customer|en attente|bloqué|"
        "en espera|bloqueado|in attesa|stalled|deferred|hold|impeded",
        "done": "done|closed|completed|complete|resolved|erledigt|fertig|geschlossen|"
        "abgeschlossen|finished|terminé|fini|fermé|hecho|terminado|cerrado|completado|"
        "fatto|chiuso|completato|feito|concluído|fechado|klaar|gereed|released|shipped|"
        "deployed|merged|verified|fixed|learned|archived|true|完了|終わったこと",
        "cancelled": "cancelled|canceled|abgebrochen|verworfen|rejected|abgelehnt|"
        "won't do|wont do|won't fix|wontfix|won't fix|duplicate|invalid|obsolete|"
        "abandoned|annulé|cancelado|annullato|geannuleerd|cannot reproduce|declined|"
        "not planned|not a bug|incomplete|not planned",
    }
)
PRIORITIES = _by_word(
    {
        "urgent": "urgent|highest|blocker|critical|immediate|kritisch|dringend|sofort|"
        "urgente|p0|showstopper|critique|très haute|emergency|asap|crítica",
        "high": "high|major|hoch|haute|alta|alto|important|elevée|élevée|p1|wichtig",
        "normal": "normal|medium|mittel|moyenne|media|médio|moderate|p2|no priority|"
        "none|normale|average|standard|default|not set|medio|0",
        "low": "low|minor|niedrig|gering|basse|baja|bassa|baixa|trivial|lowest|p3|p4|"
        "faible|laag|optional",
    }
)
_YES = frozenset(
    [
        "1",
        "yes",
        "y",
        "true",
        "ja",
        "j",
        "oui",
        "si",
        "sí",
        "sim",
        "x",
        "wahr",
        "vrai",
        "はい",
        "✓",
        "✔",
    ]
)
_NO = frozenset(
    ["0", "no", "n", "false", "nein", "non", "nee", "não", "falsch", "faux", "いいえ"]
)


def status_of(text: str) -> str | None:
    """The status a word stands for, or None when the word is not known."""
    return STATUSES.get(" ".join(text.casefold().replace("_", " ").split()))


def priority_of(text: str) -> str | None:
    """The priority a word stands for, or None when the word is not known."""
    return PRIORITIES.get(" ".join(text.casefold().replace("_", " ").split()))


def truth_of(text: str) -> bool | None:
    """Yes or no in several languages, or None when it is neither."""
    word = text.strip().casefold()
    return True if word in _YES else False if word in _NO else None
