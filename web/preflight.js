// A plain script in old JavaScript, for where modules do not run: it says why the page cannot open.
(function () {
    'use strict';
    const root = document.documentElement;

    /** @param {string} trouble */
    function fail(trouble) {
        if (root.getAttribute('data-state') === 'failed') return;
        root.setAttribute('data-state', 'failed');
        root.setAttribute('data-trouble', trouble);
    }

    if (location.protocol === 'file:') {
        fail('file');
    } else if (!('noModule' in HTMLScriptElement.prototype) || typeof WebAssembly !== 'object') {
        fail('browser');
    } else if (!('WebGL2RenderingContext' in window)) {
        fail('webgl');
    }

    // Before the program runs, a script that cannot be fetched or read is fatal.
    window.addEventListener(
        'error',
        function (event) {
            if (root.getAttribute('data-state') !== 'loading') return;
            if (event.target instanceof HTMLScriptElement) fail('load');
            else if (event.error instanceof SyntaxError) fail('browser');
        },
        true
    );
})();
