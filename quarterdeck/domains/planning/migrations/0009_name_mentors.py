"""Plans that were kept before name their mentors only among what else they keep."""

from django.db import migrations


def name_mentors(apps, schema_editor):
    changes = apps.get_model("planning", "ProposedChange")
    people = set(apps.get_model("people", "Person").objects.values_list("pk", flat=True))
    rows = changes.objects.exclude(growth={}).only("pk", "growth")
    named = []
    for row in rows.iterator(chunk_size=1000):
        row.mentor_id = row.growth.get("person_mentor")
        named += [row] if row.mentor_id in people else []
    changes.objects.bulk_update(named, ["mentor"], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [("planning", "0008_mentor_by_themselves")]
    operations = [migrations.RunPython(name_mentors, migrations.RunPython.noop)]
