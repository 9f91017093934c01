// A pasted table as a grid of texts: from the HTML that Word, Excel, WPS and the web's spreadsheets put on the clipboard,
// else from text with tabs.

/** @typedef {{rows: string[][]} | {refusal: string}} Table refusal: why it cannot be pasted, in Chinese */

const mostRows = 10_000;
const mostColumns = 100;

/**
 * Every further one costs a browser more time than the one before, whether it is nested or not: ten thousand take
 * seconds, a hundred thousand minutes. Clips of tables have a few dozen.
 */
const mostUnclosed = 1000;
/** Never closed, or by the next one of their kind. */
const needsNoEnd = new Set(
    'area base br col embed hr img input link meta param source track wbr caption colgroup dd dt li option p tbody td tfoot th thead tr'.split(' '),
);

/** What is not to be read: nobody sees it, or a program put it there for itself. */
const unseen = 'script,xmp,template,title,noscript,del,table,.msocomanchor';
const hiding = /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*(?:hidden|collapse))/i;
const keepsBreaks = /(?:^|[;\s])white-space\s*:\s*(?:pre|break-spaces)/i;
const blocks = new Set('p div section article header footer ul ol li dl dt dd pre blockquote h1 h2 h3 h4 h5 h6'.split(' '));

/** Not the blank of Chinese: it may stand there for a reason. @param {string} line */
const trim = (line) => line.replace(/^[ \t]+|[ \t]+$/g, '');

/** Written without blanks between words: a line end within them in the source is no blank. */
const wide = '[\\u2e80-\\u303f\\u3041-\\u33ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\ud840-\\udfff]';
const breakInWide = new RegExp(`(${wide})[ \\t]*\\r?\\n[ \\t\\r\\n]*(?=${wide})`, 'g');

/** @param {Element} element */
function isHidden(element) {
    return element.hasAttribute('hidden') || hiding.test(element.getAttribute('data-style') ?? '');
}

/** @param {Element} element */
function isPre(element) {
    return element.localName === 'pre' || keepsBreaks.test(element.getAttribute('data-style') ?? '');
}

/** @param {string} html */
function withoutComments(html) {
    let kept = '';
    let at = 0;
    for (let start = 0; (start = html.indexOf('<!--', at)) >= 0; ) {
        kept += html.slice(at, start);
        const end = html.indexOf('-->', start);
        at = end < 0 ? html.length : end + 3;
    }
    return kept + html.slice(at);
}

/** @param {string} html @returns {number} elements that begin and do not end */
function countUnclosed(html) {
    /** @type {Map<string, number>} */
    const open = new Map();
    const tag = /<(\/?)([a-z][^\s<>/]*)/gi;
    for (let found = tag.exec(html); found; found = tag.exec(html)) {
        const name = (found[2] ?? '').toLowerCase();
        if (!needsNoEnd.has(name)) open.set(name, Math.max(0, (open.get(name) ?? 0) + (found[1] ? -1 : 1)));
    }
    return [...open.values()].reduce((sum, count) => sum + count, 0);
}

/**
 * Nothing runs or loads, but the page's Content-Security-Policy rules here too: it would write a complaint about every
 * style, which are tens of thousands.
 * @param {string} html
 */
function parse(html) {
    const quiet = html
        .replace(/<(\/?)style(?=[\s>])/gi, '<$1xmp')
        .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, ' data-$1='));
    return new DOMParser().parseFromString(quiet, 'text/html').body;
}

/** Collects the lines of a cell as a browser would show them. */
class Lines {
    #lines = [''];
    /** Whether the next text begins a line. */
    #mustBreak = false;

    /**
     * @param {Node} from
     * @param {boolean} keepsAll whether line ends and blanks count
     */
    read(from, keepsAll) {
        for (const child of from.childNodes) {
            if (child instanceof Text) this.#add(child.data, keepsAll);
            if (!(child instanceof Element) || child.matches(unseen) || isHidden(child)) continue;
            if (child.localName === 'br') {
                this.#breakIfDue();
                this.#lines.push('');
                continue;
            }
            const isBlock = blocks.has(child.localName);
            if (isBlock) this.#endLine();
            this.read(child, keepsAll || isPre(child));
            if (isBlock) this.#endLine();
        }
    }

