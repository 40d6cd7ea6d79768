"""A stored answer knows the facts it was made of, so that it stays where they did."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0002_set_aside"),
    ]

    operations = [
        migrations.AddField(
            model_name="answer",
            name="facts",
            field=models.TextField(db_default="", default=""),
        ),
    ]
