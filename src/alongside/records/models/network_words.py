"""The words of the provider network: agreements and licenses."""

from __future__ import annotations

from django.db import models

from .words import License


class AgreementForm(models.TextChoices):
    """Which form a provider agreement is on."""

    F_00312 = "f_00312", "F-00312, for agencies and homes"
    F_00312A = "f_00312a", "F-00312A, for individual or non-specified providers"


class LicenseKind(models.TextChoices):
    """Which license or certificate a location shows."""

    COUNTY_CERTIFIED = License.COUNTY_CERTIFIED.value, License.COUNTY_CERTIFIED.label
    DHS_88 = License.DHS_88.value, License.DHS_88.label
    DHS_89 = License.DHS_89.value, License.DHS_89.label
    DHS_83 = License.DHS_83.value, License.DHS_83.label
    OTHER = "other", "Another license or certificate"


class ProvenBy(models.TextChoices):
    """Records of the network a file can belong to. Each word is the table the record stands in."""

    AGENCY_APPLICATION = "agency_application", "Agency application"
    AGREEMENT = "agreement", "Provider agreement"
    PROVIDER_LICENSE = "provider_license", "License or certificate"
