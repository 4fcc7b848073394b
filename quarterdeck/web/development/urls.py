from django.urls import path

from quarterdeck.web.shell.private import private_room

from .views import goals, own_plan, person, proofs, roles, steps, team

app_name = "development"
quarter = "own-plan/<int:year>/<int:number>/"
own_step = "own-plan/steps/<int:own_step_id>/"
goal, step, proof = "goals/<int:goal_id>/", "steps/<int:step_id>/", "<int:proof_id>/"
urlpatterns = [
    path("", private_room(person.own), name="own"),
    path("team/", private_room(team.team), name="team"),
    path("people/<int:person_id>/", private_room(person.show), name="show"),
    path("people/<int:person_id>/role/", private_room(roles.hold), name="hold"),
    path("people/<int:person_id>/goals/add/", private_room(goals.add), name="add_goal"),
    path("held/<int:holding_id>/leave/", private_room(roles.leave), name="leave"),
    path(f"{goal}edit/", private_room(goals.edit), name="edit_goal"),
    path(f"{goal}close/", private_room(goals.close), name="close_goal"),
    path(f"{goal}reopen/", private_room(goals.reopen), name="reopen_goal"),
    path(f"{goal}steps/add/", private_room(steps.add), name="add_step"),
    path(f"{step}edit/", private_room(steps.edit), name="edit_step"),
    path(f"{step}finish/", private_room(steps.finish), name="finish_step"),
    path(f"{step}reopen/", private_room(steps.reopen), name="reopen_step"),
    path(f"{step}remove/", private_room(steps.remove), name="remove_step"),
    path(f"{step}restore/", private_room(steps.restore), name="restore_step"),
    path("proofs/show/", private_room(proofs.show_skill), name="show_skill"),
    path(f"proofs/{proof}", private_room(proofs.show), name="proof"),
    path(f"proofs/{proof}confirm/", private_room(proofs.confirm), name="confirm_proof"),
    path(f"proofs/{proof}decline/", private_room(proofs.decline), name="decline_proof"),
    path(
        f"proofs/{proof}withdraw/", private_room(proofs.withdraw), name="withdraw_proof"
    ),
    path("own-plan/", private_room(own_plan.now), name="own_plan"),
    path(quarter, private_room(own_plan.show), name="own_quarter"),
    path(f"{quarter}aim/", private_room(own_plan.aim), name="set_own_aim"),
    path(f"{quarter}mark/", private_room(own_plan.mark), name="mark_practice"),
    path(f"{quarter}steps/add/", private_room(own_plan.add), name="add_own_step"),
    path(f"{own_step}finish/", private_room(own_plan.finish), name="finish_own_step"),
    path(f"{own_step}reopen/", private_room(own_plan.reopen), name="reopen_own_step"),
    path(f"{own_step}remove/", private_room(own_plan.remove), name="remove_own_step"),
    path(
        f"{own_step}restore/", private_room(own_plan.restore), name="restore_own_step"
    ),
    path("roles/", roles.roles, name="roles"),
    path("roles/<int:profile_id>/", roles.role, name="role"),
    path("roles/<int:profile_id>/ask/", roles.ask, name="ask_skill"),
    path(
        "roles/<int:profile_id>/skills/<int:skill_id>/remove/",
        roles.no_longer_ask,
        name="no_longer_ask",
    ),
    path("roles/<int:profile_id>/retire/", roles.retire, name="retire_role"),
    path("roles/<int:profile_id>/restore/", roles.restore, name="restore_role"),
]
