"""The network of an invented county: providers with their agreements, locations and licenses; papers of staff."""

from datetime import timedelta

from .oracle import add_months


def add_network(county, providers):
    """Give the county providers, and its staff their papers. Draws after everything else."""
    for number in range(providers):
        _provider(county, f"Birch {number + 1}")
    for member in county.tables["staff"]:
        for _ in county.some(0, 1, 1, 1, 2):
            _check(county, member)
        if county.random.random() < 0.3:
            county.add("changed_circumstance", staff_id=member["staff_id"], known_on=county.day())
    for row in county.tables["credential"]:
        row["education_hours"] = county.maybe(county.random.choice(("20", "19.99", "25")), 0.5)


def _ahead(county):
    """A last day around the day asked, or around 90 days after it."""
    kind = county.random.random()
    if kind < 0.3:
        return county.near(county.on)
    if kind < 0.6:
        return county.near(county.on + timedelta(days=90))
    return county.day(0.5)


def _periods(county):
    """Some rows of first and last days, now and then one after the other."""
    found, last = [], None
    for _ in county.some(0, 1, 1, 2, 3):
        starts_on = county.near(last + timedelta(days=1)) if last and county.random.random() < 0.6 else county.day(0.4)
        last = _ahead(county)
        last = None if starts_on and last and last < starts_on else last
        found.append({"starts_on": starts_on, "ends_on": last})
    return found


def _provider(county, name):
    kinds = ("program_agency", "individual", "cbrf", "peer_support", county.word("provider", "kind"))
    one = county.add("provider", name=name, kind=county.random.choice(kinds), ended_on=county.day(0.8))
    of = {"provider_id": one["provider_id"]}
    for _ in county.some(0, 1, 2):
        county.add("agency_application", **of, sent_on=county.day(0.3), approved_on=county.day(0.3))
    for period in _periods(county):
        county.add("agreement", **of, form=county.word("agreement", "form"), signed_on=county.day(), **period)
    for _ in county.some(0, 1, 1, 2):
        starts_on = county.day(0.6)
        settings = ("cbrf", "adult_family_home", "rcac", county.word("provider_location", "setting"))
        setting, beds = county.random.choice(settings), county.random.choice((1, 2, 3, 4, 8))
        place = county.add(
            "provider_location", **of, place=county.text(), setting=setting,
            beds=county.maybe(beds), starts_on=starts_on, ends_on=county.end(starts_on),
        )  # fmt: skip
        for period in _periods(county):
            fitting = {"cbrf": "dhs_83", "rcac": "dhs_89"}.get(setting, "dhs_88")
            county.add(
                "provider_license", **of, provider_location_id=place["provider_location_id"], **period,
                kind=county.random.choice((fitting, county.word("provider_license", "kind"))),
                renewal_asked_on=county.day(0.7),
            )  # fmt: skip


def _check(county, member):
    completed_on = county.day()
    if county.random.random() < 0.5:
        completed_on = county.near(add_months(county.on, -48) + timedelta(days=county.random.choice((0, 90))))
    papers = ("confirmed_on", "disclosure_on", "justice_on", "letter_on")
    is_whole = county.random.random() < 0.6
    days = {name: completed_on if is_whole else county.day(0.3) for name in papers}
    county.add("background_check", staff_id=member["staff_id"], completed_on=completed_on, **days)
