"""Lists of notes and the sign-off queue are found by their days, drafts by their author."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0030_writing_plans"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="service", index=models.Index(fields=["program", "-served_on"], name="service_days")
        ),
        migrations.AddIndex(
            model_name="service", index=models.Index(fields=["staff", "-served_on"], name="service_days_of_staff")
        ),
        migrations.AddIndex(
            model_name="progressnote", index=models.Index(fields=["program", "signed_on"], name="note_signed_on")
        ),
        migrations.AddIndex(
            model_name="progressnote",
            index=models.Index(
                condition=models.Q(("status", "draft")), fields=["program", "author"], name="note_drafts"
            ),
        ),
        migrations.AddIndex(
            model_name="signoff",
            index=models.Index(
                condition=models.Q(("decision", "returned")), fields=["program", "decided_on"], name="sign_off_returned"
            ),
        ),
    ]
