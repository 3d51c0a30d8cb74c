import { deleteCaches } from './cache-names.ts';

declare const offlinePlan: { base: string };
declare const self: ServiceWorkerGlobalScope;

/** Takes the place of the worker of a site that is no longer kept offline: clears its caches, and goes. */
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => {
  const retire = async (): Promise<void> => {
    await deleteCaches(caches, offlinePlan.base);
    await self.registration.unregister();
  };
  event.waitUntil(retire());
});
