"""The Django app of the records."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Records of one program: participants, plans, discharges, providers, staff, training."""

    name = "alongside.records"
    label = "records"
    verbose_name = "Records"
