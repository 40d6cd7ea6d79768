"""Which people and stored answers a reader may see. Said in `reviews.scope`, for what is sent goes by it too."""

from alongside.reviews.scope import answers_seen, of_people_here, participants_seen, providers_seen, staff_seen

__all__ = ["answers_seen", "of_people_here", "participants_seen", "providers_seen", "staff_seen"]
