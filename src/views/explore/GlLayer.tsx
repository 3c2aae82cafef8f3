export const GlLayer = (_: unknown) => null;
