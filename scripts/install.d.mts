export const ROOT: string;
export function needsInstall(root: string): boolean;
export function run(command: string, args: string[], env?: Record<string, string>): void;
export function ensureInstalled(): void;
