// The one font of the page: canvas and text fields show the same letters only if both take it from here.

export const fontStack =
    '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC",' +
    '"Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

/**
 * @param {number} size
 * @param {boolean} bold
 * @returns {string} a value for CanvasRenderingContext2D.font
 */
export function canvasFont(size, bold) {
    return `${bold ? 'bold ' : ''}${size}px ${fontStack}`;
}
