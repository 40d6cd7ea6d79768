"""Beds on which what SECURITY.md promises is tried, at three sizes, each seen to fail on a planted defect."""
