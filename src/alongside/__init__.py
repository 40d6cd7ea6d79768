"""Alongside: records, rules and reviews for Medicaid-funded recovery programs."""
