"""Skill evidence: show it, and answer when one is asked."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.development import permissions, queries, services
from quarterdeck.domains.people.queries import person_of, skills_visible_to
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import ChooseSkill, Decline, Reply, ShowSkill
from .person import back

if TYPE_CHECKING:
    from quarterdeck.domains.development.models import SkillProof
    from quarterdeck.domains.people.models import Skill


@require_http_methods(["GET", "POST"])
def show_skill(request: Request) -> HttpResponse:
    person = person_of(request.user)
    if person is None or not permissions.can_show_proof(request.user, person):
        raise PermissionDenied
    skill = _skill_asked_for(request)
    if skill is None:
        choice = {"form": ChooseSkill(user=request.user)}
        return render(request, "development/show_skill.html", choice)
    form = ShowSkill(
        request.POST or None, user=request.user, person=person, skill=skill
    )
    if request.method == "POST" and form.is_valid():
        proof = services.show_skill(
            person=person,
            skill=skill,
            **form.cleaned_data,
            by=request.user,
            at=request.now,
        )
        tell(request, f"{proof.asked} is asked to confirm it.")
        return back(person.pk, "proofs")
    context = {"form": form, "skill": skill}
    return render(request, "development/show_skill.html", context)


@require_GET
def show(request: Request, proof_id: int) -> HttpResponse:
    proof = queries.get_proof(user=request.user, proof_id=proof_id)
    return _page(request, proof, Reply(auto_id="yes_%s"), Decline(auto_id="no_%s"))


@require_POST
def confirm(request: Request, proof_id: int) -> HttpResponse:
    proof = queries.get_proof(user=request.user, proof_id=proof_id)
    form = Reply(request.POST, auto_id="yes_%s")
    if not form.is_valid():
        return _page(request, proof, form, Decline(auto_id="no_%s"), status=422)
    services.confirm_proof(
        proof=proof,
        **form.cleaned_data,
        by=request.user,
        at=request.now,
        on=request.now.date(),
    )
    tell(request, f"{proof.person} has “{proof.skill}” at level {proof.level} now.")
    return redirect("development:proof", proof_id)


@require_POST
def decline(request: Request, proof_id: int) -> HttpResponse:
    proof = queries.get_proof(user=request.user, proof_id=proof_id)
    form = Decline(request.POST, auto_id="no_%s")
    if not form.is_valid():
        return _page(request, proof, Reply(auto_id="yes_%s"), form, status=422)
    services.decline_proof(
        proof=proof, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("development:proof", proof_id)


@require_POST
def withdraw(request: Request, proof_id: int) -> HttpResponse:
    proof = queries.get_proof(user=request.user, proof_id=proof_id)
    services.withdraw_proof(proof=proof, by=request.user, at=request.now)
    return back(proof.person_id, "proofs")


def _page(
    request: Request, proof: "SkillProof", yes: Reply, no: Decline, status: int = 200
) -> HttpResponse:
    context = {
        "proof": proof,
        "is_open": proof.answer == "open",
        "may_answer": permissions.can_answer_proof(request.user, proof),
        "is_own": permissions.can_show_proof(request.user, proof.person),
        "yes": yes,
        "no": no,
    }
    return render(request, "development/proof.html", context, status=status)


def _skill_asked_for(request: Request) -> "Skill | None":
    """The skill chosen first: it decides who can confirm."""
    given = request.GET.get("skill") or request.POST.get("skill", "")
    if not given.isdecimal() or len(given) > 18:
        return None
    return skills_visible_to(request.user).filter(pk=int(given)).first()
