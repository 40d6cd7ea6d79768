"""Who may open the pages of packets, by the URL's name: the roles, and why."""

from __future__ import annotations

from .roles import RUNS_THE_PROGRAM, Role

_PREPARED = (RUNS_THE_PROGRAM, "Packets are put together and sent by those who run the program.")
_RECEIVED = (frozenset({Role.STATE_REVIEWER}), "Packets that were sent are read by the state reviewer.")
_BOTH = (
    RUNS_THE_PROGRAM | {Role.STATE_REVIEWER},
    "What is in a packet is open to those who run the program and, once it is sent, to the state reviewer.",
)

PACKETS: dict[str, tuple[frozenset[Role], str]] = {
    "packets": _PREPARED,
    "assemble_packet": _PREPARED,
    "packet": _PREPARED,
    "packet_progress": _PREPARED,
    "packet_person": _PREPARED,
    "describe_packet": _PREPARED,
    "look_again_packet": _PREPARED,
    "build_packet": _PREPARED,
    "send_packet": _PREPARED,
    "choose_for_packet": _PREPARED,
    "leave_out_of_packet": _PREPARED,
    "put_back_in_packet": _PREPARED,
    "packet_file": _BOTH,
    "packet_archive": _BOTH,
    "packet_whole": _BOTH,
    "packet_receipt": _BOTH,
    "received_packets": _RECEIVED,
    "received_packet": _RECEIVED,
    "received_person": _RECEIVED,
    "receive_packet": _RECEIVED,
}
