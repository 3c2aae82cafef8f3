// A worker starts without the loader of TypeScript that its parent runs with.
import { register } from "tsx/esm/api";

register();
await import("./rasterWorker.ts");
