import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The hub's own colour, light to dark; white on the seventh is readable (WCAG 2.2 §1.4.3). */
const hub: MantineColorsTuple = ['#eaf3f8', '#d3e4ee', '#a6c8dc', '#76aac9', '#4f91b9', '#3681b0', '#1f6a98', '#175a83', '#104a6e', '#083a59'];

/** Greys of the dark, a little blue like the ground that they lie on. */
const dark: MantineColorsTuple = ['#d5dae2', '#b3bcc8', '#98a2b0', '#66707e', '#3a434f', '#2a313b', '#222831', '#1b1f26', '#15181d', '#101216'];

export const theme = createTheme({
  primaryColor: 'hub',
  primaryShade: { light: 7, dark: 6 },
  colors: { hub, dark },
  fontFamily: 'var(--hub-font)',
  headings: { fontFamily: 'var(--hub-font)', fontWeight: '600' },
  defaultRadius: 'md',
  focusRing: 'auto',
  cursorType: 'pointer',
});

/** In the dark, links are lighter than the hub's own colour: readable on a row that is pointed at, too. */
export const inTheDark: CSSVariablesResolver = () => ({ variables: {}, light: {}, dark: { '--mantine-color-anchor': '#8cc3e6' } });
