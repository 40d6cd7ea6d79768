/* Beside the pages: when a page cannot be fetched, the form kept for that is shown instead. Nothing else is ever kept
   here; what a page says goes from the server to the reader and into no cache. */
"use strict";

const CACHE = "alongside-without-a-connection", SHELL = "{{ shell }}";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const request = event.request, address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => kept(SHELL)));
  else if (address.pathname.startsWith("/static/")) event.respondWith(fetch(request).catch(() => kept(address.pathname)));
});

async function kept(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path, { ignoreSearch: true })) || Response.error();
}
