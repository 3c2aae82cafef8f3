/**
 * The one place zod is configured. `jitless` must be set before the first parse: zod otherwise probes
 * `new Function`, which the content security policy refuses (and reports) on every page.
 */
import * as z from "zod/mini";

z.config({ jitless: true });

export { z };
