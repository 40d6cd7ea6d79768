"""What a document holds, each text under the name a blank form is matched with."""

from __future__ import annotations

from typing import Any

Section = dict[str, Any]


def texts(content: dict[str, Any], signatures: list[dict[str, str]]) -> dict[str, str]:
    """Name to text: who it is about, every line and text of every section, every signature with its day."""
    found = {**_about(content), "Program": content["program"], "Title": content["title"]}
    for part in content["sections"]:
        found |= _of_section(part)
    for one in signatures:
        found[f"Signature: {one['capacity']}"] = one["name"]
        found[f"Signature: {one['capacity']}, when"] = one["signed"]
    return found


def _about(content: dict[str, Any]) -> dict[str, str]:
    if "staff" in content:
        return {
            "Staff member: name": content["staff"]["name"],
            "Staff member: number": content["staff"]["staff_number"],
        }
    person = content["participant"]
    return {
        "Participant: name": person["name"],
        "Participant: Medicaid id": person["medicaid_id"],
        "Participant: born on": person["born_on"],
    }


def _of_section(part: Section) -> dict[str, str]:
    heading = part["heading"]
    found = {f"{heading}: {label}": text for label, text in part["rows"]}
    if "text" in part:
        found[heading] = part["text"]
    if "table" in part:
        rows = part["table"]["rows"]
        found[heading] = "\n".join("; ".join(row) for row in rows)
        for column, label in enumerate(part["table"]["headings"]):
            found[f"{heading}: {label}"] = "\n".join(row[column] for row in rows)
    return found
