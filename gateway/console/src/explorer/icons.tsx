const drawn = { width: 24, height: 24, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, 'aria-hidden': true } as const;

export function IdentityIcon() {
  return (
    <svg {...drawn}>
      <circle cx="12" cy="8" r="3.75" />
      <path d="M4.5 20c1.2-3.6 4-5.25 7.5-5.25s6.3 1.65 7.5 5.25" strokeLinecap="round" />
    </svg>
  );
}

export function ExamplesIcon() {
  return (
    <svg {...drawn}>
      <path d="M7 3.75h7.5L19 8.25v12H7z" strokeLinejoin="round" />
      <path d="M10 11.5l-1.75 1.75L10 15m5-3.5l1.75 1.75L15 15" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
