"""The packet of a documentation oversight: chosen, corrected, built in the background, sent once, received."""
