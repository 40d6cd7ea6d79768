"""A program may be run by an agency that is neither a county nor a Tribal nation, as those of peer workers are."""

from django.db import migrations, models

WORDS = ["county", "tribal", "agency"]


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_seats_of_participants"),
    ]

    operations = [
        migrations.AlterField(
            model_name="program",
            name="kind",
            field=models.TextField(
                choices=[("county", "County"), ("tribal", "Tribal nation"), ("agency", "Agency")], default="county"
            ),
        ),
        migrations.RemoveConstraint(model_name="program", name="program_kind_is_a_known_word"),
        migrations.AddConstraint(
            model_name="program",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", WORDS)), name="program_kind_is_a_known_word"
            ),
        ),
    ]
