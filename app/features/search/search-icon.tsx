export function SearchIcon() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <circle cx="8.500" cy="8.500" r="5.500" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12.500 12.500L18 18" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
