"""Pages. Views read the request, call one thing and render one template. Nobody imports this package."""
