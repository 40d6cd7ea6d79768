"""The provider network: the program's own application, and what each provider shows before it serves."""

from __future__ import annotations

from django.db import models

from .agencies import Provider
from .network_words import AgreementForm, LicenseKind
from .record import Known, Periods, ProgramRecord, above_zero, day, in_order, only_words, row_key, word
from .words import Setting


class AgencyApplication(ProgramRecord):
    """The program's application to the Division, F-00203. What the form asks beyond its contact stands in `answers`."""

    id = row_key("agency_application_id")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="applications")
    contact_name = Known()
    contact_phone = Known()
    contact_email = Known()
    answers = Known()
    completed_on = day()
    sent_on = day()
    approved_on = day()
    approved_how = Known()

    class Meta:
        db_table = "agency_application"
        verbose_name = "agency application"
        ordering = ["-created_at"]
        constraints = [
            in_order("agency_application", "completed_on", "sent_on"),
            in_order("agency_application", "sent_on", "approved_on"),
        ]


class Agreement(ProgramRecord):
    """A provider's agreement and acknowledgement of the terms of participation. It binds from its signing, unless it
    says from when."""

    id = row_key("agreement_id")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="agreements")
    form = word(AgreementForm)
    signed_on = day()
    signed_by = Known()
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "agreement"
        verbose_name = "provider agreement"
        ordering = [models.F("signed_on").desc(nulls_last=True), "-created_at"]
        constraints = [
            only_words("agreement", "form", AgreementForm),
            in_order("agreement", "starts_on", "ends_on"),
        ]


class ProviderLocation(ProgramRecord):
    """One place a provider serves at. A provider may have several."""

    id = row_key("provider_location_id")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="locations")
    place = Known()
    address = Known()
    setting = word(Setting)
    beds = models.PositiveIntegerField(null=True, blank=True)
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "provider_location"
        verbose_name = "location"
        ordering = ["place", "created_at"]
        constraints = [
            only_words("provider_location", "setting", Setting),
            above_zero("provider_location", "beds"),
            in_order("provider_location", "starts_on", "ends_on"),
        ]


class ProviderLicense(ProgramRecord):
    """A license or certificate of one location, valid from one day to another. A renewal is another row, once granted;
    until then `renewal_asked_on` says that it was asked for."""

    id = row_key("provider_license_id")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="licenses")
    provider_location = models.ForeignKey(ProviderLocation, on_delete=models.PROTECT, related_name="licenses")
    kind = word(LicenseKind)
    number = Known()
    issuer = Known()
    starts_on = day()
    ends_on = day()
    renewal_asked_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "provider_license"
        verbose_name = "license or certificate"
        verbose_name_plural = "licenses and certificates"
        ordering = [models.F("ends_on").desc(nulls_first=True), "-created_at"]
        constraints = [
            only_words("provider_license", "kind", LicenseKind),
            in_order("provider_license", "starts_on", "ends_on"),
        ]
