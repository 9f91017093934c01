// The service worker: keeps one whole version of the page, as files.js lists it (cmake/site_files.cmake), for use without
// a network. A newer version is fetched beside it and waits until a person takes it (later/offline.js): the files of two
// versions never meet in one page.

importScripts('files.js');

/** @typedef {{version: string, files: Record<string, string>}} Site each file with its SHA-256 */

const worker = /** @type {ServiceWorkerGlobalScope & {jibiaoFiles: Site}} */ (/** @type {unknown} */ (self));
const {version, files} = worker.jibiaoFiles;
const {scope} = worker.registration;
/** Of this page's caches: others may live on the same server. */
const ours = `jibiao ${scope} `;
const cacheName = ours + version;

/** @param {string} name */
const urlOf = (name) => new URL(name, scope).href;

/** As fetch() wants it. @param {string} hash hexadecimal */
function integrityOf(hash) {
    const bytes = Array.from({length: hash.length / 2}, (_, index) => parseInt(hash.slice(2 * index, 2 * index + 2), 16));
    return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

/** All or nothing: a file of another version fails by its hash. */
async function keepAll() {
    const cache = await caches.open(cacheName);
    const keep = async (/** @type {string} */ name) => {
        const response = await fetch(urlOf(name), {cache: 'no-cache', integrity: integrityOf(files[name])});
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        // A server may send index.html to its folder, and browsers refuse to open a page that was redirected.
        const plain = response.redirected ? new Response(response.body, {headers: response.headers}) : response;
        await cache.put(urlOf(name), plain);
    };
    await Promise.all(Object.keys(files).map(keep));
}

async function dropOlder() {
    const older = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cacheName);
    await Promise.all(older.map((name) => caches.delete(name)));
    if (older.length === 0) await worker.clients.claim(); // the page that brought us goes on without a network, too
}

/** @param {string} url @returns {string} of one of our files, or something else */
function nameOf(url) {
    if (!url.startsWith(scope)) return '';
    return url.slice(scope.length).replace(/[?#].*/, '') || 'index.html';
}

/** @param {Request} request @param {string} name */
async function answer(request, name) {
    const cache = await caches.open(cacheName);
    return (await cache.match(urlOf(name))) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('message', (event) => {
    if (event.data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
    const name = nameOf(event.request.url);
    if (event.request.method === 'GET' && Object.hasOwn(files, name)) event.respondWith(answer(event.request, name));
});
