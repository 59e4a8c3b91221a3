// Asked whether it may compile code, a browser refuses by our policy and reports it, on every page with a form.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
