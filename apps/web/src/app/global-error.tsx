'use client';

/* oxlint-disable react/jsx-no-literals -- with nothing to rely on there are no messages either */

/** The last resort, when not even the layout could be made: it can rely on nothing, so its words stand here. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <h1>Odolog cannot be reached right now</h1>
        <p>
          Your history is safe. <a href="">Try again</a> in a moment.
        </p>
      </body>
    </html>
  );
}