    get #last() {
        return this.#lines[this.#lines.length - 1] ?? '';
    }

    #endLine() {
        if (this.#last !== '') this.#mustBreak = true;
    }

    #breakIfDue() {
        if (this.#mustBreak) this.#lines.push('');
        this.#mustBreak = false;
    }

    /**
     * @param {string} data
     * @param {boolean} keepsAll
     */
    #add(data, keepsAll) {
        let text = data;
        if (!keepsAll) {
            text = text.replace(breakInWide, '$1').replace(/[ \t\r\n\f]+/g, ' ');
            if (this.#mustBreak || this.#last === '' || this.#last.endsWith(' ')) text = text.replace(/^ /, '');
        }
        if (text === '') return;
        this.#breakIfDue();
        const [first = '', ...others] = text.replace(/\u00a0/g, ' ').split(/\r\n|\r|\n/);
        this.#lines[this.#lines.length - 1] += first;
        this.#lines.push(...others);
    }

    toString() {
        return this.#lines.map(trim).join('\n').replace(/^\n+|\n+$/g, '');
    }
}

/** @param {Element} element */
function textOf(element) {
    const lines = new Lines();
    lines.read(element, isPre(element));
    return lines.toString();
}

/** Holds only the cells with text, so that a sheet of blank ones costs nothing. */
class Grid {
    /** @type {string[][]} */
    rows = [];
    height = 0;
    width = 0;

    /**
     * @param {number} row
     * @param {number} column
     * @param {string} text
     */
    set(row, column, text) {
        if (text.trim() === '') return;
        this.height = Math.max(this.height, row + 1);
        this.width = Math.max(this.width, column + 1);
        if (row < mostRows && column < mostColumns) (this.rows[row] ??= [])[column] = text;
    }

    /** Blank rows and columns at the end are off. @returns {Table} */
    toTable() {
        const limit =
            this.height > mostRows ? `有 ${this.height} 行，超过 ${mostRows} 行` : `有 ${this.width} 列，超过 ${mostColumns} 列`;
        if (this.height > mostRows || this.width > mostColumns)
            return {refusal: `剪贴板里的表格${limit}的上限。请回到原来的表格，少选一些行或列，分几次复制和粘贴。`};
        const columns = [...Array(this.width).keys()];
        return {rows: [...Array(this.height).keys()].map((row) => columns.map((column) => this.rows[row]?.[column] ?? ''))};
    }
}

/**
 * Merged cells have their text in the first one. `mso-ignore:colspan` (a text that runs over into the blank cells beside
 * it) is no merged cell for Excel, but covers as many columns, so both are read in the same way.
 * @param {HTMLTableElement} table
 * @param {number} top where it begins
 * @param {Grid} grid
 * @returns {number} where the next one begins
 */
function readTable(table, top, grid) {
    /** For each column the rows that a cell above still covers. @type {number[]} */
    const covered = [];
    let row = top;
    for (const line of table.rows) {
        if (isHidden(line) || (line.parentElement && isHidden(line.parentElement))) continue;
        let column = 0;
        /** @type {number[]} */
        const covers = [];
        for (const cell of line.cells) {
            if (isHidden(cell)) continue;
            while (covered[column]) ++column;
            grid.set(row, column, textOf(cell));
            const end = column + cell.colSpan;
            // What lies beyond the limit is only counted; no cell can make us remember more columns than that.
            for (; column < Math.min(end, mostColumns); ++column) covers[column] = cell.rowSpan || mostRows; // 0: all
            column = end;
        }
        for (let each = 0; each < mostColumns; ++each)
            covered[each] = Math.max(covered[each] ?? 0, covers[each] ?? 0, 1) - 1;
        ++row;
    }
    return row;
}

