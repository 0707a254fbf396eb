/**
 * Colours on a light ground. Text colours reach 4.5:1 against the ground (WCAG AA); bars and tracks differ in lightness, so
 * that they are told apart without colour.
 */
export const PALETTE = {
  ground: "#ffffff",
  text: "#16212e",
  muted: "#5a6776",
  accent: "#1f5fa8",
  soft: "#8fb6e0",
  track: "#e3eaf2",
  line: "#cfd8e3",
  panel: "#f1f5fa",
} as const;

export type ColourName = keyof typeof PALETTE;
