"""The Django app of the reviews."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ReviewsConfig(AppConfig):
    """Stored answers, the readings a program chose, and what people concluded."""

    name = "alongside.reviews"
    label = "reviews"
    verbose_name = "Reviews"

    def ready(self) -> None:
        from .triggers import install

        post_migrate.connect(install, sender=self)
