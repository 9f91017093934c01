// The page's Content-Security-Policy, before anything else is loaded. A server may send the same as a header.
// It cannot stand in index.html as it is: 'wasm-unsafe-eval' is unknown to Chromium before 97 and to Safari before 16,
// which then refuse WebAssembly altogether; they need 'unsafe-eval', which nobody else should get.
(function () {
    'use strict';
    const agent = navigator.userAgent;

    /** @param {RegExp} pattern whose first group is a major version */
    function isOlder(pattern, /** @type {number} */ than) {
        const found = pattern.exec(agent);
        return found !== null && Number(found[1]) < than;
    }

    const isOldChromium = isOlder(/Chrome\/(\d+)/, 97);
    const isOldSafari = agent.indexOf('Chrome/') < 0 && isOlder(/Version\/(\d+).*Safari\//, 16);
    const wasm = isOldChromium || isOldSafari ? "'unsafe-eval'" : "'wasm-unsafe-eval'";

    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = [
        "default-src 'none'",
        "script-src 'self' " + wasm,
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-src 'self' blob:",
        "form-action 'none'",
        "base-uri 'none'",
    ].join('; ');
    document.head.append(meta);
})();
