"""The API object: one router for each domain, described by OpenAPI."""

from . import problems
from .accounts import router as accounts
from .background_jobs import router as background_jobs
from .board import board, workload
from .circle_cases import cases, contributions, lessons, own_lessons
from .circle_cases import of_circles as circle_cases
from .circles import meetings as circle_meetings
from .circles import members as circle_members
from .circles import router as circles
from .conversation_agreements import of_conversations as conversation_agreements
from .conversation_agreements import options as conversation_options
from .conversation_agreements import undertakings
from .conversations import contact
from .conversations import router as conversations
from .cost_rates import of_people as cost_rates
from .cost_rates import of_teams as team_cost_rates
from .debriefs import of_turns as turn_debriefs
from .debriefs import router as debriefs
from .delegations import of_tasks as task_delegations
from .delegations import router as delegations
from .dependencies import blocks
from .dependencies import of_tasks as task_dependencies
from .dependencies import router as dependencies
from .development import router as development
from .development_roles import of_people as held_roles
from .development_roles import router as role_profiles
from .document import Api, Reference
from .erasures import of_people as people_erasures
from .erasures import router as erasures
from .exports import of_people as people_export
from .feedback import router as feedback
from .feedback_requests import router as feedback_requests
from .goals import router as goals
from .hiring import of_team as hiring_teams
from .hiring import router as open_roles
from .hiring_candidates import of_roles as candidates_of_roles
from .hiring_candidates import router as candidates
from .hiring_decisions import router as hiring_decisions
from .hiring_interviews import interviews
from .hiring_interviews import router as candidate_interviews
from .hiring_questions import of_roles as questions_of_roles
from .hiring_questions import questions as interview_questions
from .hours_by_person import of_tasks as hours_of_tasks
from .hours_by_person import router as hours_by_person
from .imports import router as imports
from .key_results import of_goals as goal_key_results
from .key_results import router as key_results
from .leadership_projects import router as leadership_projects
from .mentoring import router as mentoring
from .mentoring_pairs import router as mentoring_pairs
from .milestones import needs_of_tasks, skill_needs
from .milestones import of_projects as project_milestones
from .milestones import router as milestones
from .occasions import router as occasions
from .occasions import turns
from .onboarding import answers as onboarding_answers
from .onboarding import router as onboardings
from .onboarding import steps as onboarding_steps
from .onboarding import templates as onboarding_templates
from .one_on_ones import router as one_on_ones
from .organization import invitations, teams
from .own_plan import router as own_plan
from .pairing import router as pairing
from .people import router as people
from .plan_costs import router as plan_costs
from .plan_levers import router as plan_levers
from .planning import locks as plan_locks
from .planning import router as planning
from .projects import router as projects
from .rates import TokenRate
from .recognition import router as recognition
from .scenarios import router as scenarios
from .shadowing import router as shadowing
from .skill_proofs import router as skill_proofs
from .skills import of_people as people_skills
from .skills import router as skills
from .strategy import values, vision
from .talking import meetings, motivation, promises, topics
from .talking import of_pairs as of_one_on_ones
from .tasks import router as tasks
from .training import router as programmes
from .training_answers import answers as training_answers
from .training_answers import router as training
from .training_comparisons import router as programme_comparisons
from .training_places import router as training_places
from .training_topics import router as training_topics
from .working_time import holidays
from .working_time import of_people as working_time

api = Api(
    title="Quarterdeck",
    version="1",
    urls_namespace="api",
    description=(
        "The same acts as the screens, for programs. Show a token made under Your account"
        " · API tokens as `Authorization: Bearer …`. Send an Idempotency-Key with every"
        " write: a repeat under the same key has no second effect and is answered with"
        " the first answer and `Idempotent-Replay: true`. Lists are pages: ask for"
        " `page=2` while `has_next` is true. Errors are problem documents (RFC 9457)."
    ),
    docs=Reference(),
    docs_url="/reference/",
    throttle=TokenRate(),
)
problems.register(api)

# One line for each domain, in the order of their names.
ROUTERS = (
    ("/holidays", holidays),
    ("/invitations", invitations),
    ("/people", people_export),
    ("/people", people),
    ("/people", people_skills),
    ("/people", working_time),
    ("/people", cost_rates),
    ("/people", people_erasures),
    ("/erasures", erasures),
    ("/skills", skills),
    ("/teams", teams),
    ("/teams", team_cost_rates),
    ("/account", accounts),
    ("/feedback", feedback),
    ("/feedback-requests", feedback_requests),
    ("/recognition", recognition),
    ("/development", development),
    ("/mentoring", mentoring),
    ("/mentoring/pairs", mentoring_pairs),
    ("/mentoring", pairing),
    ("/shadowing", shadowing),
    ("/leadership-projects", leadership_projects),
    ("/development", held_roles),
    ("/own-plan", own_plan),
    ("/role-profiles", role_profiles),
    ("/skill-proofs", skill_proofs),
    ("/goals", goals),
    ("/open-roles", hiring_teams),
    ("/open-roles", candidates_of_roles),
    ("/open-roles", questions_of_roles),
    ("/open-roles", open_roles),
    ("/interview-questions", interview_questions),
    ("/candidates", candidates),
    ("/candidates", candidate_interviews),
    ("/candidates", hiring_decisions),
    ("/interviews", interviews),
    ("/onboarding-templates", onboarding_templates),
    ("/onboarding-steps", onboarding_steps),
    ("/onboardings", onboardings),
    ("/onboardings", onboarding_answers),
    ("/imports", imports),
    ("/jobs", background_jobs),
    ("/goals", goal_key_results),
    ("/key-results", key_results),
    ("/meetings", meetings),
    ("/motivation", motivation),
    ("/circles", circles),
    ("/circles", circle_cases),
    ("/circle-members", circle_members),
    ("/circle-meetings", circle_meetings),
    ("/circle-cases", cases),
    ("/contributions", contributions),
    ("/lessons", lessons),
    ("/lessons", own_lessons),
    ("/conversations", conversations),
    ("/conversations", conversation_agreements),
    ("/conversation-options", conversation_options),
    ("/undertakings", undertakings),
    ("/contact", contact),
    ("/occasions", occasions),
    ("/turns", turns),
    ("/turns", turn_debriefs),
    ("/debriefs", debriefs),
    ("/one-on-ones", one_on_ones),
    ("/one-on-ones", of_one_on_ones),
    ("/planning", planning),
    ("/promises", promises),
    ("/topics", topics),
    ("/planning", scenarios),
    ("/planning", plan_costs),
    ("/planning", plan_levers),
    ("/projects", projects),
    ("/tasks", tasks),
    ("/tasks", plan_locks),
    ("/tasks", task_delegations),
    ("/tasks", task_dependencies),
    ("/tasks", needs_of_tasks),
    ("/tasks", hours_of_tasks),
    ("/projects", project_milestones),
    ("/blocks", blocks),
    ("/board", board),
    ("/delegations", delegations),
    ("/dependencies", dependencies),
    ("/milestones", milestones),
    ("/hours-by-person", hours_by_person),
    ("/skill-needs", skill_needs),
    ("/programmes", programmes),
    ("/programme-comparisons", programme_comparisons),
    ("/training", training),
    ("/training-answers", training_answers),
    ("/training-places", training_places),
    ("/training-topics", training_topics),
    ("/workload", workload),
    ("/values", values),
    ("/vision", vision),
)
for prefix, router in ROUTERS:
    api.add_router(prefix, router)
