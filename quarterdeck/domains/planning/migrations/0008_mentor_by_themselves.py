import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_growth_wishes'),
        ('planning', '0007_hours_before_and_strict_order'),
    ]

    operations = [
        migrations.AddField(
            model_name='proposedchange',
            name='mentor',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person'),
        ),
    ]
