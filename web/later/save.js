// A file that goes out: to where the person says, or on a tablet to another app. Called while what the person did still
// counts.

/** @typedef {import('../files.js').Machine} Machine */
/** @typedef {{name: string, cancelled: boolean}} Saved name: the one that the person chose */

/** @param {unknown} error @param {string} name */
const is = (error, name) => error instanceof Error && error.name === name;

/**
 * Browsers share only kinds of files that they know; what we write in JSON can be read under any name.
 * @param {string} name
 * @param {string} mime
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function guises(name, mime, bytes) {
    const file = (/** @type {string} */ as, /** @type {string} */ type) => new File([bytes], as, {type});
    const stem = name.replace(/(\.jibiao)?\.json$/, '');
    if (stem === name) return [file(name, mime)];
    return [file(name, mime), file(`${stem}.json`, 'application/json'), file(`${stem}.txt`, 'text/plain')];
}

/**
 * @param {string} name
 * @param {string} mime
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Machine} machine
 * @returns {Promise<Saved | null>} null: it cannot be shared
 */
export async function share(name, mime, bytes, {navigator}) {
    const file = guises(name, mime, bytes).find((each) => navigator.canShare?.({files: [each]}));
    if (!file) return null;
    try {
        await navigator.share?.({files: [file]});
        return {name: file.name, cancelled: false};
    } catch (error) {
        return is(error, 'AbortError') ? {name, cancelled: true} : null;
    }
}

/**
 * @param {FileSystemFileHandle} handle
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function write(handle, bytes) {
    const stream = await handle.createWritable();
    try {
        await stream.write(bytes);
    } catch (error) {
        await stream.abort().catch(() => {}); // the file stays as it was
        throw error;
    }
    await stream.close();
}

/**
 * @param {string} name
 * @param {string} mime
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Machine} machine
 * @returns {Promise<Saved | null>} null: the browser does not let us ask
 */
export async function pick(name, mime, bytes, machine) {
    const extension = /\.\w+$/.exec(name)?.[0];
    const types = extension ? [{accept: {[mime.split(';')[0] ?? '']: [extension]}}] : [];
    /** @type {FileSystemFileHandle | undefined} */
    let handle;
    try {
        handle = await machine.showSaveFilePicker?.({suggestedName: name, types});
    } catch (error) {
        return is(error, 'AbortError') ? {name, cancelled: true} : null; // the others: a policy, or no gesture
    }
    if (!handle) return null;
    await write(handle, bytes);
    return {name: handle.name, cancelled: false};
}
