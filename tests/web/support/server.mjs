// Where the page under test is served: scripts/test has a server running; without it one is started here.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/serve.mjs';

const site = fileURLToPath(new URL('../../../build/web/site', import.meta.url));

/**
 * @param {string} [folder] the built page unless told otherwise
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startServer(folder) {
    const running = process.env.JIBIAO_URL;
    if (running && !folder) return { url: running, close: async () => {} };
    return serve({ root: path.resolve(folder ?? site) });
}
