// The second file of the program: what the first edit does not need (scripts/split.mjs).

const file = new URL('../../jibiao-later.wasm', import.meta.url);

/**
 * Its functions take their places in the first file's table.
 * @param {WebAssembly.Exports} first what the first file exports
 * @param {RequestCache} cache
 */
async function instantiate(first, cache) {
    const response = await fetch(file, {cache});
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    // By bytes: a server that sends .wasm with another type is no reason to fail.
    await WebAssembly.instantiate(await response.arrayBuffer(), {first});
}

/**
 * @param {WebAssembly.Exports} first
 * @returns {Promise<string>} why it cannot be used, in Chinese; "" if it can
 */
export async function loadRest(first) {
    try {
        try {
            await instantiate(first, 'default');
        } catch (error) {
            if (!(error instanceof WebAssembly.LinkError)) throw error;
            await instantiate(first, 'reload'); // of another version: the browser may have kept an old one
        }
    } catch (error) {
        if (error instanceof WebAssembly.LinkError)
            return '网页刚刚更新过，这项功能和已经打开的程序不是同一个版本。请刷新本页后再试；已保存的内容都在。';
        const reason = error instanceof Error ? error.message : String(error);
        return `这项功能的程序文件没有取到（${reason}）。请检查网络后再试一次；正在填写的内容不受影响。`;
    }
    return '';
}
