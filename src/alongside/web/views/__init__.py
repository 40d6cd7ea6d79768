"""Views: read the request, call one thing, render one template."""
