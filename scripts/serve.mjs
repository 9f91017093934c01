#!/usr/bin/env node
// Serves a folder to this machine only: node scripts/serve.mjs FOLDER [--port N] [--open]
// Tests import serve() and close what it returns.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** @type {Record<string, string>} */
const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.webmanifest': 'application/manifest+json; charset=utf-8',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.ico': 'image/x-icon',
    '.woff2': 'font/woff2',
    '.otf': 'font/otf',
    '.ttf': 'font/ttf',
    '.txt': 'text/plain; charset=utf-8',
    '.md': 'text/plain; charset=utf-8',
};

/**
 * The file that a request's path names, or null when there is none inside the folder.
 * @param {string} root real path of the folder
 * @param {string} url
 */
async function find(root, url) {
    let name;
    try {
        name = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    } catch {
        return null;
    }
    if (name.includes('\0')) return null;
    if (name.endsWith('/')) name += 'index.html';
    try {
        const file = await realpath(path.join(root, name)); // also follows links, so that none leads out
        const info = await stat(file);
        return info.isFile() && file.startsWith(root + path.sep) ? { file, size: info.size } : null;
    } catch {
        return null;
    }
}

/**
 * @param {{root: string, port?: number}} options port 0 takes any free one
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function serve({ root, port = 0 }) {
    const folder = await realpath(root);
    const server = createServer(async (request, response) => {
        // Nothing is kept: what was just built is what is seen. (The page's own service worker still caches.)
        response.setHeader('Cache-Control', 'no-store');
        response.setHeader('X-Content-Type-Options', 'nosniff');
        if (request.method !== 'GET' && request.method !== 'HEAD') {
            response.writeHead(405, { Allow: 'GET, HEAD' }).end();
            return;
        }
        const found = await find(folder, request.url ?? '/');
        if (!found) {
            response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
            return;
        }
        response.writeHead(200, {
            'Content-Type': TYPES[path.extname(found.file).toLowerCase()] ?? 'application/octet-stream',
            'Content-Length': found.size,
        });
        if (request.method === 'HEAD') response.end();
        else pipeline(createReadStream(found.file), response, () => {}); // the browser may hang up
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    const address = server.address();
    const actual = typeof address === 'object' && address ? address.port : port;
    return {
        url: `http://127.0.0.1:${actual}/`,
        port: actual,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections?.();
            }),
    };
}

/** @param {string} url */
function openBrowser(url) {
    if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
    const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
    spawn(command, [url], { detached: true, stdio: 'ignore' })
        .on('error', () => {}) // no such command: the address is on the screen
        .unref();
}

/** @param {string[]} args */
async function main(args) {
    const option = args.indexOf('--port');
    const port = option < 0 ? 8080 : Number(args[option + 1]);
    const root = args.find((arg, index) => !arg.startsWith('--') && (option < 0 || index !== option + 1));
    if (!root || !Number.isInteger(port) || port < 0 || port > 65535) {
        console.error('usage: node scripts/serve.mjs FOLDER [--port N] [--open]');
        process.exit(2);
    }
    try {
        const { url } = await serve({ root, port });
        console.log(`Jibiao: ${url}   (Ctrl+C stops)`);
        if (args.includes('--open')) openBrowser(url);
    } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : '';
        if (code === 'EADDRINUSE') console.error(`Port ${port} is taken: name another with --port N.`);
        else if (code === 'EACCES') console.error(`Port ${port} is not allowed: name one above 1023 with --port N.`);
        else if (code === 'ENOENT') console.error(`There is no folder ${root}: scripts/build web makes it.`);
        else console.error(error);
        process.exit(1);
    }
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
    await main(process.argv.slice(2));
}
