"""The addresses of packets: put together by the program, received by the state."""

from __future__ import annotations

from django.urls import path

from .views import packet_files, packet_items, packets, received

urlpatterns = [
    path("packets/", packets.packets, name="packets"),
    path("packets/of/<uuid:sample_id>/", packets.assemble_packet, name="assemble_packet"),
    path("packets/<uuid:packet_id>/", packets.packet, name="packet"),
    path("packets/<uuid:packet_id>/progress/", packets.packet_progress, name="packet_progress"),
    path("packets/<uuid:packet_id>/about/", packets.describe_packet, name="describe_packet"),
    path("packets/<uuid:packet_id>/look-again/", packets.look_again_packet, name="look_again_packet"),
    path("packets/<uuid:packet_id>/build/", packets.build_packet, name="build_packet"),
    path("packets/<uuid:packet_id>/send/", packets.send_packet, name="send_packet"),
    path("packets/<uuid:packet_id>/receipt/", packet_files.packet_receipt, name="packet_receipt"),
    path("packets/<uuid:packet_id>/packet.zip", packet_files.packet_archive, name="packet_archive"),
    path("packets/<uuid:packet_id>/packet.pdf", packet_files.packet_whole, name="packet_whole"),
    path("packets/<uuid:packet_id>/people/<uuid:member_id>/", packet_items.packet_person, name="packet_person"),
    path("packets/items/<uuid:item_id>/file/", packet_files.packet_file, name="packet_file"),
    path("packets/items/<uuid:item_id>/choose/", packet_items.choose_for_packet, name="choose_for_packet"),
    path("packets/items/<uuid:item_id>/leave-out/", packet_items.leave_out_of_packet, name="leave_out_of_packet"),
    path("packets/items/<uuid:item_id>/put-back/", packet_items.put_back_in_packet, name="put_back_in_packet"),
    path("review/packets/", received.received_packets, name="received_packets"),
    path("review/packets/<uuid:packet_id>/", received.received_packet, name="received_packet"),
    path("review/packets/<uuid:packet_id>/received/", received.receive_packet, name="receive_packet"),
    path("review/packets/<uuid:packet_id>/people/<uuid:member_id>/", received.received_person, name="received_person"),
]
