/** A cell's colour as a CSS value, and that of what is written on it; apart from the colours themselves, which only the build needs. */
export const needRiskCss = (need: number, risk: number): string => `var(--c-need-risk-${need}${risk})`;
export const needRiskInkCss = (need: number, risk: number): string => `var(--c-need-risk-ink-${need}${risk})`;
