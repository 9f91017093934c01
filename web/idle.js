/** When nothing else is to be done; Safari does not tell. @param {() => void} work */
export const whenIdle = (work) => void (window.requestIdleCallback ? window.requestIdleCallback(work) : setTimeout(work, 50));
