const frame = {
  width: 20,
  height: 20,
  viewBox: "0 0 20 20",
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;
const icon = (d: string) => () => (
  <svg {...frame} aria-hidden="true">
    <path d={d} />
  </svg>
);

export const BoldIcon = icon("M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z");
export const ItalicIcon = icon("M8.500 4H14M6 16h5.500M11.500 4l-3 12");
export const LinkIcon = icon(
  "M8.500 11.500a3 3 0 0 0 4.300 0l2.500-2.500a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-2.500 2.500a3 3 0 0 0 4.300 4.300l1-1",
);
export const BulletListIcon = icon("M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01");
export const OrderedListIcon = icon("M8.500 5H17M8.500 10H17M8.500 15H17M3 4l1-.500V8M3 12.500h2L3 16h2");
export const QuoteIcon = icon("M4 4v12M8 6h8M8 10h8M8 14h5");
export const TableIcon = icon("M3 4h14v12H3zM3 8h14M3 12h14M10 4v12");
export const SourceIcon = icon("M3 16 7 6l4 10M4.500 12.500h5M13.500 5.500 15 4.500V10M13.500 10h3");
export const LawIcon = icon(
  "M13 6.500A2.500 2.500 0 0 0 10 4.500a2.300 2.300 0 0 0-2.500 2.300c0 3.200 5.500 2.700 5.500 5.600a2 2 0 0 1-2 2M7.500 13.500a2.500 2.500 0 0 0 3 2 2.300 2.300 0 0 0 2.500-2.300M7 7.500c-2 3 6 3.500 6 5.500",
);
export const BlockIcon = icon("M3 4h6v12H3zM11 4h6v5h-6zM11 11h6v5h-6z");
export const HelpIcon = icon(
  "M7.500 7.500a2.500 2.500 0 1 1 3.600 2.200c-.700.400-1.100.900-1.100 1.800M10 14.500h.01",
);
