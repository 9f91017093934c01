// The canvas in device pixels, sharp at 125 % and 150 % too.

export class Surface {
    #canvas;
    #changed;
    #coarse = matchMedia('(pointer: coarse)');

    /**
     * @param {HTMLCanvasElement} canvas laid out by CSS
     * @param {() => void} changed called after the canvas got another size: it is blank then
     */
    constructor(canvas, changed) {
        this.#canvas = canvas;
        this.#changed = changed;
        const observer = new ResizeObserver((entries) => {
            this.fit(entries[entries.length - 1]?.devicePixelContentBoxSize?.[0]);
        });
        try {
            observer.observe(canvas, {box: 'device-pixel-content-box'});
        } catch {
            observer.observe(canvas); // Safari has no such box
        }
        this.#coarse.addEventListener('change', changed);
        this.#watchScale();
        this.fit();
    }

    /**
     * @param {ResizeObserverSize} [exact] Rounding differs between layouts, by a pixel at most: a browser that plays
     *     another device forgets the scale here.
     */
    fit(exact) {
        const box = this.#canvas.getBoundingClientRect();
        const scale = window.devicePixelRatio;
        const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)];
        if (exact && Math.abs(exact.inlineSize - width) <= 1) this.#resize(exact.inlineSize, exact.blockSize);
        else this.#resize(width, height);
    }

    /** @param {Float32Array} out width, height, scale, whether the pointer is coarse */
    size(out) {
        out[0] = this.#canvas.width;
        out[1] = this.#canvas.height;
        out[2] = window.devicePixelRatio;
        out[3] = this.#coarse.matches ? 1 : 0;
    }

    /**
     * @param {number} width
     * @param {number} height
     */
    #resize(width, height) {
        if (this.#canvas.width === width && this.#canvas.height === height) return;
        this.#canvas.width = width;
        this.#canvas.height = height;
        this.#changed();
    }

    /** Zooming and another screen change the scale, at times without changing the size. */
    #watchScale() {
        matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
            'change',
            () => {
                this.fit();
                this.#changed();
                this.#watchScale();
            },
            {once: true},
        );
    }
}
