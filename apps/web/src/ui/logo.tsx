/** The product's name with its sign: a dial whose needle is live. */
export function Logo() {
  return (
    <>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="8.7" fill="none" stroke="currentColor" strokeWidth="2.6" />
        <path d="M12 12L19.8 4.2" stroke="var(--accent)" strokeWidth="2.8" strokeLinecap="round" />
        <path d="M12 3.3V6.3M3.3 12H6.3" stroke="currentColor" strokeWidth="1.6" />
      </svg>
      odolog
    </>
  );
}
