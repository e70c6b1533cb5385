const frame = {
  width: 20,
  height: 20,
  viewBox: "0 0 20 20",
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
  "aria-hidden": true,
} as const;

export const UndoIcon = () => (
  <svg {...frame} aria-hidden="true">
    <path d="M7 4 3 8l4 4M3.500 8H12a4.500 4.500 0 0 1 0 9H8" />
  </svg>
);
export const RedoIcon = () => (
  <svg {...frame} aria-hidden="true">
    <path d="m13 4 4 4-4 4m3.500-4H8a4.500 4.500 0 0 0 0 9h4" />
  </svg>
);
export const PeopleIcon = () => (
  <svg {...frame} aria-hidden="true">
    <circle cx="7.500" cy="6.500" r="3" />
    <path d="M2 16.500a5.500 5.500 0 0 1 11 0M13 3.800a3 3 0 0 1 0 5.400M15.500 12a5.500 5.500 0 0 1 2.500 4.500" />
  </svg>
);
export const FilterIcon = () => (
  <svg {...frame} aria-hidden="true">
    <path d="M2.500 5h15M5.500 10h9M8.500 15h3" />
  </svg>
);
export const HelpIcon = () => (
  <svg {...frame} aria-hidden="true">
    <rect x="2" y="5" width="16" height="10.500" rx="2" />
    <path d="M5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6.500 12h7" />
  </svg>
);
