"""Notes that read as if the staff member did the task, and notes that do not: the same on both engines."""

import random
import re
from datetime import date

import duckdb
import ibis

from alongside.facts.world import World
from alongside.packs.asking import ask
from alongside.packs.wisconsin_crs.did_the_task import DID_THE_TASK, NOT_TOLD, does_the_task
from worlds.storing import storable, store, uuid_of

from .bundled import PACK

ON = date(2026, 11, 20)
DID_IT = (
    "I cleaned her flat while she was out",
    "I cleaned the kitchen.",
    "Talked about the week. I then washed his dishes and left.",
    "I was cleaning the bathroom when she came home.",
    "Staff was washing the dishes.",
    "Staff cleaned the flat.",
    "This worker mopped the floor.",
    "The writer has been here; the writer swept the stairs.",
    "I had already folded the laundry.",
    "I vacuumed, and I dusted the shelves.",
    "Cleaned the flat for her.",
    "Took out his trash.",
    "Arrived at ten. Took out his trash. Left at eleven.",
    "Washed his dishes; talked about the day.",
    "cooked dinner for them",
    "Then paid the rent for him.",
    "I paid her rent online.",
    "I did her laundry.",
    "I did the dishes while he watched television.",
    "I made his bed.",
    "I made lunch.",
    "I took out the trash.",
    "I put away the groceries.",
    "I picked up her prescriptions.",
    "I bought groceries on the way.",
    "I filled out the application.",
    "I wrote his shopping list.",
    "I shopped for her.",
    "I am doing his laundry every week.",
    "We cleaned her flat.",
    "We packed the boxes for him.",
    "The flat was cleaned by staff before noon.",
    "The dishes were washed by me.",
    "I cleaned\nthe kitchen",
    "I  CLEANED   THE KITCHEN",
    "Prepared all meals for the participant.",
    "I prepared the participant’s lunch.",
    "He slept in. I swept up after the party.",
    "She said “thanks”. I ironed her shirts.",
    "I started cleaning the oven.",
    "Bought her groceries.",
    "Did his laundry.",
)
DID_NOT = (
    "she cleaned",
    "She cleaned the flat.",
    "Coached her while she cleaned the flat.",
    "coached her through a cleaning checklist",
    "He washed his dishes with two reminders.",
    "The participant took out the trash on their own.",
    "She cooked dinner for them.",
    "I watched while she cooked dinner for them.",
    "She said, “I cleaned the kitchen!”",
    'He told me: "I paid the rent" and smiled.',
    'He told me: "I paid the rent',
    "She said I cleaned my whole kitchen.",
    "Showed her how I folded the towels at home.",
    "Cued each step; she mopped the floor.",
    "Taught the bathroom part of the checklist; the participant did each step.",
    "Supervised the checklist; pointed at it twice.",
    "Practiced a call to the landlord about the heating.",
    "Practiced reading prices and writing a shopping list.",
    "I reminded him to take out the trash.",
    "I asked her to wash the dishes and stepped back.",
    "I took out a checklist.",
    "I picked up where we left off.",
    "I made her aware of the timer.",
    "I made sure the stove was off.",
    "I did not help.",
    "I paid attention to her breathing.",
    "I fixed my eyes on the clock.",
    "I washed my hands.",
    "We cooked together; she stirred and I read the steps aloud.",
    "We talked about how the flat was cleaned.",
    "Wi-fi cleaned up.",
    "Her mother washed the dishes.",
    "He and his sister cleaned the flat.",
    "Cleaning was hard for him today.",
    "Talked about cleaning for her sister.",
    "Visited a tree nursery together and asked about hours.",
    "Washing the dishes went well; she did them all.",
    "",
    "x",
)


def tables():
    """A participant with one service and one note for each text."""
    texts = (*DID_IT, *DID_NOT)
    person = {"participant_id": "P1"}
    return {
        "participant": [{**person, "medicaid_id": "1000000001"}],
        "service": [
            {**person, "service_id": f"V{n}", "kind": "clss", "served_on": "2026-10-05"} for n in range(len(texts))
        ],
        "progress_note": [
            {**person, "progress_note_id": f"N{n}", "service_id": f"V{n}", "what_was_done": text or None}
            for n, text in enumerate(texts)
        ],
    }


def prompted(answers, named=str):
    """The texts whose words are asked about."""
    texts = {named(f"N{n}"): text for n, text in enumerate((*DID_IT, *DID_NOT))}
    return [texts[a.key] for a in sorted(answers, key=lambda a: a.key) if "NOTE-6.words" in {c.id for c in a.advice}]


def test_words_that_say_the_staff_member_did_the_task():
    found = prompted(ask(PACK.rule("NOTE"), World(tables()), on=ON))

    assert [text for text in DID_IT if text not in found] == []
    assert [text for text in DID_NOT if text in found] == []


def test_postgresql_reads_the_same_words(in_program_a):
    from alongside.reviews.ask import ask as ask_records

    store(storable(World(tables()).tables), in_program_a)
    found = prompted(ask_records(PACK.rule("NOTE"), on=ON), lambda key: uuid_of("progress_note_id", key))

    assert [text for text in DID_IT if text not in found] == []
    assert [text for text in DID_NOT if text in found] == []


WORDS = (
    "I", "i ", "We ", "staff", "the worker ", "worker's", "by me", "by the provider.", "cleaned ", "cleaning", "was ",
    "took out ", "the trash", "her ", "for him", "dishes", ". ", "; Then  ", "\n", "“", "”", '"', "said ", "how ", "we",
    "again ", "the participant’s ", "the participant ", "picked up", " medicines", ", ", "…", "paid ", "bills", "also ",
)  # fmt: skip


def test_what_is_quickly_passed_over_says_nothing():
    """The long patterns are asked for few texts, one by one: the answer is that of all of them on every text."""
    chance = random.Random(3)
    texts = ["".join(chance.choices(WORDS, k=chance.randint(1, 9))) for _ in range(20_000)]
    asked = ibis.table({"text": "string"}, name="said")
    asked = ibis.to_sql(asked.mutate(found=does_the_task(asked.text)), dialect="duckdb")

    def plainly(text):
        plain = re.sub(r"\s+", " ", text.lower()).replace("’", "'")
        return bool(re.search(DID_THE_TASK, re.sub(NOT_TOLD, "…", plain)))

    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE said AS SELECT unnest(?) AS text", [texts])
        found = dict(connection.execute(str(asked)).fetchall())
    wrong = [text for text in texts if found[text] != plainly(text)]
    assert wrong == []
    assert 200 < sum(found.values()) < 15_000
