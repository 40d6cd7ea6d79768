"""Every choice of a reading is kept; one is in force."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0005_facts_of_an_answer"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="readingchoice", name="reading_choice_once"),
        migrations.AddField(
            model_name="readingchoice", name="replaced_at", field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="readingchoice",
            constraint=models.UniqueConstraint(
                fields=["program", "reading"],
                condition=models.Q(("replaced_at", None)),
                name="reading_choice_in_force_once",
            ),
        ),
    ]
