// The one font of the page: canvas and text fields show the same letters only if both take it from here.

const systemFonts =
    '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC",' +
    '"Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

export let fontStack = systemFonts;

/** Before all others, for what it has. @param {string} family */
export function preferFont(family) {
    fontStack = `"${family}",${systemFonts}`;
    document.documentElement.style.setProperty('--font', fontStack);
    lines.clear();
}

/**
 * @param {number} size
 * @param {boolean} bold
 * @returns {string} a value for CanvasRenderingContext2D.font
 */
export function canvasFont(size, bold) {
    return `${bold ? 'bold ' : ''}${size}px ${fontStack}`;
}

/**
 * A line of text: its height and where its baseline is, from its top. CSS pixels.
 * @typedef {{height: number, baseline: number}} Line
 */

/** What has been measured. @type {Map<string, Line>} */
const lines = new Map();

/**
 * As the browser lays it out. It rounds by a formula that differs between browsers, so it is measured.
 * @param {number} fontSize CSS pixels
 * @param {number | 'normal'} lineHeight CSS pixels, or what the font asks for
 * @param {boolean} bold
 * @returns {Line}
 */
export function lineOf(fontSize, lineHeight, bold) {
    const key = `${fontSize} ${lineHeight} ${bold} ${window.devicePixelRatio}`;
    let line = lines.get(key);
    if (!line) {
        line = measureLine(fontSize, lineHeight, bold);
        lines.set(key, line);
    }
    return line;
}

/** A font came or went. */
export function forgetLines() {
    lines.clear();
}

/**
 * @param {number} fontSize
 * @param {number | 'normal'} lineHeight
 * @param {boolean} bold
 * @returns {Line}
 */
function measureLine(fontSize, lineHeight, bold) {
    const line = document.createElement('div');
    Object.assign(line.style, {
        position: 'absolute',
        visibility: 'hidden',
        whiteSpace: 'pre',
        fontFamily: fontStack,
        fontSize: `${fontSize}px`,
        fontWeight: bold ? 'bold' : 'normal',
        lineHeight: lineHeight === 'normal' ? lineHeight : `${lineHeight}px`,
    });
    const mark = document.createElement('span');
    mark.style.display = 'inline-block'; // an empty one stands on the baseline
    line.append('国x', mark);
    document.body.append(line);
    const {top, height} = line.getBoundingClientRect();
    const baseline = mark.getBoundingClientRect().bottom - top;
    line.remove();
    return {height, baseline};
}

/**
 * Device pixels from the top of a line as high as the font to its baseline, as src/ui/fonts has it.
 * @param {number} size device pixels
 * @param {boolean} bold
 */
export function ascentOf(size, bold) {
    const scale = window.devicePixelRatio;
    return lineOf(size / scale, size / scale, bold).baseline * scale;
}

/**
 * Where the canvas has a text's first baseline (src/ui/frame.cpp): line box and letters in whole device pixels.
 * @param {import('./tree_patch.js').TextStyle} style
 * @param {boolean} bold
 * @returns {number} CSS pixels from the field's top
 */
export function canvasBaseline(style, bold) {
    const scale = window.devicePixelRatio;
    const size = Math.round(style.fontSize * scale);
    const leading = Math.floor((Math.round(style.lineHeight * scale) - size) / 2);
    return (Math.round(style.padY * scale) + leading + Math.round(ascentOf(size, bold))) / scale;
}
