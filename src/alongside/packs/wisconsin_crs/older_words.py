"""The words for a participant that pages and forms of other years used: labels with their dates, nowhere our own."""

from alongside.packs.library import OlderWord

OLDER_WORDS = (
    OlderWord("consumer", "participant", "to about 2020", ("P18", "P20")),
    OlderWord("client", "participant", "2022 to 2023, and in one line of the current page", ("P22", "P23")),
)