/**
 * The part that was selected. What is around it only says where it stood; where that was the table, rows dangle.
 * @param {string} html
 */
function fragmentOf(html) {
    const start = html.search(/<!--StartFragment-->/i);
    const end = html.search(/<!--EndFragment-->/i);
    const fragment = withoutComments(html.slice(Math.max(start, 0), end > start ? end : undefined));
    const first = /<(table|thead|tbody|tfoot|tr|td|th)[\s>]/i.exec(fragment)?.[1]?.toLowerCase();
    return first && first !== 'table' ? `<table>${fragment}</table>` : fragment;
}

/**
 * @param {string} fragment of HTML
 * @returns {Grid | null} null: there is more than tables, or no table
 */
function gridOfHtml(fragment) {
    const body = parse(fragment);
    const tables = [...body.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
    if (tables.length === 0) return null;
    const grid = new Grid();
    let top = 0;
    for (const table of tables) top = readTable(table, top, grid);
    return textOf(body).trim() === '' ? grid : null;
}

/**
 * Quotes stand around a cell with a tab, a line end or a quote in it; quotes in it are doubled.
 * @param {string} text
 */
function gridOfText(text) {
    const grid = new Grid();
    const quoted = /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)/y;
    const plain = /[^\t\r\n]*/y;
    let row = 0;
    let column = 0;
    for (let at = 0; at < text.length; ) {
        quoted.lastIndex = plain.lastIndex = at;
        const found = quoted.exec(text);
        const cell = found ? (found[1] ?? '').replace(/""/g, '"').replace(/\r\n?/g, '\n') : (plain.exec(text)?.[0] ?? '');
        grid.set(row, column, trim(cell.replace(/\u00a0/g, ' ')));
        at = found ? quoted.lastIndex : plain.lastIndex;
        if (text[at] === '\t') {
            ++column;
        } else {
            column = 0;
            ++row;
            if (text[at] === '\r' && text[at + 1] === '\n') ++at;
        }
        ++at;
    }
    return grid;
}

/** @param {string} html */
const hasCells = (html) => /<t[rdh][\s>]/i.test(html);

/**
 * HTML comes first: of some programs the text has no tabs, or nothing for blank cells.
 * @param {string} html
 * @param {string} text
 * @returns {Table | null} null: no table of more than one cell; a text of several lines is none either
 */
export function tableOf(html, text) {
    const isHtml = hasCells(html);
    const fragment = isHtml ? fragmentOf(html) : '';
    const unclosed = countUnclosed(fragment);
    if (unclosed > mostUnclosed)
        return {
            refusal: `剪贴板里的内容有 ${unclosed} 个没有结束的标记，读起来要很久，没有读。请回到原来的文档，只选表格重新复制；或先粘贴到记事本，再从那里复制。`,
        };
    const fromHtml = isHtml ? gridOfHtml(fragment) : null;
    if (fromHtml) return fromHtml.height > 1 || fromHtml.width > 1 ? fromHtml.toTable() : null;
    // Beside HTML with more than a table, the tabs of a text are those of a document.
    if (isHtml || !text.includes('\t')) return null;
    const fromText = gridOfText(text);
    return fromText.width > 1 ? fromText.toTable() : null;
}

/**
 * What is no table, as the value of one cell. Spreadsheets put quotes around line ends in the text of a cell, but not in
 * its HTML.
 * @param {string} html
 * @param {string} text
 */
export function valueOf(html, text) {
    const cell = hasCells(html) ? gridOfHtml(fragmentOf(html)) : null;
    return cell ? (cell.rows[0]?.[0] ?? '') : text.replace(/\r?\n$/, '');
}

/** As text with tabs, for a table that came without. @param {string[][]} rows */
export function textOfRows(rows) {
    const quote = (/** @type {string} */ cell) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
    return rows.map((row) => row.map(quote).join('\t')).join('\n');
}
