// Prints a document: as HTML in the page itself, since a frame's own print() prints the page around it on tablets.

/** Whatever else is in the HTML is left out, its text is kept. */
const kept = new Set(
    ('h1 h2 h3 p br span strong em ul ol li dl dt dd section header footer div ' +
        'table caption colgroup col thead tbody tfoot tr th td').split(' '),
);
const attributes = ['class', 'colspan', 'rowspan', 'scope', 'lang'];
/** Of drawings (src/app/picture_svg.h). */
const shapes = new Set('svg pattern rect line polyline circle text'.split(' '));
const geometry = (
    'viewBox aria-hidden font-size id width height patternUnits x y x1 y1 x2 y2 cx cy r points ' +
    'fill stroke stroke-width stroke-dasharray text-anchor'
).split(' ');
const svg = 'http://www.w3.org/2000/svg';
/** Their text is not to be read. */
const dropped = new Set(['script', 'style', 'template', 'title', 'noscript']);

/**
 * @param {Node} from
 * @param {Element} to
 */
function copyInto(from, to) {
    for (const child of from.childNodes) {
        if (child instanceof Text) to.append(child.data);
        if (!(child instanceof Element) || dropped.has(child.localName)) continue;
        let inside = to;
        const isShape = child.namespaceURI === svg;
        if ((isShape ? shapes : kept).has(child.localName)) {
            inside = isShape ? document.createElementNS(svg, child.localName) : document.createElement(child.localName);
            to.append(inside);
            for (const name of isShape ? geometry : attributes) {
                const value = child.getAttribute(name);
                if (value !== null) inside.setAttribute(name, value);
            }
        }
        copyInto(child, inside);
    }
}

/** What the program printed last, as long as it is what it would print. */
let last = '';

function clear() {
    document.getElementById('print')?.remove();
    delete document.documentElement.dataset.print;
}

function fill() {
    if (!last || document.getElementById('print')) return;
    const sheet = document.createElement('div');
    sheet.id = 'print';
    copyInto(new DOMParser().parseFromString(last, 'text/html').body, sheet); // inert: nothing in it runs or loads
    document.body.append(sheet);
    document.documentElement.dataset.print = '';
}

/** Once; without it the sheet is printed all the same, but plain. */
const styled = new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('print.css', import.meta.url).href;
    link.addEventListener('load', done);
    link.addEventListener('error', done);
    document.head.append(link);
});

window.addEventListener('beforeprint', fill); // the browser's own command
window.addEventListener('afterprint', clear);

/** @param {string} html */
export async function print(html) {
    await styled;
    clear();
    last = html;
    fill();
    window.print(); // on tablets it returns before the dialog is closed
}

/** The document has changed: what was printed must not pass for it. */
export function forget() {
    last = '';
}
