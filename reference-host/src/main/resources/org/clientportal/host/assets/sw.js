// Says that the network is gone. It keeps the offline page and what that page is drawn with: no page and no file of anyone.
const KEPT = 'offline-1';

self.addEventListener('install', event => event.waitUntil((async () => {
  const page = await fetch('/offline', { cache: 'reload' });
  const drawnWith = [...(await page.clone().text()).matchAll(/<link rel="(?:stylesheet|icon)" href="([^"]+)"/g)];
  const cache = await caches.open(KEPT);
  await cache.put('/offline', page);
  await cache.addAll(drawnWith.map(link => link[1].replaceAll('&amp;', '&')));
  await self.skipWaiting();
})()));

self.addEventListener('fetch', event => {
  const { mode, destination, method } = event.request;
  if (mode === 'navigate' && method === 'GET') event.respondWith(fetch(event.request).catch(() => caches.match('/offline')));
  else if (destination === 'style') event.respondWith(fetch(event.request).catch(() => caches.match(event.request)));
});
