// The one font of the page: canvas and text fields show the same letters only if both take it from here.

const systemFonts =
    '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC",' +
    '"Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

export let fontStack = systemFonts;

/** Before all others, for what it has. @param {string} family */
export function preferFont(family) {
    fontStack = `"${family}",${systemFonts}`;
    document.documentElement.style.setProperty('--font', fontStack);
    baselines.clear();
}

/**
 * @param {number} size
 * @param {boolean} bold
 * @returns {string} a value for CanvasRenderingContext2D.font
 */
export function canvasFont(size, bold) {
    return `${bold ? 'bold ' : ''}${size}px ${fontStack}`;
}

/** Baselines that have been measured. @type {Map<string, number>} */
const baselines = new Map();

/**
 * Where the browser puts the baseline of a line of text. It rounds in CSS pixels, so it is measured there; the formula
 * differs between browsers.
 * @param {number} fontSize CSS pixels
 * @param {number} lineHeight CSS pixels
 * @param {boolean} bold
 * @returns {number} CSS pixels from the line's top
 */
export function baselineOf(fontSize, lineHeight, bold) {
    const key = `${fontSize} ${lineHeight} ${bold} ${window.devicePixelRatio}`;
    let baseline = baselines.get(key);
    if (baseline === undefined) {
        baseline = measureBaseline(fontSize, lineHeight, bold);
        baselines.set(key, baseline);
    }
    return baseline;
}

/** A font came or went. */
export function forgetBaselines() {
    baselines.clear();
}

/**
 * @param {number} fontSize
 * @param {number} lineHeight
 * @param {boolean} bold
 */
function measureBaseline(fontSize, lineHeight, bold) {
    const line = document.createElement('div');
    Object.assign(line.style, {
        position: 'absolute',
        visibility: 'hidden',
        whiteSpace: 'pre',
        fontFamily: fontStack,
        fontSize: `${fontSize}px`,
        fontWeight: bold ? 'bold' : 'normal',
        lineHeight: `${lineHeight}px`,
    });
    const mark = document.createElement('span');
    mark.style.display = 'inline-block'; // an empty one stands on the baseline
    line.append('国x', mark);
    document.body.append(line);
    const baseline = mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
    line.remove();
    return baseline;
}

/**
 * Device pixels from the top of a line as high as the font to its baseline, as src/ui/fonts has it.
 * @param {number} size device pixels
 * @param {boolean} bold
 */
export function ascentOf(size, bold) {
    const scale = window.devicePixelRatio;
    return baselineOf(size / scale, size / scale, bold) * scale;
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
