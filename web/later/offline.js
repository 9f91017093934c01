// Use without a network, and newer versions: the page's side of sw.js.

const style = {
    bar: {
        position: 'fixed',
        zIndex: '1',
        right: '16px',
        bottom: '16px',
        maxWidth: 'min(480px, calc(100vw - 56px))',
        padding: '8px 8px 8px 16px',
        display: 'flex',
        flexWrap: 'wrap',
        gap: '8px',
        alignItems: 'center',
        borderRadius: '8px',
        background: '#1c232d',
        color: '#fff',
        boxShadow: '0 2px 12px #0006',
    },
    button: {
        minHeight: '44px',
        padding: '4px 16px',
        border: '1px solid #fff',
        borderRadius: '4px',
        background: 'transparent',
        color: '#fff',
        font: 'inherit',
        cursor: 'pointer',
    },
};

/**
 * @param {string} label
 * @param {() => void} act
 */
function button(label, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    Object.assign(made.style, style.button);
    made.addEventListener('click', act);
    return made;
}

class Offer {
    #bar = document.createElement('div');
    #text = document.createElement('span');

    /** @param {() => void} accept */
    constructor(accept) {
        this.#bar.id = 'update';
        Object.assign(this.#bar.style, style.bar);
        this.#text.setAttribute('role', 'status');
        this.#bar.append(this.#text, button(either('更新', 'Update'), accept), button(either('以后再说', 'Later'), () => this.#bar.remove()));
    }

    /** @param {string} text */
    show(text) {
        if (!this.#bar.isConnected) document.body.append(this.#bar);
        this.#text.textContent = text;
    }
}

/** In the language of the page. @param {string} chinese @param {string} english */
const either = (chinese, english) => (document.documentElement.lang === 'en' ? english : chinese);
const ready = () => either('新版本已就绪。更新时本页会重新打开，已填的内容都在。', 'A new version is ready. The page opens anew with it; everything you wrote is there.');
const notYet = () =>
    either('新版本已就绪，但还有内容没有存到本机，现在不能更新。请先导出文件，再关闭绩表的所有标签页重新打开。', 'A new version is ready, but not everything is saved on this machine. Export a file first, then close all tabs of Jibiao and open it again.');

/** @param {() => Promise<boolean>} store stores everything; whether the page may be left without losing any of it */
export async function workOffline(store) {
    const workers = navigator.serviceWorker;
    if (!workers) return; // not on pages without TLS
    const url = new URL('../../sw.js', import.meta.url);
    const registration = await workers.register(url, {updateViaCache: 'none'});
    let {controller} = workers;

    const offer = new Offer(async () => {
        if (!(await store())) offer.show(notYet());
        else if (registration.waiting) registration.waiting.postMessage('take over');
        else location.reload();
    });
    const look = () => {
        if (registration.waiting && workers.controller) offer.show(ready());
    };
    look();
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
    // In every tab: what is fetched later must be of the version that runs.
    workers.addEventListener('controllerchange', async () => {
        const isFirst = controller === null;
        controller = workers.controller;
        if (isFirst) return;
        if (await store()) location.reload();
        else offer.show(notYet());
    });
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') registration.update().catch(() => {}); // no network
    });
}
