declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs of a traditional character and its simplified ones, with a space between, and `|` between pairs. */
  const pairs: string;
  export { pairs as default };
}
