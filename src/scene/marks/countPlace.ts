/** How far below its commune's point a "+2" stands, CSS px: the name is above it. */
export const COUNT_BELOW = 11;
